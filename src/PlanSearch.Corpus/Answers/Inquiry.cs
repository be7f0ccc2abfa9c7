using System.Collections.Immutable;
using PlanSearch.Corpus.Queries;
using PlanSearch.Engine.Queries;
using PlanSearch.Engine.Search;

namespace PlanSearch.Corpus.Answers;

/// <summary>A request over one generation, read, resolved and counted: what every kind of answer begins with.</summary>
internal sealed class Inquiry
{
    private Inquiry(CorpusView view, SearchRequest request, ResolvedFilters filters, InputReadings readings, bool isLiteral)
    {
        (View, Request, Filters, Readings, IsLiteral) = (view, request, filters, readings, isLiteral);
        Query = isLiteral ? readings.Literal : readings.Expression!;
        EngineQuery = Queries.EngineQuery.From(Query, request.Exact);
        Literals = [.. EngineQuery.Literals];
    }

    public CorpusView View { get; }

    public SearchRequest Request { get; }

    public ResolvedFilters Filters { get; }

    public InputReadings Readings { get; }

    /// <summary>Whether the input was taken as it stands.</summary>
    public bool IsLiteral { get; }

    /// <summary>The query that is answered.</summary>
    public PlanQuery Query { get; }

    public Query EngineQuery { get; }

    /// <summary>The positive literals of <see cref="EngineQuery"/>, which mentions name by rank.</summary>
    public IReadOnlyList<LiteralQuery> Literals { get; }

    /// <summary>Mentions and records of every plan under the filters on blocks; plans out of scope are counted too.</summary>
    /// <remarks>By column as <see cref="FacetCatalog.BlockFields"/> lists them, where facets are wanted.</remarks>
    public QueryCounts Counts { get; private init; } = new(0);

    /// <summary>Reads and counts a request, or says why it cannot be answered.</summary>
    public static Outcome<Inquiry> Begin(CorpusView view, SearchRequest request, bool withFacets, CancellationToken cancellationToken)
    {
        var (filters, filterFault) = ResolvedFilters.Resolve(view, request.Filters);
        var (readings, queryFault) = InputReadings.Of(request.Query);
        if (readings is null || (request.Mode == QueryMode.Expression && readings.Expression is null))
        {
            return queryFault ?? readings!.Fault!;
        }

        if (filters is null)
        {
            return filterFault!;
        }

        var inquiry = new Inquiry(view, request, filters, readings, IsTakenLiterally(view, request, readings, cancellationToken));
        ImmutableArray<int> columns = withFacets ? [.. view.Facets.BlockFields.Select(field => field.Column)] : [];
        return inquiry.Counted(view.Snapshot.Count(inquiry.EngineQuery, filters.Blocks, columns, cancellationToken));
    }

    /// <summary>The mentions that another reading would have under the same filters.</summary>
    public long CountMentions(PlanQuery query, CancellationToken cancellationToken)
    {
        var counts = View.Snapshot.Count(Queries.EngineQuery.From(query, Request.Exact), Filters.Blocks, [], cancellationToken);
        var mentions = 0L;
        for (var plan = 0; plan < counts.MentionsByDocument.Length; plan++)
        {
            mentions += Filters.InScope[plan] ? counts.MentionsByDocument[plan] : 0;
        }

        return mentions;
    }

    private Inquiry Counted(QueryCounts counts) => new(View, Request, Filters, Readings, IsLiteral) { Counts = counts };

    // Decided over the whole collection, so that no filter changes how the same input is read.
    private static bool IsTakenLiterally(CorpusView view, SearchRequest request, InputReadings readings, CancellationToken cancellationToken) =>
        request.Mode switch
        {
            QueryMode.Literal => true,
            QueryMode.Expression => false,
            _ => !readings.Differ || Occurs(view, Queries.EngineQuery.From(readings.Literal, request.Exact), cancellationToken),
        };

    private static bool Occurs(CorpusView view, Query query, CancellationToken cancellationToken)
    {
        var counts = view.Snapshot.Count(query, BlockFilter.All, [], cancellationToken);
        return counts.MentionsByDocument.AsSpan().ContainsAnyExcept(0)
            || counts.LongerRunsByDocument.AsSpan().ContainsAnyExcept(0)
            || counts.Aside.Count > 0;
    }
}
