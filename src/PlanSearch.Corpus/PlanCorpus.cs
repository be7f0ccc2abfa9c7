using System.Collections.Immutable;
using System.Globalization;
using PlanSearch.Corpus.Answers;
using PlanSearch.Corpus.Changes;
using PlanSearch.Corpus.Index;
using PlanSearch.Corpus.Ingest;
using PlanSearch.Corpus.Measuring;
using PlanSearch.Corpus.Queries;
using PlanSearch.Corpus.Scopes;

namespace PlanSearch.Corpus;

/// <summary>A collection of plans as page, API and command line use it: everything that reads.</summary>
/// <remarks>
/// Safe for any number of threads. Every call answers from one generation; a newer one, published by this or another process,
/// is taken up by the next call; a cursor is answered from its own generation for as long as that is kept.
/// </remarks>
public sealed partial class PlanCorpus : IDisposable
{
    private readonly CorpusOptions _options;
    private readonly CorpusViews _views;
    private readonly FormerViews _formers;
    private readonly VocabularySource _vocabulary;
    private readonly PlanScope? _scope;
    private readonly bool _isOwner;

    private PlanCorpus(CorpusOptions options, CorpusViews views)
    {
        (_options, _views, _isOwner) = (options, views, true);
        _formers = new FormerViews(options.Changes ?? new FileChangeStore(options.IndexDirectory), () => views.Order);
        _vocabulary = new VocabularySource(options);
    }

    private PlanCorpus(PlanCorpus whole, PlanScope? scope) =>
        (_options, _views, _formers, _vocabulary, _scope) = (whole._options, whole._views, whole._formers, whole._vocabulary, scope);

    /// <summary>The topic sets and words the collection knows; a topics.yaml that has changed is read anew.</summary>
    /// <exception cref="InvalidDataException">topics.yaml cannot be read and never could; the message says where.</exception>
    public Vocabulary Vocabulary => _vocabulary.Current;

    /// <summary>What it is confined to; null for the whole collection.</summary>
    public PlanScope? Scope => _scope;

    /// <summary>Opens the newest generation under <see cref="CorpusOptions.IndexDirectory"/>.</summary>
    /// <exception cref="IndexMissingException">There is no index yet: the remedy is an ingest.</exception>
    /// <exception cref="Engine.Storage.CorruptIndexException">A file is damaged; the message names it and the remedy.</exception>
    public static PlanCorpus Open(CorpusOptions options) => Open(options, () => new EmbeddedPlanIndex(options.IndexDirectory));

