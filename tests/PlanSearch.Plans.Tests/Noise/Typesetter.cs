using System.Text;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Tests.Noise;

/// <summary>Prints a parsed plan as a file anew, laid out as the noise says; seeded, so that a failure can be had again.</summary>
/// <remarks>
/// Blocks that share a source line (run-in entries, a label over them) are printed as one paragraph, as the source had them.
/// </remarks>
internal sealed class Typesetter(LayoutNoise noise, Random random)
{
    private readonly StringBuilder _file = new();
    private int _onPage;
    private int _page = 2;
    private string _glued = "";

    /// <summary>The bytes of the file.</summary>
    public byte[] Print(PlanDocument document)
    {
        for (var i = 0; i < document.Blocks.Length;)
        {
            var end = i + 1;
            while (end < document.Blocks.Length && SharesLine(document.Blocks[end - 1], document.Blocks[end]))
            {
                end++;
            }

            PrintParagraph(
                document.Blocks[i].Kind,
                string.Concat(document.Blocks[i..end].Select(block => WithMarks(document, block))),
                document.Blocks[i].Cells.Length);
            i = end;
        }

        return [.. noise.Encoding.GetPreamble(), .. noise.Encoding.GetBytes(_file.ToString())];
    }

    // The marks of footnotes are no part of the logical text, but the page has them.
    private string WithMarks(PlanDocument document, Block block)
    {
        var bold = !noise.Bold ? default : block.Kind == BlockKind.Heading ? new TextRange(0, block.Text.Length) : block.Lead;
        var text = new StringBuilder();
        for (var i = 0; i < block.Text.Length; i++)
        {
            text.Append(bold.Length > 0 && (i == bold.Start || i == bold.End) ? "**" : "");
            var piece = block.Pieces.Last(piece => piece.Start <= i);
            var column = piece.Column + i - piece.Start;
            if (Glyphs.IsCircled(block.Text[i]) && column > 0 && document.Source.Lines[piece.Line - 1][column - 1] == '^')
            {
                text.Append('^');
            }

            text.Append(block.Text[i]);
        }

        return text.Append(bold.Length > 0 && bold.End == block.Text.Length ? "**" : "").ToString();
    }

    private static bool SharesLine(Block block, Block next) =>
        block.Box >= 0 && block.Box == next.Box && next.Kind == BlockKind.BoxEntry && block.Pieces[^1].Line == next.Pieces[0].Line;

    private void PrintParagraph(BlockKind kind, string text, int cells)
    {
        if (kind == BlockKind.Noise)
        {
            return;
        }

        text = noise.AsciiSigns ? Ascii(text) : text;
        if (cells > 0)
        {
            foreach (var cell in noise.CellPerLine && cells > 1 ? text.Split('\t').Where(cell => cell.Length > 0) : [text])
            {
                Write(cell);
            }
        }
        else if (noise.WrapAt > 0)
        {
            Wrap(text);
        }
        else
        {
            Write(noise.Indent + text);
        }

        if (noise.BlankLines && cells == 0)
        {
            _file.Append(noise.LineEnd);
        }
    }

    private void Wrap(string text)
    {
        var first = noise.WrapAt - (noise.DroppedIndent ? 2 : Glyphs.WidthOf(noise.Indent));
        for (var at = 0; at < text.Length;)
        {
            var end = LineEnd(text, at, at == 0 ? first : noise.WrapAt);
            while (end < text.Length && end > at + 1 && char.IsAsciiDigit(text[end]) && char.IsAsciiDigit(text[end - 1]))
            {
                end--;
            }

            // A closing sign does not open a line: it hangs.
            while (end < text.Length && text[end] is '，' or '。' or '、' or '；' or '：' or '”' or '）' or '》' or ')')
            {
                end++;
            }

            Write((at == 0 ? noise.Indent : "") + text[at..end].Trim(' '));
            at = end;
        }
    }

    private int LineEnd(string text, int at, double room)
    {
        var end = at;
        while (end < text.Length && (room -= noise.ByWidth ? Glyphs.WidthOf(text.AsSpan(end, 1)) : 1) >= 0)
        {
            end++;
        }

        return Math.Max(end, at + 1);
    }

    private void Write(string line)
    {
        if (noise.PageSize > 0 && _onPage > noise.PageSize)
        {
            _onPage = random.Next(40);
            PrintPageNumber();
        }

        // Glued to a row, a page's number would be one of its cells.
        var isRow = line.Contains('\t');
        _file.Append(isRow ? "" : _glued).Append(line).Append(noise.LineEnd).Append(noise.DoubleSpaced ? noise.LineEnd : "");
        _glued = isRow ? _glued : "";
        _onPage += line.Length;
    }

    private void PrintPageNumber()
    {
        var number = _page++.ToString();
        if (noise.PageNumber == PageNumber.Glued)
        {
            _glued = number;
            return;
        }

        _file.Append(noise.PageNumber switch
        {
            PageNumber.Dressed => $"- {number} -",
            PageNumber.Spaced => string.Join(' ', number.ToCharArray()),
            _ => number,
        }).Append(noise.LineEnd);
    }

    private static string Ascii(string text) =>
        text.Replace('（', '(').Replace('）', ')').Replace("——", "--", StringComparison.Ordinal);
}
