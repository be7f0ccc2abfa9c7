namespace PlanSearch.Cli.Printing;

/// <summary>Rows of cells, aligned for a terminal in which a Han character is two columns wide.</summary>
internal static class TextColumns
{
    private const string Gap = "  ";

    /// <summary>Columns a text takes on a terminal; curly quotes and the middle dot count as one, as terminals have it.</summary>
    public static int WidthOf(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var letter in text)
        {
            // A character outside the BMP is two surrogates of one column each: wide, as its Han characters are.
            width += IsWide(letter) ? 2 : 1;
        }

        return width;
    }

    /// <summary>
    /// Writes the rows; each column is as wide as its widest cell, numbers are flush right, nothing follows the last cell.
    /// </summary>
    public static void Write(IReadOnlyList<IReadOnlyList<string>> rows, TextWriter writer)
    {
        var columns = rows.Max(row => row.Count);
        var widths = Enumerable.Range(0, columns)
            .Select(column => rows.Max(row => column < row.Count ? WidthOf(row[column]) : 0))
            .ToArray();
        foreach (var row in rows)
        {
            writer.WriteLine(string.Join(Gap, row.Select((cell, column) => Pad(cell, widths[column]))).TrimEnd(' '));
        }
    }

    private static string Pad(string cell, int width)
    {
        var blanks = new string(' ', width - WidthOf(cell));
        return cell.Length > 0 && cell.All(char.IsAsciiDigit) ? blanks + cell : cell + blanks;
    }

    private static bool IsWide(char letter) =>
        letter is (>= '\u1100' and <= '\u115F') or (>= '\u2E80' and <= '\uA4CF') or (>= '\uAC00' and <= '\uD7A3')
            or (>= '\uF900' and <= '\uFAFF') or (>= '\uFE30' and <= '\uFE6F') or (>= '\uFF00' and <= '\uFF60')
            or (>= '\uFFE0' and <= '\uFFE6');
}
