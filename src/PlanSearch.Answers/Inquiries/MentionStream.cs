using System.Collections.Immutable;
using PlanSearch.Answers.Certificates;
using PlanSearch.Answers.Hits;
using PlanSearch.Answers.Mentions;
using PlanSearch.Corpus.Generations;

namespace PlanSearch.Answers.Inquiries;

/// <summary>Every mention of an answer, with its proof.</summary>
/// <param name="Certificate">The proof; <see cref="Certificate.Listed"/> is the number of rows.</param>
/// <param name="Rows">The rows, made as they are enumerated, while their reader is open.</param>
/// <param name="Absent">The plans in scope that do not say it, looked for when they are asked for, while the reader is open.</param>
public sealed record MentionStream(Certificate Certificate, IEnumerable<MentionRow> Rows, Func<AbsenceList> Absent)
{
    /// <summary>The plans in scope, in division order: what the counts are measured against.</summary>
    public ImmutableArray<PlanSummary> Plans { get; init; } = [];

    /// <summary>The address of the full certificate; empty where there is no site.</summary>
    public string Proof { get; init; } = "";

    /// <summary>Names of blank columns that a table has behind its own, for whoever codes the mentions.</summary>
    public ImmutableArray<string> Coding { get; init; } = [];
}
