using System.Collections.Immutable;
using System.CommandLine;
using PlanSearch.Plans.Metadata;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Cli.Options;

/// <summary>A search as options: the names and values of the HTTP API's parameters.</summary>
internal sealed class RequestOptions
{
    private readonly Argument<string[]> _query = new("QUERY")
    {
        Description = "要找的词句，或检索式；先按原样找",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _mode = OneOf(
        "--mode",
        "怎样理解：auto 先按原样，找不到再按检索式；words 为相关检索，按词排序",
        [.. QueryModes.All.Select(one => one.Name)]);
    private readonly Option<string[]> _off = new("--off") { Description = "相关检索不用的词；可重复", HelpName = "WORD" };
    private readonly Option<bool> _noPlaces = new("--no-places") { Description = "相关检索不把问句中的地区和时期当作筛选" };
    private readonly Option<bool> _exact = new("--exact") { Description = "区分繁简和全半角（大小写也区分）" };
    private readonly Option<string> _sort = OneOf(
        "--sort",
        "排列：document 按规划和原文顺序，relevance 按相关程度，density 按每万字提及次数，date 按规划日期（新的在前），title 按题名",
        [.. SearchOrders.All.Select(one => one.Name)]);
    private readonly Option<int> _size = new("--size")
    {
        Description = $"每页条数，1 至 {SearchRequest.MaxSize}",
        DefaultValueFactory = _ => new SearchRequest { Query = "" }.Size,
    };

    private readonly Option<string?> _cursor = new("--cursor") { Description = "上一页 JSON 答案中的 next" };
    private readonly ImmutableArray<Option<string[]>> _filters = [.. PlanFacets.All.Select(Filter)];

    /// <summary>Adds every option and the query to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_query);
        command.Add(_mode);
        command.Add(_off);
        command.Add(_noPlaces);
        command.Add(_exact);
        command.Add(_sort);
        command.Add(_size);
        command.Add(_cursor);
        foreach (var filter in _filters)
        {
            command.Add(filter);
        }
    }

    /// <summary>The search that is meant; words given apart are one query with blanks between.</summary>
    public SearchRequest Of(ParseResult parse, bool withFacets) => new()
    {
        Query = string.Join(' ', parse.GetRequiredValue(_query)),
        Mode = ModeOf(parse),
        WordsOff = [.. (parse.GetValue(_off) ?? []).Distinct()],
        WithPlaces = !parse.GetValue(_noPlaces),
        Exact = parse.GetValue(_exact),
        Order = OrderOf(parse),
        Size = parse.GetValue(_size),
        Cursor = parse.GetValue(_cursor),
        WithFacets = withFacets,
        Filters = _filters
            .Select(option => KeyValuePair.Create(option.Name[2..], FacetSelection.Of(parse.GetValue(option) ?? [])))
            .Where(pair => !pair.Value.IsEmpty)
            .ToImmutableSortedDictionary(),
    };

    private QueryMode ModeOf(ParseResult parse) => QueryModes.Of(parse.GetValue(_mode)!)!.Value;

    private SearchOrder OrderOf(ParseResult parse) => parse.GetResult(_sort) is null or { Implicit: true }
        ? SearchRequest.UsualOrderOf(ModeOf(parse))
        : SearchOrders.Of(parse.GetValue(_sort)!)!.Value;

    private static Option<string[]> Filter(PlanFacet facet) =>
        new($"--{facet.Name}") { Description = $"{facet.Option}；可重复，前加 - 为排除", HelpName = facet.Name.ToUpperInvariant() };

    private static Option<string> OneOf(string name, string description, string[] words)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => words[0] };
        option.AcceptOnlyFromAmong(words);
        return option;
    }
}
