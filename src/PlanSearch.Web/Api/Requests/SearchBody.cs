using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using PlanSearch.Answers.Citations;
using PlanSearch.Answers.Texts;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Web.Api.Requests;

/// <summary>A search in a body, for queries too long for an address; the fields are the parameters of the query string.</summary>
internal sealed record SearchBody
{
    [JsonPropertyName("q"), Description("What is looked for.")]
    public string? Query { get; init; }

    [Description("auto, literal, expression or words; see the parameter.")]
    public string? Mode { get; init; }

    [Description("Words of a question that are left out; for mode=words only.")]
    public string[]? Off { get; init; }

    [Description("off leaves places and periods of a question among its words; for mode=words only.")]
    public string? Places { get; init; }

    [Description("Compare code units as they are.")]
    public bool? Exact { get; init; }

    [Description("document, relevance, density, date or title; see the parameter.")]
    public string? Sort { get; init; }

    [Description("Records or mentions a page, 1 to 200.")]
    public int? Size { get; init; }

    [Description("next of the page before.")]
    public string? Cursor { get; init; }

    [Description("false leaves the facets uncounted.")]
    public bool? Facets { get; init; }

    [Description("mentions, records or plans; see the parameter.")]
    public string? Unit { get; init; }

    [Description("true lists the lines that are left out; for a search only.")]
    public bool? Aside { get; init; }

    [Description("true lists the longer words that the query's word is part of; for a search only.")]
    public bool? Longer { get; init; }

    [Description("Lists a simple random sample of so many mentions instead of all; for mentions only.")]
    public int? Sample { get; init; }

    [Description("What the sample is drawn by; 1 if absent.")]
    public string? Seed { get; init; }

    [Description("Names of blank columns behind those of csv and xlsx, with commas between: 编码,备注.")]
    public string? Coding { get; init; }

    [Description("json, ndjson, csv, xlsx, docx or citations; for mentions only.")]
    public string? Format { get; init; }

    /// <summary>The query as an address has it, where it is not in <see cref="Query"/>; no field of a body.</summary>
    [JsonIgnore]
    public string? QueryCode { get; init; }

    /// <summary>Every further field is a filter, a value or a list of values: {"level": ["省级", "-县级"]}.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Further { get; init; }

    /// <summary>The search that is meant, or which field says nothing known.</summary>
    public Outcome<SearchRequest> ToRequest()
    {
        if (Off?.Contains(null!) == true)
        {
            return new RequestFault(FaultKinds.ParameterInvalid, "off 须为文字的列表。");
        }

        var filters = (Further ?? []).ToDictionary(field => field.Key, field => ValuesOf(field.Value));
        return filters.FirstOrDefault(filter => filter.Value is null) is { Key: { } unread }
            ? new RequestFault(FaultKinds.ParameterInvalid, $"{unread} 须为文字或文字的列表。")
            : ToRequest(filters!);
    }

    /// <summary>The same with filters from elsewhere than the body.</summary>
    public Outcome<SearchRequest> ToRequest(IEnumerable<KeyValuePair<string, string[]>> filters)
    {
        if (QueryModes.Of(string.IsNullOrEmpty(Mode) ? QueryModes.NameOf(QueryMode.Auto) : Mode) is not { } mode)
        {
            return NoneOf("mode", [.. QueryModes.All.Select(one => one.Name)]);
        }

        if (Places is not (null or "" or "on" or "off"))
        {
            return NoneOf("places", ["on", "off"]);
        }

        if ((string.IsNullOrEmpty(Sort) ? SearchRequest.UsualOrderOf(mode) : SearchOrders.Of(Sort)) is not { } order)
        {
            return NoneOf("sort", [.. SearchOrders.All.Select(one => one.Name)]);
        }

        if (Unit is not (null or "" or "mentions" or "records" or "plans"))
        {
            return NoneOf("unit", ["mentions", "records", "plans"]);
        }

        if ((string.IsNullOrEmpty(Query) && !string.IsNullOrEmpty(QueryCode) ? AddressQuery.Read(QueryCode) : Query ?? "") is not { } query)
        {
            return new RequestFault(FaultKinds.ParameterInvalid, "qcode 不完整或已损坏：请重新复制完整的地址。");
        }

        return new SearchRequest
        {
            Query = query,
            Mode = mode,
            Exact = Exact ?? false,
            Order = order,
            Size = Size ?? SearchRequest.UsualSize,
            Cursor = string.IsNullOrEmpty(Cursor) ? null : Cursor,
            Sample = Sample is { } size ? new MentionSampling(size, string.IsNullOrEmpty(Seed) ? MentionSampling.DefaultSeed : Seed) : null,
            WithFacets = Facets ?? true,
            WordsOff = mode is QueryMode.Words ? [.. (Off ?? []).Where(word => word.Length > 0).Distinct()] : [],
            WithPlaces = mode is not QueryMode.Words || Places is not "off",
            Filters = filters.Select(pair => KeyValuePair.Create(pair.Key, FacetSelection.Of(pair.Value)))
                .Where(pair => !pair.Value.IsEmpty).ToImmutableSortedDictionary(),
        };
    }

    private static RequestFault NoneOf(string parameter, ImmutableArray<string> words) =>
        new(FaultKinds.ParameterInvalid, $"{parameter} 只能是 {string.Join('、', words[..^1])} 或 {words[^1]}。");

    private static string[]? ValuesOf(JsonElement field)
    {
        JsonElement[] values = field.ValueKind is JsonValueKind.Array ? [.. field.EnumerateArray()] : [field];
        string[] texts = [.. values.Where(value => value.ValueKind is JsonValueKind.String).Select(JsonTexts.Of).OfType<string>()];
        return texts.Length == values.Length ? texts : null;
    }
}
