using System.Collections.Immutable;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored.Bytes;
using PlanSearch.OpenSearch.Client;
using PlanSearch.OpenSearch.Generations;

namespace PlanSearch.OpenSearch.Searching;

/// <summary>What is known of the plans of the last generations: of a new one only what is new is fetched.</summary>
/// <remarks>Safe for any number of threads.</remarks>
internal sealed class PlanEntries
{
    private static readonly string[] Fields = ["facts", "records", "length", "titled"];

    // Replaced as a whole: whoever began with a former one continues with that.
    private volatile Known _known = new("", ImmutableDictionary<long, ClusterPlan>.Empty);

    /// <summary>The plans of a generation.</summary>
    public GenerationPlans Of(GenerationView view)
    {
        var index = view.Head.Plans;
        var known = _known is var last && last.Index == index ? last.ByNumber : ImmutableDictionary<long, ClusterPlan>.Empty;
        var numbers = view.Plans.Hits(ClusterQuery.All, [], CancellationToken.None).Select(hit => hit.Number).ToImmutableArray();
        var missing = numbers.Where(number => !known.ContainsKey(number)).ToList();
        var isNew = new Dictionary<long, ClusterPlan>();
        if (missing.Count > 0)
        {
            // What is new has the highest numbers.
            foreach (var hit in view.Plans.Hits(() => ClusterQuery.From("no", missing[0]), Fields, CancellationToken.None))
            {
                isNew[hit.Number] = Entry(hit, $"{index}/{hit.Number}");
            }
        }

        ClusterPlan EntryOf(long number) => known.TryGetValue(number, out var entry) || isNew.TryGetValue(number, out entry)
            ? entry
            : throw new IndexDamagedException($"{index}/{number}", offset: -1, "the cluster lists a plan and does not give it");
        ImmutableArray<ClusterPlan> entries = [.. numbers.Select(EntryOf)];
        _known = new Known(index, numbers.Zip(entries).ToImmutableDictionary(one => one.First, one => one.Second));
        return new GenerationPlans(numbers, entries);
    }

    private static ClusterPlan Entry(ClusterHit hit, string name) => new(
        PlanCodec.DecodeFacts(hit.Bytes("facts"), name),
        hit.Value("records").GetInt32(),
        hit.Value("length").GetInt64(),
        hit.Value("titled").GetInt32());

    private sealed record Known(string Index, ImmutableDictionary<long, ClusterPlan> ByNumber);
}
