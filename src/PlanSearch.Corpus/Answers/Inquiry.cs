using System.Collections.Immutable;
using PlanSearch.Corpus.Queries;
using PlanSearch.Engine.Queries;
using PlanSearch.Engine.Search;

namespace PlanSearch.Corpus.Answers;

/// <summary>A request over one generation, read, resolved and counted: what every kind of answer begins with.</summary>
internal sealed class Inquiry
{
    private readonly InputReading _reading;

    private Inquiry(CorpusView view, Vocabulary vocabulary, SearchRequest request, InputReading reading, ResolvedFilters filters, Query engineQuery)
    {
        (View, Vocabulary, Request, _reading, Filters) = (view, vocabulary, request, reading, filters);
        (EngineQuery, Members) = (engineQuery, Queries.EngineQuery.MemberNames(engineQuery));
    }

    public CorpusView View { get; }

    public Vocabulary Vocabulary { get; }

    public SearchRequest Request { get; }

    /// <summary>The filters of the request and those written into the query.</summary>
    public ResolvedFilters Filters { get; }

    public InputReadings Readings => _reading.Readings;

    /// <summary>Whether the input was taken as it stands.</summary>
    public bool IsLiteral => _reading.IsLiteral;

    /// <summary>The query that is answered.</summary>
    public PlanQuery Query => _reading.Query;

    public Query EngineQuery { get; }

    /// <summary>The names of the query's words, which mentions give by rank.</summary>
    public ImmutableArray<string> Members { get; }

    /// <summary>Mentions and records of every plan under the filters on blocks; plans out of scope are counted too.</summary>
    /// <remarks>By column as <see cref="FacetCatalog.BlockFields"/> lists them, where facets are wanted.</remarks>
    public required QueryCounts Counts { get; init; }

    /// <summary>The best records, as many as were asked for; equal ones in division order, then as they read.</summary>
    public required IReadOnlyList<ScoredRecord> Best { get; init; }

    /// <summary>Reads and counts a request, or says why it cannot be answered.</summary>
    /// <param name="view">The generation.</param>
    /// <param name="vocabulary">Topics and words.</param>
    /// <param name="request">The request.</param>
    /// <param name="withFacets">Whether columns are counted too.</param>
    /// <param name="best">How many of the best records are wanted.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static Outcome<Inquiry> Begin(
        CorpusView view, Vocabulary vocabulary, SearchRequest request, bool withFacets, int best, CancellationToken cancellationToken)
    {
        if (request.Sample?.Fault is { } sampleFault)
        {
            return sampleFault;
        }

        var (reading, unreadable) = InputReading.Of(view, vocabulary, request, cancellationToken);
        if (reading is null)
        {
            return unreadable!;
        }

        var (filters, fault) = ResolvedFilters.Resolve(view.Facets, request.Filters, reading.Query as NarrowedQuery);
        return filters is null ? fault! : Counted(view, vocabulary, request, reading, filters, withFacets ? view.Facets.BlockColumns : [], best, cancellationToken);
    }

    /// <summary>Another query under the same filters, counted, with its best records.</summary>
    public Inquiry With(PlanQuery query, int best, CancellationToken cancellationToken) =>
        Counted(View, Vocabulary, Request, new InputReading(Readings, query, IsLiteral: false), Filters, [], best, cancellationToken);

    /// <summary>The mentions that another query would have, under the same filters of the request and its own.</summary>
    public Outcome<Tally> Count(PlanQuery query, CancellationToken cancellationToken) => Count(query, Request.Filters, cancellationToken);

    /// <summary>The mentions that another query would have under other filters.</summary>
    public Outcome<Tally> Count(
        PlanQuery query, ImmutableSortedDictionary<string, FacetSelection> filters, CancellationToken cancellationToken)
    {
        var (resolved, fault) = ResolvedFilters.Resolve(View.Facets, filters, query as NarrowedQuery);
        if (resolved is null)
        {
            return fault!;
        }

        var counts = View.Snapshot.Count(Queries.EngineQuery.From(query, Request.Exact), resolved.Blocks, [], cancellationToken);
        return Tally.Of(counts, resolved);
    }

    private static Inquiry Counted(
        CorpusView view,
        Vocabulary vocabulary,
        SearchRequest request,
        InputReading reading,
        ResolvedFilters filters,
        ImmutableArray<int> columns,
        int best,
        CancellationToken cancellationToken)
    {
        var query = Queries.EngineQuery.From(reading.Query, request.Exact);
        var (counts, records) = best == 0
            ? (view.Snapshot.Count(query, filters.Blocks, columns, cancellationToken), [])
            : view.Snapshot.Search(query, filters.Blocks, columns, Ranks(view, filters), best, cancellationToken);
        return new Inquiry(view, vocabulary, request, reading, filters, query) { Counts = counts, Best = records };
    }

    // By number of the plan: its place in division order; -1 for one out of scope.
    private static ImmutableArray<int> Ranks(CorpusView view, ResolvedFilters filters) =>
        filters.HasEveryPlan ? view.Ranks : [.. view.Ranks.Select((rank, plan) => filters.InScope[plan] ? rank : -1)];
}
