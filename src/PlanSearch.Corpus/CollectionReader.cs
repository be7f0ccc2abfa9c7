using System.Collections.Immutable;
using PlanSearch.Corpus.Answers;
using PlanSearch.Corpus.Changes;
using PlanSearch.Corpus.Ingest;
using PlanSearch.Corpus.Queries;
using PlanSearch.Corpus.Scopes;
using PlanSearch.Corpus.Words;

namespace PlanSearch.Corpus;

/// <summary>One generation of a collection, within one scope: whatever is answered from it fits together.</summary>
/// <remarks>Safe for any number of threads. Its files stay open until it is disposed of; answers stay valid after that, streams do not.</remarks>
public sealed class CollectionReader : IDisposable
{
    private readonly VocabularySource _vocabularySource;
    private readonly WordSource _words;
    private readonly InstallationFaults _faults;
    private Vocabulary? _vocabulary;
    private int _isDisposed;

    internal CollectionReader(
        CorpusOptions options, CorpusView view, VocabularySource vocabulary, WordSource words, InstallationFaults faults, FormerViews formers, PlanOrder order) =>
        (Options, View, _vocabularySource, _words, _faults, Formers, Order) = (options, view, vocabulary, words, faults, formers, order);

    /// <summary>Its number, from 1.</summary>
    public long Generation => View.Snapshot.Generation;

    /// <summary>The identity of the index: another one once it is built anew, though its generations are numbered on.</summary>
    public Guid Identity => View.Snapshot.Identity;

    /// <summary>Which texts it holds, see <see cref="Certificate.Digest"/>.</summary>
    public string Digest => View.Snapshot.Manifest.Digest;

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
    public DateTimeOffset LastChange => ChangeFeed.LastChangeOf(View.Snapshot.Manifest);

    internal CorpusOptions Options { get; }

    internal CorpusView View { get; }

    internal FormerViews Formers { get; }

    /// <summary>The division order.</summary>
    internal PlanOrder Order { get; }

    /// <summary>Cuts by dictionary and lexicon alone, so it is there without any plan being read.</summary>
    internal WordCutter LexiconCutter => _words.Lexicon.Cutter;

    /// <summary>The words of these plans; whoever needs them first after a new generation waits for them, unless they are made by then.</summary>
    /// <exception cref="OperationCanceledException">It was ended before.</exception>
    internal ViewWords.Made Words(CancellationToken cancellationToken) => View.BeginWords(_words).WaitAsync(cancellationToken).GetAwaiter().GetResult();

    /// <summary>Reads a search; it is counted once some part of its answer needs that.</summary>
    /// <param name="request">The search. A cursor is of this generation, see <see cref="PlanCollection.Read(PlanScope?, string?)"/>.</param>
    /// <param name="cancellationToken">Ends whatever is made of it.</param>
    public Outcome<Inquiry> Ask(SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Inquiry.Begin(this, request, cancellationToken);
    }

    /// <summary>A plan's 入库报告.</summary>
    public Outcome<PlanLedger> Ledger(string planId)
    {
        var (entry, fault) = View.Find(planId);
        if (entry is null)
        {
            return fault!;
        }

        var plan = View.Snapshot.Plan(entry.Number);
        return new PlanLedger(plan.Id, plan.File, plan.Format, plan.Program, plan.Encoding, plan.EncodingReason, plan.Bytes, plan.TextDigest, plan.Ledger, plan.Metadata);
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
/// <param name="Digest">SHA-256 over all plans, see <see cref="Certificate.Digest"/>.</param>
/// <param name="Plans">Number of plans.</param>
/// <param name="Characters">Characters searched.</param>
/// <param name="BuiltAt">When the generation was published, UTC.</param>
/// <param name="Failures">Files that are not in it.</param>
/// <param name="Warnings">Warnings of the last ingest, and what is wrong with topics, lexicon, divisions and the template of Word documents.</param>
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
