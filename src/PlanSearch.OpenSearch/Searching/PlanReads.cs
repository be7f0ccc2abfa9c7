using System.Text.Json;
using System.Text.Json.Nodes;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;
using PlanSearch.Index.Stored.Bytes;
using PlanSearch.OpenSearch.Client;
using PlanSearch.OpenSearch.Documents;

namespace PlanSearch.OpenSearch.Searching;

/// <summary>Fetches plans by their numbers, and keeps those that were asked for last: a document never changes.</summary>
/// <remarks>Safe for any number of threads.</remarks>
/// <param name="client">The cluster.</param>
internal sealed class PlanReads(ClusterClient client)
{
    /// <summary>Of some 300 bytes; a plan of a county has 600 or 700.</summary>
    private const int BlocksOfAMegabyte = 3_000;

    /// <summary>Fetched at once: some megabytes.</summary>
    private const int MostFetched = 24;

    /// <summary>While one batch is looked into the next ones are fetched.</summary>
    private const int MostBatches = 3;

    private readonly LastUsed<(string Index, long Number), ReadPlan> _known = new(
        plan => plan.Texts.Length, client.Options.CacheMegabytes * BlocksOfAMegabyte);

    /// <summary>A plan.</summary>
    public ReadPlan One(string index, long number) =>
        _known.Find((index, number)) ?? Read(index, [number], CancellationToken.None)[0];

    /// <summary>What is seen in the plans of some numbers, in their order, a few batches ahead of the enumeration.</summary>
    /// <param name="index">The index.</param>
    /// <param name="numbers">The numbers.</param>
    /// <param name="look">Looks into a plan; on any thread.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public IEnumerable<T> Of<T>(string index, IEnumerable<long> numbers, Func<ReadPlan, T> look, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = new Queue<Task<T[]>>();
        try
        {
            foreach (var some in numbers.Chunk(MostFetched))
            {
                running.Enqueue(Task.Run(() => Array.ConvertAll(Read(index, some, end.Token), plan => look(plan)), end.Token));
                if (running.Count == MostBatches)
                {
                    foreach (var seen in running.Dequeue().GetAwaiter().GetResult())
                    {
                        yield return seen;
                    }
                }
            }

            while (running.TryDequeue(out var next))
            {
                foreach (var seen in next.GetAwaiter().GetResult())
                {
                    yield return seen;
                }
            }
        }
        finally
        {
            // Whoever stops early is told of nothing that comes behind.
            end.Cancel();
            Task.WhenAny(Task.WhenAll(running)).Wait(CancellationToken.None);
        }
    }

    /// <summary>What lies in the cluster of some numbers, as it is packed.</summary>
    public IReadOnlyList<byte[]> Fetch(string index, long[] numbers, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["ids"] = new JsonArray([.. numbers.Select(number => (JsonNode)ClusterDocument.Key(number))]) };
        var root = client.Post($"/{index}/_mget?_source_includes=packed", Json.Bytes(body), cancellationToken).Root;
        if (!root.TryGetProperty("docs", out var documents) || documents.GetArrayLength() != numbers.Length)
        {
            throw new IndexUnavailableException($"{client.Place}: {index} ({ClusterFaults.Reason(root)})");
        }

        return [.. documents.EnumerateArray().Select((document, at) => Packed(index, document, ClusterDocument.Key(numbers[at])))];
    }

    private ReadPlan[] Read(string index, long[] numbers, CancellationToken cancellationToken)
    {
        var plans = Array.ConvertAll(numbers, number => _known.Find((index, number)));
        int[] missing = [.. Enumerable.Range(0, numbers.Length).Where(at => plans[at] is null)];
        if (missing.Length > 0)
        {
            foreach (var (at, packed) in missing.Zip(Fetch(index, Array.ConvertAll(missing, at => numbers[at]), cancellationToken)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var (plan, texts) = KeptPlanCodec.Decode(packed, $"{index}/{numbers[at]}");
                plans[at] = _known.Keep((index, numbers[at]), new ReadPlan(plan, texts));
            }
        }

        return plans!;
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
}
