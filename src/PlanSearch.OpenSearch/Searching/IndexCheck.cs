using System.Collections.Immutable;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;
using PlanSearch.Index.Stored.Bytes;
using PlanSearch.OpenSearch.Client;
using PlanSearch.OpenSearch.Generations;
using PlanSearch.Plans.Text;

namespace PlanSearch.OpenSearch.Searching;

/// <summary>Whether the index is whole: every text is read, and what the cluster counts is counted in them.</summary>
internal static class IndexCheck
{
    // Frequent, rare, alone, with a run, and in few plans.
    private static readonly ImmutableArray<string> Asked = ["的", "发展", "建设", "规划", "5G", "2025", "产业", "，"];

    /// <param name="views">The generations, newest first.</param>
    /// <param name="open">Opens the newest.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static CheckReport Run(
        ImmutableArray<GenerationView> views, Func<IPlanSnapshot> open, CancellationToken cancellationToken)
    {
        var findings = ImmutableArray.CreateBuilder<string>();
        var (texts, bytes, postings) = (new HashSet<long>(), 0L, 0L);
        var matchers = Asked.Select(literal => new TextMatcher(new LiteralQuery(literal))).ToList();
        var read = new long[Asked.Length];
        foreach (var view in views)
        {
            try
            {
                var counted = view.Plans.Hits(ClusterQuery.All, [], cancellationToken).Select(hit => hit.Number).ToHashSet();
                var missing = view.Texts.Hits(ClusterQuery.All, [], cancellationToken).Select(hit => hit.Number)
                    .Where(number => !texts.Contains(number)).ToList();
                foreach (var some in missing.Chunk(16))
                {
                    foreach (var (number, packed) in some.Zip(PlanReads.Fetch(view, some, cancellationToken)))
                    {
                        bytes += packed.Length;
                        texts.Add(number);
                        var (blocks, fault) = Read(packed, PlanReads.NameOf(view, number));
                        if (fault is not null)
                        {
                            findings.Add(fault);
                        }

                        // Of the newest generation, which comes first.
                        for (var literal = 0; blocks is not null
                            && view == views[0]
                            && counted.Contains(number)
                            && literal < read.Length; literal++)
                        {
                            read[literal] += matchers[literal].In(blocks, BlockFilter.All).Mentions.Length;
                        }
                    }
                }
            }
            catch (PlanIndexException fault) when (fault is IndexUnavailableException or IndexUnusableException)
            {
                findings.Add($"generation {view.Generation.Number}: {fault.Message}");
            }
        }

        if (findings.Count == 0)
        {
            using var snapshot = open();
            foreach (var (literal, mentions) in Asked.Zip(read))
            {
                postings += mentions;
                if (snapshot.Totals(new LiteralQuery(literal), cancellationToken).Mentions is var counted && counted != mentions)
                {
                    findings.Add($"{literal} is {mentions} times in the texts, and the cluster counts {counted}");
                }
            }
        }

        return new CheckReport(
            [.. views.Select(view => view.Generation.Number)],
            texts.Count,
            bytes,
            views[0].Generation.Plans,
            postings,
            findings.ToImmutable());
    }

    private static (TextBlocks? Blocks, string? Fault) Read(byte[] packed, string name)
    {
        try
        {
            var (plan, texts) = KeptPlanCodec.Decode(packed, name);
            return (PlanTextBlocks.Of(plan, texts),
                TextDigest.Of(texts) == plan.LogicalDigest ? null : $"{name}: the text of {plan.Id} is another than the one that was put");
        }
        catch (IndexUnusableException fault)
        {
            return (null, fault.Message);
        }
    }
}
