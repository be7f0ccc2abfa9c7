using System.Text;

namespace PlanSearch.TestSupport.Formats;

/// <summary>Writes a plan as Markdown, the way conversions do: headings with #, pipe tables, [^1] notes.</summary>
public static class MarkdownFile
{
    /// <summary>The bytes of the file.</summary>
    /// <param name="pieces">The plan.</param>
    /// <param name="levelOf">The level of a paragraph that is a heading; 0 for any other.</param>
    public static byte[] Write(IEnumerable<PlanPiece> pieces, Func<string, int> levelOf)
    {
        var text = new StringBuilder();
        foreach (var piece in pieces)
        {
            switch (piece)
            {
                case PlanPiece.Paragraph paragraph:
                    var level = Math.Min(levelOf(paragraph.Text), 6);
                    text.Append(new string('#', level)).Append(level > 0 ? " " : "").Append(paragraph.Text).Append("\n\n");
                    break;
                case PlanPiece.Note note:
                    text.Append($"^{note.Mark} {note.Text}\n\n");
                    break;
                case PlanPiece.Table table:
                    AddTable(table, text);
                    break;
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void AddTable(PlanPiece.Table table, StringBuilder text)
    {
        for (var i = 0; i < table.Rows.Count; i++)
        {
            text.Append("| ").AppendJoin(" | ", table.Rows[i]).Append(" |\n");
            text.Append(i == 0 ? $"|{string.Concat(table.Rows[0].Select(_ => " --- |"))}\n" : "");
        }

        text.Append('\n');
    }
}
