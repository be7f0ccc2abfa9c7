using System.Collections.Immutable;
using PlanSearch.Corpus.Ingest;
using PlanSearch.Corpus.Scopes;
using PlanSearch.Corpus.Words;
using PlanSearch.Index.Stored;
using PlanSearch.Queries.Requests;
using PlanSearch.Queries.Words;

namespace PlanSearch.Corpus.Generations;

/// <summary>One generation of a collection, within one scope: whatever is answered from it fits together.</summary>
/// <remarks>
/// Safe for any number of threads. Its files stay open until it is disposed of; answers stay valid after that, streams do not.
/// </remarks>
public sealed class CollectionReader : IDisposable
{
    private readonly VocabularySource _vocabularySource;
    private readonly InstallationFaults _faults;
    private Vocabulary? _vocabulary;
    private int _isDisposed;

    internal CollectionReader(
        CorpusOptions options,
        CorpusView view,
        VocabularySource vocabulary,
        WordSource words,
        InstallationFaults faults,
        PlanOrder order) =>
        (Options, View, _vocabularySource, WordSource, _faults, Order) = (options, view, vocabulary, words, faults, order);

    /// <summary>Its number, from 1.</summary>
    public long Generation => View.Snapshot.Generation;

    /// <summary>The identity of the index: another one once it is built anew, though its generations are numbered on.</summary>
    public Guid Identity => View.Snapshot.Identity;

    /// <summary>Which texts it holds, as a certificate states it.</summary>
    public string Digest => View.Snapshot.Manifest.Digest;

    /// <summary>When it was published, UTC.</summary>
    public DateTimeOffset BuiltAt => View.Snapshot.Manifest.BuiltAt;

    /// <summary>What it is confined to; null for the whole collection.</summary>
    public PlanScope? Scope => View.Scope;

    /// <summary>The topic sets and words as they were when this was first asked for.</summary>
    public Vocabulary Vocabulary => LazyInitializer.EnsureInitialized(ref _vocabulary, () => _vocabularySource.Current);

    /// <summary>Why topics.yaml as it is now is not in force; null when it is, and within a scope.</summary>
    public string? TopicsFault => Scope is null ? _vocabularySource.TopicsFault : null;

    /// <summary>What is loaded: generation, digest, plans, failures, when it was built.</summary>
    public CorpusStatus Status
    {
        get
        {
            var manifest = View.Snapshot.Manifest;
            return new CorpusStatus(
                Generation,
                Digest,
                View.Entries.Length,
                View.Entries.Sum(entry => (long)entry.Summary.Characters),
                manifest.BuiltAt,
                manifest.Failures,
                Scope is null ? manifest.Warnings.AddRange(_faults.Current) : manifest.Warnings,
                manifest.Versions);
        }
    }

    /// <summary>The plans in division order: level of the tree, code, period, id.</summary>
    public ImmutableArray<PlanSummary> Plans => ImmutableArray.CreateRange(View.InOrder, entry => entry.Summary);

    /// <summary>When a plan last changed, as far as is known; when the generation was built, where none has. UTC.</summary>
    public DateTimeOffset LastChange => View.Snapshot.Manifest.LastChange;

    internal CorpusOptions Options { get; }

    internal CorpusView View { get; }

    /// <summary>The division order.</summary>
    internal PlanOrder Order { get; }

    /// <summary>What words are cut by, whatever the plans.</summary>
    internal WordSource WordSource { get; }

    /// <summary>Cuts by dictionary and lexicon alone, so it is there without any plan being read.</summary>
    internal WordCutter LexiconCutter => WordSource.Lexicon.Cutter;

    /// <summary>A plan's 入库报告.</summary>
    public Outcome<PlanLedger> Ledger(string planId)
    {
        var (entry, fault) = View.Find(planId);
        if (entry is null)
        {
            return fault!;
        }

        var plan = View.Snapshot.Plan(entry.Number);
        return new PlanLedger(
            plan.Id,
            plan.File,
            plan.Format,
            plan.Program,
            plan.Encoding,
            plan.EncodingReason,
            plan.Bytes,
            plan.TextDigest,
            plan.Ledger,
            plan.Metadata,
            plan.Outline, CorrectionEntry.AllOf(plan), ConfirmationEntry.AllOf(plan));
    }

    /// <summary>The file a plan was read from, byte for byte; a fault when it is no longer there or no longer the same.</summary>
    public Outcome<PlanSource> Source(string planId)
    {
        var (entry, fault) = View.Find(planId);
        return entry is null ? fault! : OriginalFile.Of(View.Snapshot.Plan(entry.Number));
    }

    /// <summary>Lets go of the generation. Once is enough.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            View.Release();
        }
    }
}

/// <summary>What is loaded.</summary>
/// <param name="Generation">Number of the generation.</param>
/// <param name="Digest">SHA-256 over all plans, as a certificate states it.</param>
/// <param name="Plans">Number of plans.</param>
/// <param name="Characters">Characters searched.</param>
/// <param name="BuiltAt">When the generation was published, UTC.</param>
/// <param name="Failures">Files that are not in it.</param>
/// <param name="Warnings">
/// Warnings of the last ingest, and what is wrong with topics, lexicon, divisions and the template of Word documents.
/// </param>
/// <param name="Versions">Parser, fold and format.</param>
public sealed record CorpusStatus(
    long Generation,
    string Digest,
    int Plans,
    long Characters,
    DateTimeOffset BuiltAt,
    ImmutableArray<NotSearched> Failures,
    ImmutableArray<string> Warnings,
    ImmutableSortedDictionary<string, string> Versions);
