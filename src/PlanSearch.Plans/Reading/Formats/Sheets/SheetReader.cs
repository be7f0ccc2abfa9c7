using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml.Linq;
using PlanSearch.Plans.Reading.Formats.Packages;

namespace PlanSearch.Plans.Reading.Formats.Sheets;

/// <summary>The first sheet of a workbook (xlsx) -> rows of cells as text. No plan comes so; tables about plans do.</summary>
public static class SheetReader
{
    /// <summary>The most rows and columns that are read: a cell far out costs all those before it.</summary>
    public const int MaxRows = 50_000, MaxColumns = 200;

    /// <summary>Whether a file is packed as workbooks are.</summary>
    public static bool IsPackage(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8);

    /// <summary>Reads the sheet: rows with their 1-based number in it; or why there are none. Never throws on any bytes.</summary>
    public static (ImmutableArray<SheetRow> Rows, ReadFailure? Failure) Read(byte[] bytes)
    {
        try
        {
            var (parts, failure) = ZipParts.Open(bytes);
            using var opened = parts;
            return parts is null ? ([], failure) : Read(parts);
        }
        catch (RefusedFileException refused)
        {
            return ([], refused.Failure);
        }
    }

    private static (ImmutableArray<SheetRow> Rows, ReadFailure? Failure) Read(ZipParts parts)
    {
        if (parts.Find(FirstSheetOf(parts)) is not { } part)
        {
            return ([], new ReadFailure(ReadFailureCode.Damaged, "不是 Excel 工作簿（xlsx），或其中没有工作表。"));
        }

        var sheet = SafeXml.Load(part);
        return Named(sheet, "row").Skip(MaxRows).Any()
            || Named(sheet, "c").Any(cell => ColumnOf(cell.Attribute("r")?.Value ?? "") >= MaxColumns)
            ? ([], new ReadFailure(ReadFailureCode.TooLarge, $"工作表超过 {MaxRows} 行或 {MaxColumns} 栏，没有读取。"))
            : (RowsOf(sheet, SharedTextsOf(parts)), null);
    }

    private static string FirstSheetOf(ZipParts parts)
    {
        if (parts.Find("xl/workbook.xml") is not { } book || parts.Find("xl/_rels/workbook.xml.rels") is not { } relations)
        {
            return "";
        }

        var id = Named(SafeXml.Load(book), "sheet").FirstOrDefault()?.Attributes().FirstOrDefault(
            attribute => attribute.Name.LocalName == "id" && attribute.Name.NamespaceName.Length > 0)?.Value;
        var target = Named(SafeXml.Load(relations), "Relationship").FirstOrDefault(
            relation => relation.Attribute("Id")?.Value == id)?.Attribute("Target")?.Value ?? "";
        return target.StartsWith('/') ? target[1..] : "xl/" + target;
    }

    private static List<string> SharedTextsOf(ZipParts parts) =>
        parts.Find("xl/sharedStrings.xml") is { } shared ? [.. Named(SafeXml.Load(shared), "si").Select(TextOf)] : [];

    private static ImmutableArray<SheetRow> RowsOf(XElement sheet, List<string> shared)
    {
        var rows = ImmutableArray.CreateBuilder<SheetRow>();
        foreach (var row in Named(sheet, "row"))
        {
            var number = int.TryParse(row.Attribute("r")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given
                : rows.Count > 0 ? rows[^1].Number + 1 : 1;
            rows.Add(new SheetRow(number, CellsOf(row, shared)));
        }

        return rows.ToImmutable();
    }

    private static ImmutableArray<string> CellsOf(XElement row, List<string> shared)
    {
        var cells = new List<string>();
        foreach (var cell in row.Elements().Where(element => element.Name.LocalName == "c"))
        {
            // Empty cells are left out; the reference says which column the next one is.
            var column = ColumnOf(cell.Attribute("r")?.Value ?? "") is var named and >= 0 ? named : cells.Count;
            if (column >= MaxColumns)
            {
                // Cells without references, one after the other.
                break;
            }

            while (cells.Count <= column)
            {
                cells.Add("");
            }

            cells[column] = ValueOf(cell, shared);
        }

        return [.. cells];
    }

    private static string ValueOf(XElement cell, List<string> shared)
    {
        var value = cell.Elements().FirstOrDefault(element => element.Name.LocalName == "v")?.Value ?? "";
        return cell.Attribute("t")?.Value switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < shared.Count ? shared[at] : "",
            "inlineStr" => cell.Elements().Where(element => element.Name.LocalName == "is").Select(TextOf).FirstOrDefault() ?? "",
            _ => Unescape(value),
        };
    }

    /// <summary>The text of an entry, its formatted spans one after the other; readings printed over it are no text.</summary>
    private static string TextOf(XElement entry) =>
        Unescape(string.Concat(Named(entry, "t").Where(text => text.Parent?.Name.LocalName != "rPh").Select(text => text.Value)));

    /// <summary>Column of a reference like AB12, counted from 0; -1 when it is none.</summary>
    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetterUpper).Take(3))
        {
            column = (column * 26) + (letter - 'A') + 1;
        }

        return column - 1;
    }

    /// <summary>_x000D_ is how a workbook writes what XML cannot hold (ECMA-376, ST_Xstring).</summary>
    private static string Unescape(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 7 <= text.Length && text[at] == '_' && text[at + 1] == 'x' && text[at + 6] == '_'
                && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var unit))
            {
                plain.Append((char)unit);
                at += 6;
            }
            else
            {
                plain.Append(text[at]);
            }
        }

        return plain.ToString();
    }

    private static IEnumerable<XElement> Named(XElement root, string name) =>
        root.Descendants().Where(element => element.Name.LocalName == name);
}

/// <summary>The cells of one row, as the text they show.</summary>
/// <param name="Number">Its 1-based number.</param>
/// <param name="Cells">Its cells from the first column on; empty ones at the end are left out.</param>
public readonly record struct SheetRow(int Number, ImmutableArray<string> Cells);
