using System.Collections.Immutable;
using PlanSearch.Corpus.Answers;
using PlanSearch.Corpus.Changes;
using PlanSearch.Corpus.Index.Port;
using PlanSearch.Corpus.Queries;
using PlanSearch.Corpus.Scopes;
using PlanSearch.Corpus.Words;

namespace PlanSearch.Corpus;

/// <summary>A collection of plans, open for reading.</summary>
/// <remarks>Safe for any number of threads. A newer generation, published by this or another process, is taken up by the next <see cref="Read(PlanScope?)"/>.</remarks>
public sealed class PlanCollection : IDisposable
{
    private readonly CorpusOptions _options;
    private readonly CorpusViews _views;
    private readonly FormerViews _formers;
    private readonly VocabularySource _vocabulary;
    private readonly WordSource _words;
    private readonly InstallationFaults _faults;

    private PlanCollection(CorpusOptions options, CorpusViews views)
    {
        (_options, _views) = (options, views);
        _formers = new FormerViews(options.Store.Formers, () => views.Order);
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

    /// <summary>What is wrong with topics, lexicon, divisions and the template of Word documents as they are now, in Chinese; searches are answered all the same.</summary>
    public ImmutableArray<string> Faults => _faults.Current;

    /// <summary>The newest generation; the caller disposes of the reader.</summary>
    /// <param name="scope">What it is confined to: every answer is that of a collection without the other plans. Null for the whole collection.</param>
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

    /// <summary>From now on the words of the newest generation are made as soon as it is taken up, by a thread of their own, and not when someone needs them.</summary>
    /// <remarks>For whoever serves. Those of a scope are made when they are first needed.</remarks>
    public void KeepWordsReady() => _views.Prepare(view => _ = view.BeginWords(_words));

    /// <summary>Hands out no more readers; those handed out stay open until they are disposed of.</summary>
    public void Dispose()
    {
        _views.Dispose();
        _formers.Dispose();
    }

    private CollectionReader Reader(CorpusView whole, PlanScope? scope)
    {
        try
        {
            return new CollectionReader(_options, scope is null ? whole : whole.Within(scope), _vocabulary, _words, _faults, _formers, _views.Order);
        }
        catch
        {
            whole.Release();
            throw;
        }
    }
}