    /// <summary>Opens the newest generation of another index than the embedded one; the corpus closes it.</summary>
    /// <exception cref="IndexMissingException">There is no index yet.</exception>
    public static PlanCorpus Open(CorpusOptions options, Func<IPlanIndex> openIndex)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(openIndex);
        return new PlanCorpus(options, CorpusViews.Open(openIndex(), options));
    }

    /// <summary>The same collection confined to a scope: every answer is that of a collection without the other plans.</summary>
    /// <param name="scope">The scope; null for all of it.</param>
    /// <remarks>It shares the open files and need not be disposed of; it ends with this corpus.</remarks>
    /// <exception cref="InvalidOperationException">This one is confined already.</exception>
    public PlanCorpus Within(PlanScope? scope) =>
        _scope is null ? new PlanCorpus(this, scope) : throw new InvalidOperationException("The corpus has a scope already.");

    /// <summary>What is loaded: generation, digest, plans, failures, when it was built.</summary>
    public CorpusStatus Status => With(view => new CorpusStatus(
        view.Snapshot.Generation,
        view.Snapshot.Manifest.Digest,
        view.Entries.Length,
        view.Entries.Sum(entry => (long)entry.Summary.Characters),
        view.Snapshot.Manifest.BuiltAt,
        view.Snapshot.Manifest.Failures,
        _vocabulary.Fault is { } fault && _scope is null ? view.Snapshot.Manifest.Warnings.Add(fault) : view.Snapshot.Manifest.Warnings,
        view.Snapshot.Manifest.Versions));

    /// <summary>The plans in division order: level of the tree, code, period, id.</summary>
    public ImmutableArray<PlanSummary> Plans => With(view => ImmutableArray.CreateRange(view.InOrder, entry => entry.Summary));

    /// <summary>Records that satisfy the request, one page of them, with exact totals.</summary>
    public Outcome<SearchAnswer> Search(SearchRequest request, CancellationToken cancellationToken) =>
        WithPage(
            request?.Sample is null ? request! : request with { Sample = null }, isRecords: true, inquiry => SearchAnswerer.Answer(inquiry, _options.Time.GetUtcNow(), cancellationToken), cancellationToken);

    /// <summary>Mentions one by one, one page of them, in document order.</summary>
    public Outcome<MentionsAnswer> Mentions(SearchRequest request, CancellationToken cancellationToken) =>
        WithPage(
            request, isRecords: false, inquiry => MentionsAnswerer.Answer(inquiry, _options.Time.GetUtcNow(), cancellationToken), cancellationToken);

    /// <summary>Every mention, streamed in document order; size and cursor of the request are not looked at.</summary>
    /// <remarks>
    /// The certificate is known before the first row; rows are made as they are asked for, from the same generation, which stays open until they have
    /// been enumerated, or <see cref="MentionStream.Rows"/>, an <see cref="IDisposable"/>, is disposed of.
    /// </remarks>
    public Outcome<MentionStream> StreamMentions(SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return With<Outcome<MentionStream>>(view =>
        {
            var (inquiry, fault) = Inquiry.Begin(view, Vocabulary, request, withFacets: false, best: 0, cancellationToken);
            return inquiry is null
                ? fault!
                : new MentionStream(
                    CertificateMaker.Make(inquiry, _options.Time.GetUtcNow()), new LeasedRows(inquiry, () => _views.IsDisposed, cancellationToken))
                {
                    Plans = [.. view.InOrder.Where(entry => inquiry.Filters.InScope[entry.Number]).Select(entry => entry.Summary)],
                };
        });
    }

    /// <summary>A plan whole, its mentions of the request's query marked; an empty query marks nothing.</summary>
    public Outcome<PlanReading> Read(string planId, SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return With<Outcome<PlanReading>>(view =>
        {
            if (view.Snapshot.Find(planId) is var number && number < 0)
            {
                return Unknown(planId);
            }

            if (string.IsNullOrWhiteSpace(request.Query))
            {
                return PlanReader.Read(view, view.Entries[number], null, cancellationToken);
            }

            var (inquiry, fault) = Inquiry.Begin(view, Vocabulary, request, withFacets: false, best: 0, cancellationToken);
            return inquiry is null ? fault! : PlanReader.Read(view, view.Entries[number], inquiry, cancellationToken);
        });
    }

    /// <summary>A plan's 入库报告.</summary>
    public Outcome<PlanLedger> Ledger(string planId) => With<Outcome<PlanLedger>>(view =>
    {
        if (view.Snapshot.Find(planId) is var number && number < 0)
        {
            return Unknown(planId);
        }

        var plan = view.Snapshot.Plan(number);
        return new PlanLedger(plan.Id, plan.File, plan.Format, plan.Program, plan.Encoding, plan.EncodingReason, plan.Bytes, plan.TextDigest, plan.Ledger, plan.Metadata);
    });

    /// <summary>The file a plan was read from, byte for byte; a fault when it is no longer there or no longer the same.</summary>
    public Outcome<PlanSource> Source(string planId) => With(view =>
        view.Snapshot.Find(planId) is var number && number < 0 ? Unknown(planId) : OriginalFile.Of(view.Snapshot.Plan(number)));

    /// <summary>Times each query's operations over the newest generation.</summary>
    /// <param name="queries">A query a line; blank lines are passed over. <c>A|B</c> is both words in one record, as in the peers' files.</param>
    /// <param name="repeat">Timed runs of each operation; at least 1.</param>
    /// <param name="isApart">Whether all runs of a query follow each other; else the queries take turns, and none finds its own data still at hand.</param>
    /// <param name="cancellationToken">Looked at by every operation.</param>
    public Outcome<Measurement> Measure(IReadOnlyList<string> queries, int repeat, bool isApart, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(repeat);
        var named = new List<(string, PlanQuery)>();
        foreach (var line in queries.Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            var parse = QueryParser.Parse(line.Replace('|', ' '), Vocabulary.Topics);
            if (parse.Query is not { } query)
            {
                return parse.Fault!;
            }

            named.Add((line, query));
        }

        return With<Outcome<Measurement>>(view => new Measurement(
            view.Snapshot.Generation, view.Entries.Length, new QueryTimer(view, Vocabulary, _options.Time, cancellationToken).Run(named, repeat, isApart)));
    }

    /// <summary>Closes the files once the calls under way have ended; answers handed out stay valid, streams do not.</summary>
    public void Dispose()
    {
        if (_isOwner)
        {
            _views.Dispose();
            _formers.Dispose();
        }
    }

    /// <summary>The first name or value of filters that no plan has; null when there is none.</summary>
    internal RequestFault? FaultOf(ImmutableSortedDictionary<string, FacetSelection> filters) => With(view => ResolvedFilters.Resolve(view.Facets, filters, query: null).Fault);

    private static RequestFault Unknown(string planId) => new("plan_unknown", $"没有编号为“{planId}”的规划。");

    private T With<T>(Func<CorpusView, T> answer) => With(_views.UseNewest(), answer);

    private T With<T>(CorpusView whole, Func<CorpusView, T> answer)
    {
        var view = whole;
        try
        {
            view = _scope is null ? whole : whole.Within(_scope);
            return answer(view);
        }
        finally
        {
            view.Release();
        }
    }

    private Outcome<T> WithPage<T>(
        SearchRequest request, bool isRecords, Func<Inquiry, Outcome<T>> answer, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(request);
        return WithGeneration(request, view =>
        {
            var (inquiry, fault) = Inquiry.Begin(view, Vocabulary, request, isRecords && request.WithFacets, isRecords ? HitPages.BestWanted(request) : 0, cancellationToken);
            return inquiry is null ? fault! : answer(inquiry);
        });
    }

    /// <summary>Answers a page from the generation that its cursor belongs to, the newest without one.</summary>
    private Outcome<T> WithGeneration<T>(SearchRequest request, Func<CorpusView, Outcome<T>> answer)
        where T : class
    {
        if (request.Size is < 1 or > SearchRequest.MaxSize)
        {
            return new RequestFault("size_out_of_range", $"每页条数应在1到{SearchRequest.MaxSize.ToString(CultureInfo.InvariantCulture)}之间。");
        }

        if (PageCursor.GenerationOf(request.Cursor) is not { } generation)
        {
            return With(answer);
        }

        return _views.Use(generation) is { } kept
            ? With(kept, answer)
            : With<Outcome<T>>(view => PageCursor.Gone(generation, view.Snapshot.Generation));
    }
}

/// <summary>Every mention of an answer, with its proof.</summary>
/// <param name="Certificate">The proof; <see cref="Certificate.Listed"/> is the number of rows.</param>
/// <param name="Rows">The rows, made as they are enumerated; enumerable once.</param>
public sealed record MentionStream(Certificate Certificate, IEnumerable<MentionRow> Rows)
{
    /// <summary>The plans in scope, in division order: what the counts are measured against.</summary>
    public ImmutableArray<PlanSummary> Plans { get; init; } = [];

    /// <summary>Names of blank columns that a table has behind its own, for whoever codes the mentions.</summary>
    public ImmutableArray<string> Coding { get; init; } = [];
}

/// <summary>What is loaded.</summary>
/// <param name="Generation">Number of the generation.</param>
/// <param name="Digest">SHA-256 over all plans, see <see cref="Certificate.Digest"/>.</param>
/// <param name="Plans">Number of plans.</param>
/// <param name="Characters">Characters searched.</param>
/// <param name="BuiltAt">When the generation was published, UTC.</param>
/// <param name="Failures">Files that are not in it.</param>
/// <param name="Warnings">Warnings of the last ingest.</param>
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
