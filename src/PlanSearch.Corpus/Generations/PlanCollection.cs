using System.Collections.Immutable;
using PlanSearch.Corpus.Scopes;
using PlanSearch.Corpus.Words;
using PlanSearch.Index.Port;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Corpus.Generations;

/// <summary>A collection of plans, open for reading.</summary>
/// <remarks>
/// Safe for any number of threads. A newer generation, published by this or another process, is taken up by the next
/// <see cref="Read(PlanScope?)"/>.
/// </remarks>
public sealed class PlanCollection : IDisposable
{
    private readonly CorpusOptions _options;
    private readonly CorpusViews _views;
    private readonly VocabularySource _vocabulary;
    private readonly WordSource _words;
    private readonly InstallationFaults _faults;

    private PlanCollection(CorpusOptions options, CorpusViews views)
    {
        (_options, _views) = (options, views);
        _vocabulary = new VocabularySource(options);
        _words = new WordSource(options.Dictionary, _vocabulary);
        _faults = new InstallationFaults(options, _vocabulary, views);
    }

    /// <summary>Opens the newest generation under <see cref="CorpusOptions.IndexDirectory"/>.</summary>
    /// <exception cref="IndexMissingException">There is no index yet: the remedy is an ingest.</exception>
    /// <exception cref="IndexDamagedException">A file is damaged; the message names it and the remedy.</exception>
    public static PlanCollection Open(CorpusOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Open(options, options.Store.Open);
    }

    /// <summary>Opens the newest generation of another index than the embedded one; the collection closes it.</summary>
    /// <exception cref="IndexMissingException">There is no index yet.</exception>
    public static PlanCollection Open(CorpusOptions options, Func<IPlanIndex> openIndex)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(openIndex);
        return new PlanCollection(options, CorpusViews.Open(openIndex(), options));
    }

    /// <summary>
    /// What is wrong with topics, lexicon, divisions and the template of Word documents as they are now, in Chinese; searches are answered
    /// all the same.
    /// </summary>
    public ImmutableArray<string> Faults => _faults.Current;

    /// <summary>The newest generation; the caller disposes of the reader.</summary>
    /// <param name="scope">
    /// What it is confined to: every answer is that of a collection without the other plans. Null for the whole collection.
    /// </param>
    public CollectionReader Read(PlanScope? scope = null) => Reader(_views.UseNewest(), scope);

    /// <summary>The generation that a cursor belongs to, the newest without one; the caller disposes of the reader.</summary>
    /// <remarks>A fault (<c>cursor_gone</c>) when that generation is kept no longer.</remarks>
    public Outcome<CollectionReader> Read(PlanScope? scope, string? cursor)
    {
        if (PageCursor.GenerationOf(cursor) is not { } generation)
        {
            return Read(scope);
        }

        if (_views.Use(generation) is { } kept)
        {
            return Reader(kept, scope);
        }

        using var newest = Read();
        return PageCursor.Gone(generation, newest.Generation);
    }

    /// <summary>Has something begun for the newest generation, and for each newer one when it is taken up; nobody waits for it.</summary>
    internal void Prepare(Action<CorpusView, WordSource> prepare) => _views.Prepare(view => prepare(view, _words));

    /// <summary>Hands out no more readers; those handed out stay open until they are disposed of.</summary>
    public void Dispose() => _views.Dispose();

    private CollectionReader Reader(CorpusView whole, PlanScope? scope)
    {
        try
        {
            return new CollectionReader(_options, scope is null ? whole : whole.Within(scope), _vocabulary, _words, _faults, _views.Order);
        }
        catch
        {
            whole.Release();
            throw;
        }
    }
}
