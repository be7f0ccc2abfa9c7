using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using PlanSearch.Answers.Citations;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Web.Api.Requests;

/// <summary>A search in the query string: the same names on page and API.</summary>
/// <remarks>Every further parameter is a filter by an extra column of the collection; a name no plan has is a fault, not ignored.</remarks>
internal sealed record SearchParameters
{
    /// <summary>Names that are no filters.</summary>
    private static readonly HashSet<string> Own =
        [AddressQuery.Plain, AddressQuery.Code, "mode", "off", "places", "exact", "sort", "size", "cursor", "facets", "unit", "aside", "longer", "format", "sample", "seed", "coding"];

    [FromQuery(Name = "q"), Description("What is looked for. Tried as it stands first; see mode.")]
    public string? Query { get; init; }

    [FromQuery(Name = "qcode"), Description("A long q as the addresses of pages have it: in UTF-16, little-endian, in base64url. Not looked at beside q. Programs need none: they POST the search.")]
    public string? QueryCode { get; init; }

    [FromQuery(Name = "mode"), Description("auto (as it stands where it occurs so, else as an expression), literal, expression, or words (a question in plain words: sections ranked by the words they have; counts are those of the words); auto if absent.")]
    public string? Mode { get; init; }

    [FromQuery(Name = "off"), Description("For mode=words: a word that is left out, see words of the answer. Repeatable.")]
    public string[]? Off { get; init; }

    [FromQuery(Name = "places"), Description("For mode=words: off leaves places and periods of the question among its words; else they are filters, see appliedFilters.")]
    public string? Places { get; init; }

    [FromQuery(Name = "exact"), Description("true compares code units as they are: no folding of width, case or glyph.")]
    public bool? Exact { get; init; }

    [FromQuery(Name = "sort"), Description("document (by plan in division order, then as it reads), relevance, density, date (plans by their date, the newest first) or title (plans by their title, in the order of sounds; all of records), left or right (of mentions); document if absent.")]
    public string? Sort { get; init; }

    [FromQuery(Name = "size"), Description("Records or mentions a page, 1 to 200; 20 if absent.")]
    public int? Size { get; init; }

    [FromQuery(Name = "cursor"), Description("next of the page before; bound to one generation of the index.")]
    public string? Cursor { get; init; }

    [FromQuery(Name = "facets"), Description("false leaves the facets uncounted.")]
    public bool? Facets { get; init; }

    [FromQuery(Name = "unit"), Description("mentions, records or plans: what the facets of the page count. Each value of a facet has all three numbers here, so it changes nothing; it is taken so that the address of a page is one of the API.")]
    public string? Unit { get; init; }

    [FromQuery(Name = "aside"), Description("For a search only: true lists the lines that the certificate counts as left out (contents pages, covers, page marks), as aside of the answer.")]
    public bool? Aside { get; init; }

    [FromQuery(Name = "longer"), Description("For a search only: true lists the longer words that the query's word is part of (新能源 of 能源), each with its count and the query that leaves it out, as longer of the answer.")]
    public bool? Longer { get; init; }

    [FromQuery(Name = "sample"), Description("For mentions only: lists a simple random sample of so many mentions instead of all, for coding; counts stay those of all. 1 to 100,000.")]
    public int? Sample { get; init; }

    [FromQuery(Name = "seed"), Description("What the sample is drawn by, any text: the same seed over the same texts draws the same mentions on every machine; 1 if absent.")]
    public string? Seed { get; init; }

    [FromQuery(Name = "region"), Description("Division or zone as a path, names joined by /; holds for all below it. Repeatable; a leading - excludes.")]
    public string[]? Region { get; init; }

    [FromQuery(Name = "level"), Description("国家, 省级, 市级, 县级, 乡级, 功能区 or 未知 (未识别). Repeatable; a leading - excludes.")]
    public string[]? Level { get; init; }

    [FromQuery(Name = "period"), Description("一五 to 十五五, else the years (2021—2023年, 到2027年), or 未知 (未识别). Repeatable; a leading - excludes.")]
    public string[]? Period { get; init; }

    [FromQuery(Name = "type"), Description("发展规划（纲要）, 国土空间规划, 专项规划, 区域规划, 实施方案和行动计划, 规划建议, 其他 or 未知 (未识别); 纲要 and 行动计划 are former names and stay valid. Repeatable; a leading - excludes.")]
    public string[]? Type { get; init; }

    [FromQuery(Name = "part"), Description("正文, 标题, 专栏, 表格 or 脚注. Repeatable; a leading - excludes.")]
    public string[]? Part { get; init; }

    [FromQuery(Name = "section"), Description("板块: 发展基础与形势, 总体要求与目标, 重点任务, 保障实施, 附件 or 未判定. Repeatable; a leading - excludes.")]
    public string[]? Section { get; init; }

    [FromQuery(Name = "context"), Description("用法: 一般行文, 书名号内, 规划名录 or 标题. Repeatable; a leading - excludes.")]
    public string[]? Context { get; init; }

    [FromQuery(Name = "plan"), Description("A plan's id. Repeatable; a leading - excludes.")]
    public string[]? Plan { get; init; }

    /// <summary>The request itself: its further parameters are filters by extra columns.</summary>
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
