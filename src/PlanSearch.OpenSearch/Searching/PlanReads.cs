using System.Runtime.ExceptionServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored.Bytes;
using PlanSearch.OpenSearch.Client;
using PlanSearch.OpenSearch.Documents;

namespace PlanSearch.OpenSearch.Searching;

/// <summary>Fetches plans by their numbers, and keeps those that were asked for last: a document never changes.</summary>
/// <remarks>Safe for any number of threads.</remarks>
/// <param name="client">The cluster.</param>
internal sealed class PlanReads(ClusterClient client)
{
    /// <summary>About 90 MB: some 400 plans of the size of a county's.</summary>
    private const int MostBlocks = 300_000;

    /// <summary>Fetched at once: some megabytes.</summary>
    private const int MostFetched = 24;

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Index, long Number), LinkedListNode<((string, long) Key, ReadPlan Plan)>> _byKey = [];
    private readonly LinkedList<((string, long) Key, ReadPlan Plan)> _lastUsedFirst = [];
    private int _blocks;

    /// <summary>The plans of some numbers, in their order, a few at a time behind the enumeration.</summary>
    public IEnumerable<ReadPlan> Of(string index, IEnumerable<long> numbers, CancellationToken cancellationToken)
    {
        foreach (var some in numbers.Chunk(MostFetched))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var known = some.Select(number => Known((index, number))).ToArray();
            var missing = some.Where((_, at) => known[at] is null).ToArray();
            var fetched = new ReadPlan[missing.Length];
            if (missing.Length > 0)
            {
                var packed = Fetch(index, missing, cancellationToken);
                try
                {
                    Parallel.For(0, missing.Length, at => fetched[at] = Unpack(packed[at], $"{index}/{missing[at]}"));
                }
                catch (AggregateException several)
                {
                    ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
                }
            }

            for (int at = 0, next = 0; at < some.Length; at++)
            {
                var plan = known[at] ?? Keep((index, some[at]), fetched[next++]);
                yield return plan;
            }
        }
    }

    /// <summary>What lies in the cluster of some numbers, as it is packed.</summary>
    public IReadOnlyList<byte[]> Fetch(string index, long[] numbers, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["ids"] = new JsonArray([.. numbers.Select(number => (JsonNode)PlanDocument.Key(number))]) };
        var root = client.Post($"/{index}/_mget?_source_includes=packed", Json.Bytes(body), cancellationToken).Root;
        if (!root.TryGetProperty("docs", out var documents) || documents.GetArrayLength() != numbers.Length)
        {
            throw new IndexUnavailableException($"{client.Place}: {index} ({ClusterFaults.Reason(root)})");
        }

        return [.. documents.EnumerateArray().Select((document, at) => Packed(index, document, PlanDocument.Key(numbers[at])))];
    }

    private byte[] Packed(string index, JsonElement document, string key)
    {
        if (document.TryGetProperty("error", out _))
        {
            throw new IndexUnavailableException($"{client.Place}: {index} ({ClusterFaults.Reason(document)})");
        }

        return document.TryGetProperty("_id", out var id) && id.GetString() == key && document.TryGetProperty("_source", out var source)
            && source.TryGetProperty("packed", out var packed) && packed.TryGetBytesFromBase64(out var bytes)
            ? bytes
            : throw new IndexDamagedException($"{client.Place}: {index}/{key}", offset: -1, "the text of a plan is missing");
    }

    private static ReadPlan Unpack(byte[] packed, string name)
    {
        var (plan, texts) = KeptPlanCodec.Decode(packed, name);
        return new ReadPlan(plan, texts);
    }

    private ReadPlan? Known((string Index, long Number) key)
    {
        lock (_lock)
        {
            if (!_byKey.TryGetValue(key, out var known))
            {
                return null;
            }

            _lastUsedFirst.Remove(known);
            _lastUsedFirst.AddFirst(known);
            return known.Value.Plan;
        }
    }

    private ReadPlan Keep((string Index, long Number) key, ReadPlan plan)
    {
        lock (_lock)
        {
            if (!_byKey.ContainsKey(key))
            {
                _byKey.Add(key, _lastUsedFirst.AddFirst((key, plan)));
                _blocks += plan.Texts.Length;
            }

            while (_blocks > MostBlocks && _lastUsedFirst.Last is { } last && last != _lastUsedFirst.First)
            {
                _lastUsedFirst.RemoveLast();
                _byKey.Remove(last.Value.Key);
                _blocks -= last.Value.Plan.Texts.Length;
            }
        }

        return plan;
    }
}
