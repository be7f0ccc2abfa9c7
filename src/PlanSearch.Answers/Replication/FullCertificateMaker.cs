using System.Reflection;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Ingest;
using PlanSearch.Index.Stored;
using PlanSearch.Queries.Language;
using PlanSearch.Queries.Requests;
using PlanSearch.Queries.Words;

namespace PlanSearch.Answers.Replication;

/// <summary>An inquiry -> its certificate with everything by which it is compared.</summary>
public static class FullCertificateMaker
{
    /// <summary>The version of this program.</summary>
    public static string Program { get; } =
        typeof(FullCertificateMaker).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>
    /// The certificate of a search with a digest of every plan: what is published with a count. A sample that is listed is no part of it.
    /// </summary>
    public static FullCertificate Make(Inquiry inquiry)
    {
        ArgumentNullException.ThrowIfNull(inquiry);
        return new FullCertificate(
            inquiry.Certificate with { Sample = null },
            Program,
            [.. TopicTerms.Of(inquiry.Counted.Query).Select(term => term.Topic).DistinctBy(topic => topic.Name).Select(Used)],
            Plans(inquiry));
    }

    /// <summary>As above, of a search that is made now; the fault of the search where there is one.</summary>
    public static Outcome<FullCertificate> Make(CollectionReader reader, SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var (inquiry, fault) = reader.Ask(request with { Sample = null, WithFacets = false }, cancellationToken);
        return inquiry is null ? fault! : Make(inquiry);
    }

    /// <summary>A topic set as a certificate states it.</summary>
    internal static UsedTopic Used(Topic topic) =>
        new(topic.Name, TextDigest.Of([topic.Name, .. topic.Members, "", .. topic.Exclude]), topic.Members, topic.Exclude);

    private static List<PlanProof> Plans(Inquiry inquiry)
    {
        var snapshot = inquiry.Counted.View.Snapshot;
        var mentions = inquiry.Counted.Counts.Lists.All().ToDictionary(plan => plan.Plan, plan => plan.Mentions);
        return
        [
            .. snapshot.Facts([.. Enumerable.Range(0, snapshot.PlanCount)])
                .Select((facts, plan) => new PlanProof(
                    facts.Id,
                    facts.Metadata.ShortTitle,
                    inquiry.Counted.Filters.Selected.Contains(plan),
                    mentions.GetValueOrDefault(plan),
                    facts.TextDigest,
                    TextDigest.Of([CorpusDigest.MetadataLineOf(facts.Metadata)]),
                    facts.Corrections.IsEmpty ? "" : TextDigest.Of([CorpusDigest.CorrectionsLineOf(facts)])))
                .OrderBy(plan => plan.Plan, StringComparer.Ordinal),
        ];
    }
}
