using System.Collections.Immutable;
using PlanSearch.Corpus.Queries;
using PlanSearch.Corpus.Sampling;
using PlanSearch.Plans;

namespace PlanSearch.Corpus.Answers;

/// <summary>Sums the counts of an inquiry over the plans in scope into its certificate.</summary>
internal static class CertificateMaker
{
    public static Certificate Make(Inquiry inquiry, DateTimeOffset time)
    {
        var counts = inquiry.Counts;
        var (mentions, records, plans, searched) = (0L, 0, 0, 0);
        var longerRuns = 0L;
        var inScope = inquiry.Filters.InScope;
        for (var plan = 0; plan < inScope.Length; plan++)
        {
            if (inScope[plan])
            {
                searched++;
                mentions += counts.MentionsByDocument[plan];
                records += counts.RecordsByDocument[plan];
                plans += counts.MentionsByDocument[plan] > 0 ? 1 : 0;
                longerRuns += counts.LongerRunsByDocument[plan];
            }
        }

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
            PlansWithout = searched - plans,
            PlansSearched = searched,
            Excluded = new ExcludedCounts(
                Aside(inquiry, BlockKind.Contents), Aside(inquiry, BlockKind.Cover), Aside(inquiry, BlockKind.Noise), longerRuns),
            NotSearched = manifest.Failures,
            Partial = [.. inquiry.View.Fragments.Where(fragment => inScope[fragment.Number]).Select(fragment => fragment.Summary.Id)],
            Generation = inquiry.View.Snapshot.Generation,
            Digest = manifest.Digest,
            Versions = manifest.Versions,
            Time = time,
            Complete = manifest.Failures.IsEmpty,
            Sample = inquiry.Request.Sample is { } sample
                ? new SampleStatement((int)Math.Min(sample.Size, mentions), sample.Seed, mentions, MentionSampling.Method)
                : null,
        };
    }

    private static long Aside(Inquiry inquiry, BlockKind kind)
    {
        var total = 0L;
        foreach (var aside in inquiry.Counts.Aside)
        {
            total += aside.Value == (int)kind && inquiry.Filters.InScope[aside.Document] ? aside.Count : 0;
        }

        return total;
    }
}
