using System.Net;
using System.Text;

namespace PlanSearch.TestSupport.Formats;

/// <summary>Writes a plan as a web page, with what such pages have around the text.</summary>
public static class HtmlFile
{
    /// <summary>The bytes of the file.</summary>
    public static byte[] Write(IEnumerable<PlanPiece> pieces)
    {
        var html = new StringBuilder(
            "<!DOCTYPE html>\n<html><head><title>网页标题</title><style>p { color: red }</style></head>\n<body><nav>首页 &gt; 规划</nav><div>\n");
        foreach (var piece in pieces)
        {
            html.Append(piece switch
            {
                PlanPiece.Paragraph paragraph => $"<p>\n  {Inline(paragraph.Text)}\n</p>\n",
                PlanPiece.Note note => $"<p><sup>{note.Mark}</sup> {Inline(note.Text)}</p>\n",
                PlanPiece.Table table => TableOf(table),
                _ => "",
            });
        }

        return Encoding.UTF8.GetBytes(html.Append("</div><script>document.write('脚本')</script></body></html>").ToString());
    }

    private static string TableOf(PlanPiece.Table table)
    {
        var html = new StringBuilder("<table>\n");
        for (var i = 0; i < table.Rows.Count; i++)
        {
            html.Append("<tr>");
            for (var column = 0; column < table.Rows[i].Count; column++)
            {
                if (column > 0 || i == 0 || table.Rows[i][0].Length > 0)
                {
                    var below = column > 0 ? 0 : table.Rows.Skip(i + 1).TakeWhile(row => row[0].Length == 0).Count();
                    html.Append($"<td{(below > 0 ? $" rowspan=\"{below + 1}\"" : "")}>{Inline(table.Rows[i][column])}</td>");
                }
            }

            html.Append("</tr>\n");
        }

        return html.Append("</table>\n").ToString();
    }

    /// <summary>** as &lt;b>, ^① as a raised ①.</summary>
    private static string Inline(string text)
    {
        var html = new StringBuilder();
        var isBold = false;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '*' && at + 1 < text.Length && text[at + 1] == '*')
            {
                isBold = !isBold;
                html.Append(isBold ? "<b>" : "</b>");
                at++;
            }
            else if (text[at] == '^' && at + 1 < text.Length && text[at + 1] >= '\u2460')
            {
                html.Append($"<sup><a href=\"#n\">{text[++at]}</a></sup>");
            }
            else
            {
                html.Append(WebUtility.HtmlEncode(text[at].ToString()));
            }
        }

        return html.ToString();
    }
}
