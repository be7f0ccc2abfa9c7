using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Words;
using PlanSearch.Queries.Words;

namespace PlanSearch.Answers.Words;

/// <summary>
/// The words of a view's plans and what is suggested of them: made once, by a thread of their own, while whatever needs none of it is
/// answered.
/// </summary>
internal sealed class ViewWords
{
    private readonly Lock _lock = new();
    private Task<Made>? _making;

    /// <summary>What has been made.</summary>
    /// <param name="Words">The words.</param>
    /// <param name="Suggestions">What the beginning of a query could become.</param>
    /// <param name="Misspelt">Makes <see cref="Spelling"/>.</param>
    public sealed record Made(CollectionWords Words, Suggestions Suggestions, Lazy<Spelling> Misspelt)
    {
        private string? _version;

        /// <summary>What may have been meant by a text with wrong characters; made when it is first asked for.</summary>
        public Spelling Spelling => Misspelt.Value;

        /// <summary>A digest of the words that the plans have of their own.</summary>
        public string Version => _version ??= ListVersion.Of(string.Join('\n', Words.Own.Select(word => word.Text)));
    }

    /// <summary>
    /// Those of a generation; whoever needs them first after it was taken up waits for them, unless they are made by then.
    /// </summary>
    /// <exception cref="OperationCanceledException">It was ended before.</exception>
    public static Made Of(CollectionReader reader, CancellationToken cancellationToken) =>
        Begin(reader.View, reader.WordSource).WaitAsync(cancellationToken).GetAwaiter().GetResult();

    /// <summary>Begins to make those of a view, if nobody has.</summary>
    public static Task<Made> Begin(CorpusView view, WordSource source) => view.Kept(static _ => new ViewWords()).BeginOnce(view, source);

    /// <summary>Begins to make them, if nobody has; the view stays open until they are made.</summary>
    private Task<Made> BeginOnce(CorpusView view, WordSource source)
    {
        // Held for no longer than it takes to begin. What failed, as by a file that was gone for a moment, is tried again.
        lock (_lock)
        {
            if (_making is null or { IsFaulted: true })
            {
                ObjectDisposedException.ThrowIf(!view.TryUse(), view);
                _making = Task.Factory.StartNew(
                    () => Make(view, source), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
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
            return new Made(words, new Suggestions(source.Lexicon.All, words.Own, names), new(() => Spelling.Of(source, words, names)));
        }
        finally
        {
            view.Release();
        }
    }
}
