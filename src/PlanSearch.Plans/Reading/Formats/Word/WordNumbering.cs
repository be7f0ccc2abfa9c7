using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PlanSearch.Plans.Reading.Formats.Word;

/// <summary>
/// The numbers and bullets that Word shows before paragraphs and stores nowhere: counted as Word counts, paragraph by paragraph.
/// </summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;
    private const int MaxStyles = 32;

    private readonly Dictionary<int, AbstractNum> _lists = [];
    private readonly Dictionary<int, NumberingInstance> _instances = [];
    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int?[]> _counts = [];
    private readonly HashSet<int> _begun = [];

    /// <param name="main">The document.</param>
    public WordNumbering(MainDocumentPart main)
    {
        foreach (var list in main.NumberingDefinitionsPart?.Numbering?.Elements<AbstractNum>() ?? [])
        {
            _lists.TryAdd(list.AbstractNumberId?.Value ?? -1, list);
        }

        foreach (var instance in main.NumberingDefinitionsPart?.Numbering?.Elements<NumberingInstance>() ?? [])
        {
            _instances.TryAdd(instance.NumberID?.Value ?? -1, instance);
        }

        foreach (var style in main.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
        {
            _styles.TryAdd(style.StyleId?.Value ?? "", style);
        }
    }

    /// <summary>
    /// What is before a paragraph, its blank included; empty when it has no number. Asked once a paragraph, in order.
    /// </summary>
    public string MarkerOf(Paragraph paragraph)
    {
        var (id, level) = PlaceOf(paragraph.ParagraphProperties);
        if (id == 0
            || !_instances.TryGetValue(id, out var instance)
            || ListOf(instance) is not { } list
            || LevelOf(instance, list, level) is not { } shape)
        {
            return "";
        }

        Count(id, instance, list, level);
        var text = shape.NumberingFormat?.Val?.Value == NumberFormatValues.Bullet
            ? BulletOf(shape)
            : TextOf(shape, instance, list);
        return text.Length == 0 ? "" : text + SuffixOf(shape, text);
    }

    /// <summary>The list and level a paragraph belongs to, by itself or by its style; (0, 0) when it belongs to none.</summary>
    private (int Id, int Level) PlaceOf(ParagraphProperties? properties)
    {
        var own = properties?.NumberingProperties;
        var level = own?.NumberingLevelReference?.Val?.Value;
        if (own?.NumberingId?.Val?.Value is { } id)
        {
            return (id, Clamp(level ?? 0));
        }

        var name = properties?.ParagraphStyleId?.Val?.Value;
        for (var hops = 0; name is not null && hops < MaxStyles && _styles.TryGetValue(name, out var style); hops++)
        {
            var numbering = style.StyleParagraphProperties?.NumberingProperties;
            if (numbering?.NumberingId?.Val?.Value is { } inherited)
            {
                return (inherited, Clamp(level ?? numbering.NumberingLevelReference?.Val?.Value ?? LevelOfStyle(inherited, name)));
            }

            name = style.BasedOn?.Val?.Value;
        }

        return (0, 0);
    }

    private int LevelOfStyle(int id, string style)
    {
        var levels = _instances.TryGetValue(id, out var instance) ? ListOf(instance)?.Elements<Level>() : null;
        return levels?.FirstOrDefault(level => level.ParagraphStyleIdInLevel?.Val?.Value == style)?.LevelIndex?.Value ?? 0;
    }

    private AbstractNum? ListOf(NumberingInstance instance)
    {
        if (!_lists.TryGetValue(instance.AbstractNumId?.Val?.Value ?? -1, out var list))
        {
            return null;
        }

        // A list that only names a style of lists has its levels there.
        return list.NumberingStyleLink?.Val?.Value is { } link && _styles.TryGetValue(link, out var style)
            && style.StyleParagraphProperties?.NumberingProperties?.NumberingId?.Val?.Value is { } id
                && _instances.TryGetValue(id, out var linked)
            && _lists.TryGetValue(linked.AbstractNumId?.Val?.Value ?? -1, out var other) ? other : list;
    }

    private static Level? LevelOf(NumberingInstance instance, AbstractNum list, int level) =>
        OverrideOf(instance, level)?.Level ?? list.Elements<Level>().FirstOrDefault(shape => shape.LevelIndex?.Value == level);

    private static LevelOverride? OverrideOf(NumberingInstance instance, int level) =>
        instance.Elements<LevelOverride>().FirstOrDefault(change => change.LevelIndex?.Value == level);

    private int?[] CountsOf(AbstractNum list)
    {
        var id = list.AbstractNumberId?.Value ?? -1;
        return _counts.TryGetValue(id, out var counts) ? counts : _counts[id] = new int?[Levels];
    }

    private void Count(int id, NumberingInstance instance, AbstractNum list, int level)
    {
        var counts = CountsOf(list);
        if (_begun.Add(id))
        {
            foreach (var change in instance.Elements<LevelOverride>().Where(change => change.StartOverrideNumberingValue is not null))
            {
                counts[Clamp(change.LevelIndex?.Value ?? 0)] = null;
            }
        }

        for (var above = 0; above < level; above++)
        {
            counts[above] ??= StartOf(instance, list, above);
        }

        counts[level] = counts[level] is { } count ? count + 1 : StartOf(instance, list, level);
        for (var below = level + 1; below < Levels; below++)
        {
            if (LevelOf(instance, list, below)?.LevelRestart?.Val?.Value != 0)
            {
                counts[below] = null;
            }
        }
    }

    private static int StartOf(NumberingInstance instance, AbstractNum list, int level) =>
        OverrideOf(instance, level)?.StartOverrideNumberingValue?.Val?.Value
            ?? LevelOf(instance, list, level)?.StartNumberingValue?.Val?.Value ?? 1;

    /// <summary>第%1章 with the numbers in their places.</summary>
    private string TextOf(Level shape, NumberingInstance instance, AbstractNum list)
    {
        var text = shape.LevelText?.Val?.Value ?? "";
        var isLegal = shape.IsLegalNumberingStyle is not null;
        for (var level = 0; level < Levels; level++)
        {
            var place = $"%{level + 1}";
            if (text.Contains(place, StringComparison.Ordinal))
            {
                var format = isLegal
                    ? NumberFormatValues.Decimal
                    : LevelOf(instance, list, level)?.NumberingFormat?.Val?.Value ?? NumberFormatValues.Decimal;
                text = text.Replace(place, WordNumberFormat.Of(CountsOf(list)[level] ?? 1, format), StringComparison.Ordinal);
            }
        }

        return text;
    }

    private static string BulletOf(Level shape)
    {
        var text = shape.LevelText?.Val?.Value ?? "";
        var font = shape.NumberingSymbolRunProperties?.RunFonts?.Ascii?.Value ?? "";
        return text == "o" && font.StartsWith("Courier", StringComparison.OrdinalIgnoreCase)
            ? "○"
            : string.Concat(text.Select(SymbolGlyphs.Of));
    }

    // The gap Word sets after 一、 or （一） is part of the width of 、 or ）; after 第一章 and 1.1 it parts number and title.
    private static string SuffixOf(Level shape, string text) =>
        shape.LevelSuffix?.Val?.Value == LevelSuffixValues.Nothing || text[^1] is '、' or '）' or '．' or '。' or '：' or '—' ? "" : " ";

    private static int Clamp(int level) => Math.Clamp(level, 0, Levels - 1);
}
