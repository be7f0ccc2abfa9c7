namespace PlanSearch.TestSupport.Formats;

/// <summary>
/// Prints a plan on sheets as an office does: 28 characters a line, indents, footnotes at the foot, page numbers below, tables in columns.
/// </summary>
public sealed class PrintedPlan
{
    private const double Size = 5.6;
    private const double NoteSize = 3.6;
    private const double Left = 26;
    private const double Width = 28 * Size;
    private const double Top = 30;
    private const double Bottom = 262;
    private const double Pitch = 1.8;
    private const string NeverFirst = "，。、；：！？）”》〉】’%";

    private readonly List<List<PlacedText>> _sheets = [[]];
    private readonly List<(string Mark, string Text)> _notes = [];
    private readonly Dictionary<string, string> _bodies;
    private double _y = Top;

    private PrintedPlan(IReadOnlyList<PlanPiece> pieces) =>
        _bodies = pieces.OfType<PlanPiece.Note>()
            .GroupBy(note => note.Mark)
            .ToDictionary(group => group.Key, group => group.First().Text, StringComparer.Ordinal);

    /// <summary>The sheets, each with what is printed on it.</summary>
    public static IReadOnlyList<IReadOnlyList<PlacedText>> Of(IReadOnlyList<PlanPiece> pieces)
    {
        var plan = new PrintedPlan(pieces);
        foreach (var piece in pieces)
        {
            if (piece is PlanPiece.Paragraph paragraph)
            {
                plan.AddParagraph(paragraph.Text.Replace("**", "", StringComparison.Ordinal));
            }
            else if (piece is PlanPiece.Table table)
            {
                plan.AddTable(table);
            }
        }

        // The last sheet carries 抄送 and 印发 at its foot, and no number.
        plan.EndSheet(isLast: true);
        return plan._sheets;
    }

    private double NotesHeight => _notes.Sum(note => LinesOf(note.Text, NoteSize, 2, Width).Count * NoteSize * Pitch);

    private void AddParagraph(string text)
    {
        var tab = text.Split('\t');
        if (tab.Length == 2)
        {
            NextLine(Size, tab[0]);
            Put(tab[0], Left, Size);
            Put(tab[1], Left + Width - PlacedText.WidthOf(tab[1], Size), Size);
            return;
        }

        var lines = LinesOf(text, Size, 2, Width);
        for (var i = 0; i < lines.Count; i++)
        {
            // A line that happens to end a sentence in the middle of a paragraph is not left at the foot of a page: no reader could tell.
            var keep = i + 1 < lines.Count && "。；：！？”".Contains(lines[i][^1], StringComparison.Ordinal) ? 2 : 1;
            NextLine(Size, lines[i], keep);
            PutMarked(lines[i], i == 0 ? Left + (2 * Size) : Left);
        }
    }

    private void AddTable(PlanPiece.Table table)
    {
        var columns = table.Rows.Max(row => row.Count);
        var widths = Enumerable.Range(0, columns)
            .Select(column => table.Rows.Max(row => column < row.Count ? PlacedText.WidthOf(row[column], 1) : 0))
            .ToList();
        var size = Math.Min(NoteSize, Width / (widths.Sum() + (2.5 * (columns - 1))));
        foreach (var row in table.Rows)
        {
            NextLine(Size, "");
            var left = Left;
            for (var column = 0; column < row.Count; column++)
            {
                Put(row[column], left, size);
                left += (widths[column] + 2.5) * size;
            }
        }
    }

    private void NextLine(double size, string text, int keep = 1)
    {
        var notes = NotesHeight;
        foreach (var mark in MarksIn(text))
        {
            notes += LinesOf(_bodies.GetValueOrDefault(mark, ""), NoteSize, 2, Width).Count * NoteSize * Pitch;
        }

        if (_y + (keep * size * Pitch) + notes > Bottom)
        {
            EndSheet();
            _sheets.Add([]);
            _y = Top;
        }

        _y += size * Pitch;
        _notes.AddRange(MarksIn(text).Where(_bodies.ContainsKey).Select(mark => (mark, _bodies[mark])));
    }

    private void EndSheet(bool isLast = false)
    {
        _y = Bottom - NotesHeight;
        foreach (var (mark, text) in _notes)
        {
            var lines = LinesOf(text, NoteSize, 3, Width);
            for (var i = 0; i < lines.Count; i++)
            {
                _y += NoteSize * Pitch;
                if (i == 0)
                {
                    _sheets[^1].Add(new PlacedText(mark, Left + (2 * NoteSize), _y - (NoteSize * 0.4), NoteSize * 0.6));
                }

                Put(lines[i], i == 0 ? Left + (3 * NoteSize) : Left, NoteSize);
            }
        }

        _notes.Clear();
        _y = Bottom + 15;
        if (!isLast)
        {
            Put($"— {_sheets.Count} —", Left + (Width / 2) - Size, Size * 0.8);
        }
    }

    private void Put(string text, double left, double size)
    {
        if (text.Length > 0)
        {
            _sheets[^1].Add(new PlacedText(text, left, _y, size));
        }
    }

    private void PutMarked(string text, double left)
    {
        for (var at = 0; at < text.Length;)
        {
            var mark = text.IndexOf('^', at);
            var end = mark < 0 ? text.Length : mark;
            Put(text[at..end], left, Size);
            left += PlacedText.WidthOf(text[at..end], Size);
            if (mark >= 0)
            {
                _sheets[^1].Add(new PlacedText(text[mark + 1].ToString(), left, _y - (Size * 0.4), Size * 0.6));
                left += Size * 0.6;
                end = mark + 2;
            }

            at = end;
        }
    }

    private static IEnumerable<string> MarksIn(string text) => text.Split('^').Skip(1).Select(part => part[..1]);

    /// <summary>
    /// Breaks a text into printed lines; Latin words and numbers stay whole, signs that may not open a line hang over its end.
    /// </summary>
    private static List<string> LinesOf(string text, double size, int indent, double width)
    {
        var lines = new List<string>();
        var line = "";
        var free = width - (indent * size);
        foreach (var word in WordsOf(text))
        {
            var needed = word[0] == '^' ? size * 0.6 : PlacedText.WidthOf(word, size);
            if (needed > free + 0.01 && line.Length > 0 && !NeverFirst.Contains(word[0], StringComparison.Ordinal) && word[0] != '^')
            {
                lines.Add(line);
                (line, free) = ("", width);
            }

            line += word;
            free -= needed;
        }

        lines.Add(line);
        return [.. lines.Select(words => words.Trim()).Where(words => words.Length > 0)];
    }

    private static IEnumerable<string> WordsOf(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = at + 1;
            if (text[at] == '^')
            {
                end++;
            }
            else if (text[at] is > ' ' and < '\u2000')
            {
                while (end < text.Length && text[end] is > ' ' and < '\u2000' and not '^')
                {
                    end++;
                }
            }

            yield return text[at..end];
            at = end;
        }
    }
}
