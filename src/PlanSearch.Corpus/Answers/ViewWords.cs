using PlanSearch.Corpus.Words;

namespace PlanSearch.Corpus.Answers;

/// <summary>The words of a view's plans and what is suggested of them: made once, by a thread of their own, while whatever needs none of it is answered.</summary>
internal sealed class ViewWords
{
    private readonly Lock _lock = new();
    private Task<ViewWords.Made>? _making;

    /// <summary>What has been made.</summary>
    /// <param name="Words">The words.</param>
    /// <param name="Suggestions">What the beginning of a query could become.</param>
    public sealed record Made(CollectionWords Words, Suggestions Suggestions);

    /// <summary>Begins to make them, if nobody has; the view stays open until they are made.</summary>
    public Task<Made> Begin(CorpusView view, WordSource source)
    {
        // Held for no longer than it takes to begin. What failed, as by a file that was gone for a moment, is tried again.
        lock (_lock)
        {
            if (_making is null or { IsFaulted: true })
            {
                ObjectDisposedException.ThrowIf(!view.TryUse(), view);
                _making = Task.Factory.StartNew(() => Make(view, source), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            }

            return _making;
        }
    }

    private static Made Make(CorpusView view, WordSource source)
    {
        try
        {
            var names = PrintedNames.Of(view);
            var words = CollectionWords.Of(source.Lexicon, names);
            return new Made(words, new Suggestions(source.Lexicon.All, words.Own, names));
        }
        finally
        {
            view.Release();
        }
    }
}
