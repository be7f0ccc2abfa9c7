using System.Collections.Immutable;
using PlanSearch.Plans.Metadata;

namespace PlanSearch.Web.Pages.Collection;

/// <summary>What is known of a plan as the fields of a form, and what a sent form changes of it.</summary>
internal static class MetadataForm
{
    /// <summary>
    /// Before the key: the value the form was made with, so that only what was edited is written, and nothing another has corrected
    /// meanwhile.
    /// </summary>
    public const string Was = "was.";

    /// <summary>The name of a further column, and its value.</summary>
    public const string Column = "column", ColumnValue = "column.value";

    private static readonly ImmutableArray<string> States = ["正式", "草案", "征求意见稿", "送审稿"];
    private static readonly ImmutableArray<string> Texts = ["全文", "节选"];

    /// <summary>The fields, by the keys of the metadata file; what is unknown is empty.</summary>
    public static ImmutableArray<MetadataField> Of(PlanMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        return
        [
            Field("title", metadata.Title),
            Field("short_title", metadata.ShortTitle),
            Field("region", string.Join('/', metadata.RegionPath)),
            Field("level", metadata.Level, PlanLevels.All),
            Field("period", metadata.Period),
            Field("type", metadata.Type, PlanTypes.All),
            Field("document_number", metadata.DocumentNumber),
            Field("issuer", metadata.Issuer),
            Field("date", metadata.Date),
            Field("state", metadata.State, States),
            Field("completeness", metadata.Completeness, Texts),
            .. metadata.Extra.Select(extra => Field(extra.Key, extra.Value)),
        ];
    }

    /// <summary>What was edited: the new value, or null where it was emptied and what the plan itself says shall hold again.</summary>
    public static ImmutableDictionary<string, string?> Changes(IReadOnlyDictionary<string, string> sent)
    {
        ArgumentNullException.ThrowIfNull(sent);
        var changes = sent.Keys.Where(key => key.StartsWith(Was, StringComparison.Ordinal))
            .Select(key => key[Was.Length..])
            .Where(key => Value(key) != sent[Was + key].Trim())
            .ToImmutableDictionary(key => key, key => Value(key) is { Length: > 0 } value ? value : null);
        return Value(Column) is { Length: > 0 } column && Value(ColumnValue) is { Length: > 0 } text
            ? changes.SetItem(column, text)
            : changes;

        string Value(string key) => sent.GetValueOrDefault(key, "").Trim();
    }

    private static MetadataField Field(string key, string value, ImmutableArray<string> choices = default)
    {
        var shown = value == PlanMetadata.Unknown ? "" : value;
        // A value that is none of the usual ones stays one that can be chosen.
        return new MetadataField(
            key, shown, choices.IsDefault || shown.Length == 0 || choices.Contains(shown) ? choices : choices.Add(shown));
    }
}

/// <summary>One row of the form for a plan's metadata.</summary>
/// <param name="Key">Its key in the metadata file.</param>
/// <param name="Value">What is known; empty when nothing is.</param>
/// <param name="Choices">What can be chosen; default where anything can be written.</param>
internal sealed record MetadataField(string Key, string Value, ImmutableArray<string> Choices);
