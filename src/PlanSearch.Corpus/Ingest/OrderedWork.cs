namespace PlanSearch.Corpus.Ingest;

/// <summary>Work done ahead by the threads of the pool, its results taken in the order of the items.</summary>
internal static class OrderedWork
{
    /// <summary>The results, in order. While the caller looks at one, at most <paramref name="ahead"/> more are being made or wait.</summary>
    /// <remarks>An exception of the work comes out where its result would. Leaving early waits for what has begun.</remarks>
    public static IEnumerable<TResult> Run<TItem, TResult>(IReadOnlyList<TItem> items, int ahead, Func<TItem, TResult> work)
    {
        var begun = new Queue<Task<TResult>>();
        var next = 0;
        try
        {
            Begin();
            while (begun.Count > 0)
            {
                var result = begun.Dequeue().GetAwaiter().GetResult();
                Begin();
                yield return result;
            }
        }
        finally
        {
            Task rest = Task.WhenAll(begun);
            rest.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();
        }

        void Begin()
        {
            while (next < items.Count && begun.Count < ahead)
            {
                var item = items[next++];
                begun.Enqueue(Task.Run(() => work(item)));
            }
        }
    }
}
