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
    /// <param name="reads">Fetches texts.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static CheckReport Run(
        ImmutableArray<GenerationView> views, Func<IPlanSnapshot> open, PlanReads reads, CancellationToken cancellationToken)
    {
        var findings = ImmutableArray.CreateBuilder<string>();
        var (texts, bytes, postings) = (new Dictionary<long, byte[]>(), 0L, 0L);
        foreach (var view in views)
        {
            try
            {
                view.Plans.Check(cancellationToken);
                var missing = view.Texts.Hits(ClusterQuery.All, [], cancellationToken).Select(hit => hit.Number)
                    .Where(number => !texts.ContainsKey(number)).ToList();
                foreach (var some in missing.Chunk(16))
                {
                    foreach (var (number, packed) in some.Zip(reads.Fetch(view.Head.Texts, some, cancellationToken)))
                    {
                        bytes += packed.Length;
                        texts.Add(number, packed);
                        findings.AddRange(FaultsOf(packed, $"{view.Head.Texts}/{number}"));
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
            foreach (var literal in Asked)
            {
                var counted = snapshot.Totals(new LiteralQuery(literal), cancellationToken);
                var read = 0L;
                snapshot.Mentions(
                    new LiteralQuery(literal), [], [.. Enumerable.Range(0, snapshot.PlanCount)], found => read += found.Length, cancellationToken);
                postings += read;
                if (read != counted.Mentions)
                {
                    findings.Add($"{literal} is {read} times in the texts, and the cluster counts {counted.Mentions}");
                }
            }
        }

        return new CheckReport(
            [.. views.Select(view => view.Generation.Number)], texts.Count, bytes, views[0].Generation.Plans, postings, findings.ToImmutable());
    }

    private static IEnumerable<string> FaultsOf(byte[] packed, string name)
    {
        StoredPlan plan;
        ImmutableArray<string> texts;
        try
        {
            (plan, texts) = KeptPlanCodec.Decode(packed, name);
        }
        catch (IndexUnusableException fault)
        {
            return [fault.Message];
        }

        return TextDigest.Of(texts) == plan.LogicalDigest ? [] : [$"{name}: the text of {plan.Id} is another than the one that was put"];
    }
}
