using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored.Bytes;
using PlanSearch.OpenSearch.Client;
using PlanSearch.OpenSearch.Generations;

namespace PlanSearch.OpenSearch.Searching;

/// <summary>What is known of the plans of the last generations: of a new one only what is new is fetched.</summary>
/// <remarks>Safe for any number of threads.</remarks>
internal sealed class PlanEntries
{
    private static readonly string[] Fields = ["facts", "records", "length"];

    private readonly ConcurrentDictionary<(string Index, long Number), PlanEntry> _known = new();

    /// <summary>The plans of a generation.</summary>
    public GenerationPlans Of(GenerationView view)
    {
        var index = view.Head.Plans;
        var numbers = view.Plans.Hits(ClusterQuery.All, [], CancellationToken.None).Select(hit => hit.Number).ToImmutableArray();
        var missing = numbers.Where(number => !_known.ContainsKey((index, number))).ToList();
        if (missing.Count > 0)
        {
            // What is new has the highest numbers.
            foreach (var hit in view.Plans.Hits(() => ClusterQuery.From("no", missing[0]), Fields, CancellationToken.None))
            {
                _known[(index, hit.Number)] = Entry(hit, $"{index}/{hit.Number}");
            }
        }

        var plans = new GenerationPlans(
            numbers,
            [.. numbers.Select(number => _known.TryGetValue((index, number), out var entry)
                ? entry
                : throw new IndexDamagedException($"{index}/{number}", offset: -1, "the cluster lists a plan and does not give it"))]);
        var current = numbers.ToHashSet();
        foreach (var (key, _) in _known.Where(known => known.Key.Index != index || !current.Contains(known.Key.Number)))
        {
            _known.TryRemove(key, out _);
        }

        return plans;
    }

    private static PlanEntry Entry(ClusterHit hit, string name)
    {
        if (hit.Source.ValueKind != JsonValueKind.Object
            || !hit.Source.TryGetProperty("facts", out var facts) || !facts.TryGetBytesFromBase64(out var bytes)
            || !hit.Source.TryGetProperty("records", out var records) || !hit.Source.TryGetProperty("length", out var length))
        {
            throw new IndexDamagedException(name, offset: -1, "the facts of a plan are missing");
        }

        return new PlanEntry(PlanCodec.DecodeFacts(bytes, name), records.GetInt32(), length.GetInt64());
    }
}
