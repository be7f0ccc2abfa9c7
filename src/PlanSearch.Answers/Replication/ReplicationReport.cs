using System.Collections.Immutable;
using PlanSearch.Answers.Certificates;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Replication;

/// <summary>A count made again, held against the certificate of the first time.</summary>
/// <param name="Same">Whether every number is the same and nothing that decides them has changed.</param>
/// <param name="Query">The query as it was typed.</param>
/// <param name="Counts">The numbers that differ; empty where none does.</param>
/// <param name="Causes">What has changed, by name; what it did to the numbers of a plan is with it.</param>
/// <param name="Notes">What the certificate does not tell, and how to have one that does.</param>
/// <param name="Fault">Why the search cannot be made again at all; null when it could.</param>
/// <param name="Then">The certificate that was given.</param>
/// <param name="Now">That of the answer now; null when there is none.</param>
public sealed record ReplicationReport(
    bool Same,
    string Query,
    ImmutableArray<CountDifference> Counts,
    ImmutableArray<ReplicationCause> Causes,
    ImmutableArray<string> Notes,
    RequestFault? Fault,
    Certificate Then,
    Certificate? Now);

/// <summary>A number that is another.</summary>
/// <param name="Name">As in the certificate: mentions, records, plans, plansWithout, plansSearched, excluded.toc, ….</param>
/// <param name="Then">What it was.</param>
/// <param name="Now">What it is.</param>
public sealed record CountDifference(string Name, long Then, long Now);

/// <summary>Something that is no longer what it was.</summary>
/// <param name="Kind">
/// text_added, text_removed, text_changed, metadata_changed and corrections_changed (a plan), texts (some plan, which is not told), rules
/// (of reading, cutting or comparing), topic, program, files (not searched), counts (a plan that is the same and counts otherwise).
/// </param>
/// <param name="Name">The plan's id, the rule, the topic, the file.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Then">What it was: a digest, a version, words; null when it was not there.</param>
/// <param name="Now">What it is; null when it is gone.</param>
/// <param name="MentionsThen">Of a plan, the mentions counted in it; else null.</param>
/// <param name="MentionsNow">Of a plan, those counted now.</param>
public sealed record ReplicationCause(
    string Kind, string Name, string Title, string? Then, string? Now, long? MentionsThen = null, long? MentionsNow = null)
{
    /// <summary>Another program alone changes no number.</summary>
    public const string Program = "program";
}
