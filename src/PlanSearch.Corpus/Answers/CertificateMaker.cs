using System.Collections.Immutable;
using PlanSearch.Corpus.Queries;
using PlanSearch.Corpus.Sampling;
using PlanSearch.Engine.Search;
using PlanSearch.Plans;

namespace PlanSearch.Corpus.Answers;

/// <summary>Sums the counts of an inquiry over the plans in scope into its certificate.</summary>
internal static class CertificateMaker
{
    public static Certificate Make(Inquiry inquiry, DateTimeOffset time)
    {
        var (mentions, records, plans) = inquiry.Total;
        var manifest = inquiry.View.Snapshot.Manifest;
        return new Certificate
        {
            Query = inquiry.Request.Query,
            InWords = inquiry.Query.InWords,
            NormalForm = inquiry.Query.NormalForm,
            Topics = [.. TopicTerms.Of(inquiry.Query).Distinct().Select(term => new TopicUse(term.Topic.Name, term.Members, term.Off, term.Topic.Exclude))],
            Mode = inquiry.IsLiteral ? "literal" : "expression",
            Exact = inquiry.Request.Exact,
            Scope = inquiry.View.Scope?.Stated ?? ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty,
            Filters = inquiry.Filters.Stated,
            Mentions = mentions,
            Records = records,
            Plans = plans,
            PlansWithout = inquiry.Filters.Plans - plans,
            PlansSearched = inquiry.Filters.Plans,
            Excluded = Excluded(inquiry.Counts, inquiry.Filters.InScope),
            NotSearched = manifest.Failures,
            Partial = inquiry.View.Fragments.IdsIn(inquiry.Filters),
            Generation = inquiry.View.Snapshot.Generation,
            Digest = manifest.Digest,
            Versions = QueryVersion.Of(manifest),
            Time = time,
            Complete = manifest.Failures.IsEmpty,
            Sample = inquiry.Request.Sample is { } sample
                ? new SampleStatement((int)Math.Min(sample.Size, mentions), sample.Seed, mentions, MentionSampling.Method)
                : null,
        };
    }

    private static ExcludedCounts Excluded(QueryCounts counts, ImmutableArray<bool> inScope)
    {
        var (contents, covers, noise, longerRuns) = (0L, 0L, 0L, 0L);
        foreach (var (plan, kind, count) in counts.Aside)
        {
            var counted = inScope[plan] ? count : 0;
            contents += kind == (int)BlockKind.Contents ? counted : 0;
            covers += kind == (int)BlockKind.Cover ? counted : 0;
            noise += kind == (int)BlockKind.Noise ? counted : 0;
        }

        // Hardly a query has any.
        if (counts.LongerRunsByDocument.AsSpan().ContainsAnyExcept(0))
        {
            for (var plan = 0; plan < inScope.Length; plan++)
            {
                longerRuns += inScope[plan] ? counts.LongerRunsByDocument[plan] : 0;
            }
        }

        return new ExcludedCounts(contents, covers, noise, longerRuns);
    }
}
