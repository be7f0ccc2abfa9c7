using System.Text.Json.Serialization;

namespace PlanSearch.Answers.Texts;

/// <summary>
/// Where in its record a passage is; the headings and the 专栏 are those of the record, which its own <see cref="Place"/> names.
/// </summary>
/// <param name="Kind">What kind of block it is, as in <c>plansearch segment</c>: paragraph, box_entry, table_row, ….</param>
/// <param name="Line">1-based source line of the first character.</param>
public sealed record PlaceInRecord(string Kind, int Line)
{
    /// <summary>1-based ordinal of the entry in its box; left out when it is no entry.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Entry { get; init; }

    /// <summary>1-based ordinal of the paragraph within its section; left out when it is not counted as a paragraph.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Paragraph { get; init; }

    /// <summary>The page, where the source has pages; else left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Page { get; init; }

    /// <summary>What of a place is not its record's.</summary>
    public static PlaceInRecord Of(Place place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return new(place.Kind, place.Line) { Entry = place.Entry, Paragraph = place.Paragraph, Page = place.Page };
    }
}
