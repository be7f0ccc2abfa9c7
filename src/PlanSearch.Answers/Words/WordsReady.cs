using PlanSearch.Corpus.Generations;

namespace PlanSearch.Answers.Words;

/// <summary>Has words made before someone needs them.</summary>
public static class WordsReady
{
    /// <summary>
    /// From now on the words of the newest generation are made as soon as it is taken up, by a thread of their own, and not when someone
    /// needs them.
    /// </summary>
    /// <remarks>For whoever serves. Those of a scope are made when they are first needed.</remarks>
    public static void KeepWordsReady(this PlanCollection collection)
    {
        ArgumentNullException.ThrowIfNull(collection);
        collection.Prepare(static (view, words) => _ = ViewWords.Begin(view, words).ContinueWith(
            static made => made.Result.Spelling,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnRanToCompletion,
            TaskScheduler.Default));
    }
}
