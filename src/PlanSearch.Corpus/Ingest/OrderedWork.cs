namespace PlanSearch.Corpus.Ingest;

/// <summary>Work done ahead by the threads of the pool, its results taken in the order of the items.</summary>
internal static class OrderedWork
{
    /// <summary>
    /// The results, in order. While the caller looks at one, at most <paramref name="ahead"/> more are being made or wait.
    /// </summary>
    /// <remarks>An exception of the work comes out where its result would. Leaving early waits for what has begun.</remarks>
    /// <param name="items">What is worked on.</param>
    /// <param name="ahead">The most that are worked on or wait.</param>
    /// <param name="weightOf">How heavy an item is.</param>
    /// <param name="mostWeight">What those being made and waiting may weigh together; one alone may weigh more.</param>
    /// <param name="work">Makes a result.</param>
    public static IEnumerable<TResult> Run<TItem, TResult>(
        IReadOnlyList<TItem> items, int ahead, Func<TItem, long> weightOf, long mostWeight, Func<TItem, TResult> work)
    {
        var begun = new Queue<(Task<TResult> Result, long Weight)>();
        var (next, weight) = (0, 0L);
        try
        {
            Begin();
            while (begun.Count > 0)
            {
                var (task, taken) = begun.Dequeue();
                var result = task.GetAwaiter().GetResult();
                weight -= taken;
                Begin();
                yield return result;
            }
        }
        finally
        {
            Task rest = Task.WhenAll(begun.Select(item => item.Result));
            rest.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();
        }

        void Begin()
        {
            while (next < items.Count && begun.Count < ahead)
            {
                var item = items[next];
                var own = weightOf(item);
                if (begun.Count > 0 && weight + own > mostWeight)
                {
                    return;
                }

                (next, weight) = (next + 1, weight + own);
                begun.Enqueue((Task.Run(() => work(item)), own));
            }
        }
    }
}
