using System.Collections.Immutable;
using PlanSearch.Corpus.Queries;
using PlanSearch.Engine.Queries;
using PlanSearch.Engine.Search;

namespace PlanSearch.Corpus.Answers;

/// <summary>A request over one generation, read, resolved and counted: what every kind of answer begins with.</summary>
internal sealed class Inquiry
{
    private Inquiry(
        CorpusView view, Vocabulary vocabulary, SearchRequest request, InputReadings readings, PlanQuery query, ResolvedFilters filters)
    {
        (View, Vocabulary, Request, Readings, Query, Filters) = (view, vocabulary, request, readings, query, filters);
        EngineQuery = Queries.EngineQuery.From(query, request.Exact);
        Members = Queries.EngineQuery.MemberNames(EngineQuery);
    }

    public CorpusView View { get; }

    public Vocabulary Vocabulary { get; }

    public SearchRequest Request { get; }

    /// <summary>The filters of the request and those written into the query.</summary>
    public ResolvedFilters Filters { get; }

    public InputReadings Readings { get; }

    /// <summary>Whether the input was taken as it stands.</summary>
    public bool IsLiteral { get; private init; }

    /// <summary>The query that is answered.</summary>
    public PlanQuery Query { get; }

    public Query EngineQuery { get; }

    /// <summary>The names of the query's words, which mentions give by rank.</summary>
    public ImmutableArray<string> Members { get; }

    /// <summary>Mentions and records of every plan under the filters on blocks; plans out of scope are counted too.</summary>
    /// <remarks>By column as <see cref="FacetCatalog.BlockFields"/> lists them, where facets are wanted.</remarks>
    public QueryCounts Counts { get; private init; } = new(0);

    /// <summary>The best records, as many as were asked for; equal ones in division order, then as they read.</summary>
    public IReadOnlyList<ScoredRecord> Best { get; private init; } = [];

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

        var (filters, fault) = ResolvedFilters.Resolve(view.Facets, view.Entries.Length, request.Filters, reading.Query as NarrowedQuery);
        if (filters is null)
        {
            return fault!;
        }

        ImmutableArray<int> columns = withFacets ? [.. view.Facets.BlockFields.Select(field => field.Column)] : [];
        var inquiry = new Inquiry(view, vocabulary, request, reading.Readings, reading.Query, filters) { IsLiteral = reading.IsLiteral };
        return inquiry.Counted(columns, best, cancellationToken);
    }

    /// <summary>Another query under the same filters, counted, with its best records.</summary>
    public Inquiry With(PlanQuery query, int best, CancellationToken cancellationToken) =>
        new Inquiry(View, Vocabulary, Request, Readings, query, Filters).Counted([], best, cancellationToken);

    /// <summary>The mentions that another query would have, under the same filters of the request and its own.</summary>
    public Outcome<Tally> Count(PlanQuery query, CancellationToken cancellationToken) => Count(query, Request.Filters, cancellationToken);

    /// <summary>The mentions that another query would have under other filters.</summary>
    public Outcome<Tally> Count(
        PlanQuery query, ImmutableSortedDictionary<string, FacetSelection> filters, CancellationToken cancellationToken)
    {
        var (resolved, fault) = ResolvedFilters.Resolve(View.Facets, View.Entries.Length, filters, query as NarrowedQuery);
        if (resolved is null)
        {
            return fault!;
        }

        var counts = View.Snapshot.Count(Queries.EngineQuery.From(query, Request.Exact), resolved.Blocks, [], cancellationToken);
        return Tally.Of(counts, resolved);
    }

    private Inquiry Counted(ImmutableArray<int> columns, int best, CancellationToken cancellationToken)
    {
        var (counts, records) = best == 0
            ? (View.Snapshot.Count(EngineQuery, Filters.Blocks, columns, cancellationToken), [])
            : View.Snapshot.Search(EngineQuery, Filters.Blocks, columns, Ranks(), best, cancellationToken);
        return new Inquiry(View, Vocabulary, Request, Readings, Query, Filters) { IsLiteral = IsLiteral, Counts = counts, Best = records };
    }

    // By number of the plan: its place in division order; -1 for one out of scope.
    private int[] Ranks()
    {
        var numbers = View.NumbersInOrder;
        var ranks = new int[numbers.Length];
        for (var rank = 0; rank < ranks.Length; rank++)
        {
            ranks[numbers[rank]] = Filters.InScope[numbers[rank]] ? rank : -1;
        }

        return ranks;
    }
}
