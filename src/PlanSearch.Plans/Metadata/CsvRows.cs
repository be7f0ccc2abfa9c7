using System.Text;

namespace PlanSearch.Plans.Metadata;

/// <summary>Reads the small reference tables that ship with the program.</summary>
/// <remarks>
/// RFC 4180: commas, quoted cells, doubled quotes, line ends inside quotes; a byte order mark is skipped. The first row names the columns.
/// </remarks>
internal static class CsvRows
{
    /// <summary>The rows below the header, cells by column name; a cell that a short row lacks is empty.</summary>
    public static List<Dictionary<string, string>> Read(string path)
    {
        var rows = Split(File.ReadAllText(path, Encoding.UTF8));
        var named = new List<Dictionary<string, string>>();
        foreach (var row in rows.Skip(1))
        {
            named.Add(rows[0]
                .Select((column, at) => (column, cell: at < row.Count ? row[at] : ""))
                .ToDictionary(pair => pair.column.Trim(), pair => pair.cell.Trim()));
        }

        return named;
    }

    /// <summary>The rows of a text; rows without any character are left out.</summary>
    public static List<List<string>> Split(string text)
    {
        var rows = new List<List<string>>();
        var row = new List<string>();
        var cell = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '"':
                    at = TakeQuoted(text, at + 1, cell);
                    break;
                case ',':
                    EndCell();
                    break;
                case '\n':
                    EndRow();
                    break;
                case '\r' or '\uFEFF':
                    break;
                default:
                    cell.Append(text[at]);
                    break;
            }
        }

        EndRow();
        return rows;

        void EndCell()
        {
            row.Add(cell.ToString());
            cell.Clear();
        }

        void EndRow()
        {
            EndCell();
            if (row.Count > 1 || row[0].Length > 0)
            {
                rows.Add(row);
            }

            row = [];
        }
    }

    // Returns the offset of the quote that closes it, or of the end of the text.
    private static int TakeQuoted(string text, int start, StringBuilder cell)
    {
        while (true)
        {
            var end = text.IndexOf('"', start);
            cell.Append(text, start, (end < 0 ? text.Length : end) - start);
            if (end < 0 || end + 1 == text.Length || text[end + 1] != '"')
            {
                return end < 0 ? text.Length : end;
            }

            cell.Append('"');
            start = end + 2;
        }
    }
}
