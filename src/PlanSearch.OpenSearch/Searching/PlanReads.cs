using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;
using PlanSearch.Index.Stored.Bytes;
using PlanSearch.OpenSearch.Client;
using PlanSearch.OpenSearch.Generations;

namespace PlanSearch.OpenSearch.Searching;

/// <summary>Fetches plans by their numbers, and keeps those that were asked for last: a document never changes.</summary>
/// <remarks>Safe for any number of threads.</remarks>
/// <param name="cacheMegabytes">About how much memory they may take.</param>
internal sealed class PlanReads(int cacheMegabytes)
{
    /// <summary>Of some 300 bytes; a plan of a county has 600 or 700.</summary>
    private const int BlocksOfAMegabyte = 3_000;
    private const int BlocksOfAPlan = 650;

    /// <summary>Fetched at once: some megabytes.</summary>
    private const int MostFetched = 32;

    /// <summary>While one batch is looked into the next ones are fetched.</summary>
    private const int MostBatches = 4;

    // A walk through more than there is room for would only drive out what is asked for again, and be driven out by itself.
    private readonly int _mostKept = cacheMegabytes * BlocksOfAMegabyte / BlocksOfAPlan / 2;

    private readonly LastUsed<(string Index, long Number), ReadPlan> _known = new(
        plan => plan.Texts.Length, cacheMegabytes * BlocksOfAMegabyte);

    /// <summary>A plan.</summary>
    public ReadPlan One(GenerationView view, long number) =>
        _known.Find((view.Head.Texts, number)) ?? Read(view, [number], isKept: true, CancellationToken.None)[0];

    /// <summary>What is seen in the plans of some numbers, in their order, a few batches ahead of the enumeration.</summary>
    /// <param name="view">A generation that has them.</param>
    /// <param name="numbers">The numbers.</param>
    /// <param name="look">Looks into a plan; on any thread.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public IEnumerable<T> Of<T>(GenerationView view, long[] numbers, Func<ReadPlan, T> look, CancellationToken cancellationToken)
    {
        var isKept = numbers.Length <= _mostKept;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = new Queue<Task<T[]>>();
        try
        {
            foreach (var some in numbers.Chunk(MostFetched))
            {
                running.Enqueue(Task.Run(() => Array.ConvertAll(Read(view, some, isKept, end.Token), plan => look(plan)), end.Token));
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

    /// <summary>What lies in the cluster of some numbers, as it is packed, in their order.</summary>
    /// <exception cref="IndexDamagedException">All shards have answered, and the text of a plan is not there.</exception>
    public static IReadOnlyList<byte[]> Fetch(GenerationView view, long[] numbers, CancellationToken cancellationToken)
    {
        var found = view.Texts.Hits(() => ClusterQuery.Numbers("no", numbers), ["packed"], cancellationToken)
            .ToDictionary(hit => hit.Number, hit => hit.Bytes("packed"));
        return Array.ConvertAll(numbers, number => found.TryGetValue(number, out var packed)
            ? packed
            : throw new IndexDamagedException(NameOf(view, number), offset: -1, "the text of a plan is missing"));
    }

    /// <summary>What a document is called in messages.</summary>
    public static string NameOf(GenerationView view, long number) => $"{view.Head.Texts}/{number}";

    private ReadPlan[] Read(GenerationView view, long[] numbers, bool isKept, CancellationToken cancellationToken)
    {
        var plans = Array.ConvertAll(numbers, number => _known.Find((view.Head.Texts, number)));
        int[] missing = [.. Enumerable.Range(0, numbers.Length).Where(at => plans[at] is null)];
        if (missing.Length > 0)
        {
            foreach (var (at, packed) in missing.Zip(Fetch(view, Array.ConvertAll(missing, at => numbers[at]), cancellationToken)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var (plan, texts) = KeptPlanCodec.Decode(packed, NameOf(view, numbers[at]));
                var read = new ReadPlan(plan, texts);
                plans[at] = isKept ? _known.Keep((view.Head.Texts, numbers[at]), read) : read;
            }
        }

        return plans!;
    }
}
