using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using PlanSearch.Answers.Citations;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Web.Api.Requests;

/// <summary>A search in the query string: the same names on page and API.</summary>
/// <remarks>
/// Every further parameter is a filter, by a facet (the description has them from the table, see FilterParameters) or by an extra column of
/// the collection; a name no plan has is a fault, not ignored.
/// </remarks>
internal sealed record SearchParameters
{
    /// <summary>The last of them: behind it the description has the facets.</summary>
    internal const string Last = "seed";

    /// <summary>Names that are no filters.</summary>
    private static readonly HashSet<string> Own =
    [
        AddressQuery.Plain, AddressQuery.Code, "mode", "off", "places", "exact", "sort", "size", "cursor", "facets", "unit", "aside",
        "longer",
        "format", "sample", Last, "coding",
    ];

    [FromQuery(Name = "q"), Description("What is looked for. Tried as it stands first; see mode.")]
    public string? Query { get; init; }

    [FromQuery(Name = "qcode"), Description("A long q as the addresses of pages have it: in UTF-16, little-endian, in base64url. Not "
        + "looked at beside q. Programs need none: they POST the search.")]
    public string? QueryCode { get; init; }

    [FromQuery(Name = "mode"), Description("auto (as it stands where it occurs so, else as an expression), literal, expression, or words "
        + "(a question in plain words: sections ranked by the words they have; counts are those of the words); auto if absent.")]
    public string? Mode { get; init; }

    [FromQuery(Name = "off"), Description("For mode=words: a word that is left out, see words of the answer. Repeatable.")]
    public string[]? Off { get; init; }

    [FromQuery(Name = "places"), Description("For mode=words: off leaves places and periods of the question among its words; else they "
        + "are filters, see appliedFilters.")]
    public string? Places { get; init; }

    [FromQuery(Name = "exact"), Description("true compares code units as they are: no folding of width, case or glyph.")]
    public bool? Exact { get; init; }

    [FromQuery(Name = "sort"), Description("document (by plan in division order, then as it reads), relevance, density, date (plans by "
        + "their date, the newest first) or title (plans by their title, in the order of sounds; all of records), left or right (of "
        + "mentions); document if absent.")]
    public string? Sort { get; init; }

    [FromQuery(Name = "size"), Description("Records or mentions a page, 1 to 200; 20 if absent.")]
    public int? Size { get; init; }

    [FromQuery(Name = "cursor"), Description("next of the page before; bound to one generation of the index.")]
    public string? Cursor { get; init; }

    [FromQuery(Name = "facets"), Description("false leaves the facets uncounted.")]
    public bool? Facets { get; init; }

    [FromQuery(Name = "unit"), Description("mentions, records or plans: what the facets of the page count. Each value of a facet has all "
        + "three numbers here, so it changes nothing; it is taken so that the address of a page is one of the API.")]
    public string? Unit { get; init; }

    [FromQuery(Name = "aside"), Description("For a search only: true lists the lines that the certificate counts as left out (contents "
        + "pages, covers, page marks), as aside of the answer.")]
    public bool? Aside { get; init; }

    [FromQuery(Name = "longer"), Description("For a search only: true lists the longer words that the query's word is part of (新能源 of "
        + "能源), each with its count and the query that leaves it out, as longer of the answer.")]
    public bool? Longer { get; init; }

    [FromQuery(Name = "sample"), Description("For mentions only: lists a simple random sample of so many mentions instead of all, for "
        + "coding; counts stay those of all. 1 to 100,000.")]
    public int? Sample { get; init; }

    [FromQuery(Name = Last), Description("What the sample is drawn by, any text: the same seed over the same texts draws the same "
        + "mentions on every machine; 1 if absent.")]
    public string? Seed { get; init; }

    /// <summary>The request itself: its further parameters are filters, by facets and by extra columns.</summary>
    public required HttpRequest Http { get; init; }

    /// <summary>Whether nothing is looked for.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Query) && string.IsNullOrEmpty(QueryCode);

    /// <summary>The search that is meant.</summary>
    /// <param name="further">Names that this route has beyond those of a search, and that are no filters either.</param>
    public Outcome<SearchRequest> ToRequest(params IEnumerable<string> further) => new SearchBody
    {
        Query = Query,
        QueryCode = QueryCode,
        Unit = Unit,
        Mode = Mode,
        Off = Off,
        Places = Places,
        Exact = Exact,
        Sort = Sort,
        Size = Size,
        Cursor = Cursor,
        Facets = Facets,
        Sample = Sample,
        Seed = Seed,
    }.ToRequest(Http.Query.Where(pair => !Own.Contains(pair.Key) && !further.Contains(pair.Key))
        .Select(pair => KeyValuePair.Create(pair.Key, pair.Value.OfType<string>().ToArray())));
}
