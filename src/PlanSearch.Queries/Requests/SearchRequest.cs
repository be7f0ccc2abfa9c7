using System.Collections.Immutable;
using PlanSearch.Plans;

namespace PlanSearch.Queries.Requests;

/// <summary>How the input is read.</summary>
public enum QueryMode
{
    /// <summary>
    /// Wholly in one pair of quotes: the words between them. Else as a literal where it occurs as it is, else as an expression.
    /// </summary>
    Auto,

    /// <summary>As it is, operators and blanks included.</summary>
    Literal,

    /// <summary>As an expression of the query language.</summary>
    Expression,

    /// <summary>
    /// As a question in plain words (相关检索): sections are ranked by the words they have. Its counts are those of the words.
    /// </summary>
    Words,
}

/// <summary>The order of a result list. Every order is total and stable.</summary>
public enum SearchOrder
{
    /// <summary>By plan in division order, then as the plan reads.</summary>
    Document,

    /// <summary>Best match first.</summary>
    Relevance,

    /// <summary>Plans by mentions per 10,000 characters, the densest first; in a plan the records with most mentions first.</summary>
    Density,

    /// <summary>Plans by their date, the newest first and those without one last; then as the plan reads.</summary>
    Date,

    /// <summary>Plans by their title, in the order of sounds; then as the plan reads.</summary>
    Title,
}

/// <summary>The values a facet is narrowed to: OR inside, AND between facets.</summary>
/// <param name="Included">Values of which one must hold; empty allows all. A region's value holds for all below it.</param>
/// <param name="Excluded">Values that must not hold.</param>
public sealed record FacetSelection(ImmutableArray<string> Included, ImmutableArray<string> Excluded)
{
    /// <summary>Nothing chosen.</summary>
    public static FacetSelection None { get; } = new([], []);

    /// <summary>Whether nothing is chosen.</summary>
    public bool IsEmpty => Included.IsEmpty && Excluded.IsEmpty;

    /// <summary>Both as one list: excluded values with a leading "-".</summary>
    public ImmutableArray<string> Stated => [.. Included, .. Excluded.Select(value => "-" + value)];

    /// <summary>The choice that a list of values says, as <see cref="Stated"/> prints it; empty values say nothing.</summary>
    public static FacetSelection Of(IEnumerable<string> values)
    {
        var said = values.Distinct().ToLookup(value => value is ['-', ..]);
        return new FacetSelection(
            [.. said[false].Where(value => value.Length > 0)],
            [.. said[true].Where(value => value.Length > 1).Select(value => value[1..])]);
    }
}

/// <summary>A search as page, API and command line put it: the same fields give the same numbers everywhere.</summary>
public sealed record SearchRequest
{
    /// <summary>The most records or mentions of one page.</summary>
    public const int MaxSize = 200;

    /// <summary>Items of a page where no number is asked for.</summary>
    public const int UsualSize = 20;

    /// <summary>The longest query, in UTF-16 code units.</summary>
    public const int MaxQueryLength = 2_000;

    /// <summary>What the person typed, untouched.</summary>
    public required string Query { get; init; }

    /// <summary>How it is read.</summary>
    public QueryMode Mode { get; init; }

    /// <summary>Compare code units as they are: no folding of width, case or glyph, and no whole-run rule.</summary>
    public bool Exact { get; init; }

    /// <summary>Chosen values by facet name (<see cref="FacetNames"/>, and the extra columns of the collection).</summary>
    public ImmutableSortedDictionary<string, FacetSelection> Filters { get; init => field = ValuesToday.Of(value); }
        = ImmutableSortedDictionary<string, FacetSelection>.Empty;

    /// <summary>Which records come first; document order if not said.</summary>
    public SearchOrder Order { get; init; }

    /// <summary>Records or mentions a page, 1 to <see cref="MaxSize"/>; 20 if not said.</summary>
    public int Size { get; init; } = UsualSize;

    /// <summary>Where the page before ended (<c>next</c> of its answer); null for the first page.</summary>
    public string? Cursor { get; init; }

    /// <summary>The sample that is listed instead of all mentions; null for all. Counts are of all either way.</summary>
    public MentionSampling? Sample { get; init; }

    /// <summary>Words of a question that are left out; only where it is read as <see cref="QueryMode.Words"/>.</summary>
    public ImmutableArray<string> WordsOff { get; init; } = [];

    /// <summary>Whether places and periods in a question are filters; only where it is read as <see cref="QueryMode.Words"/>.</summary>
    public bool WithPlaces { get; init; } = true;

    /// <summary>Whether facets are counted along; counts of the answer are the same without.</summary>
    public bool WithFacets { get; init; } = true;

    /// <summary>Whether facets list the values without a mention too.</summary>
    public bool WithZeroValues { get; init; }

    /// <summary>Whether the first page says what is related and, without a mention, which sections have its words.</summary>
    public bool WithRelated { get; init; } = true;

    /// <summary>The order of records where none is asked for: a question is answered best first.</summary>
    public static SearchOrder UsualOrderOf(QueryMode mode) => mode is QueryMode.Words ? SearchOrder.Relevance : SearchOrder.Document;

    /// <summary>
    /// The same search read otherwise: in its usual order where it is in the usual one, and without what only a question has.
    /// </summary>
    public SearchRequest ReadAs(QueryMode mode) => this with
    {
        Mode = mode,
        Order = Order == UsualOrderOf(Mode) ? UsualOrderOf(mode) : Order,
        WordsOff = mode is QueryMode.Words ? WordsOff : [],
        WithPlaces = WithPlaces || mode is not QueryMode.Words,
    };

    /// <summary>What is looked for, without what only concerns the list of it.</summary>
    public SearchRequest Unlisted() => this with { Order = UsualOrderOf(Mode), Size = UsualSize, Cursor = null, Sample = null };

    /// <summary>The search as its records are listed: a sample is one of mentions.</summary>
    public SearchRequest ForRecords() => this with { Sample = null };

    /// <summary>The search as its mentions are listed: without facets, and no order of records is reckoned.</summary>
    public SearchRequest ForMentions() => this with { WithFacets = false, Order = SearchOrder.Document };
}
