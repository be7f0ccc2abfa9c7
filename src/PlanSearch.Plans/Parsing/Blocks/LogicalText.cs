using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Blocks;

/// <summary>Builds the logical text of one block after another from spans of source lines (R-TEXT-1 to R-TEXT-6).</summary>
/// <remarks>
/// Every code unit it passes is either appended or counted in <see cref="BlanksRemoved"/> or <see cref="MarksRemoved"/>; the ledger rests
/// on that.
/// </remarks>
internal sealed class LogicalText
{
    // The longest marker or label after which a blank stays as printed: 第二十一章, 专栏 12-10.
    private const int MaxMarker = 12;

    // Blanks and the first code units of marks: what is between two of them is copied as it is.
    private static readonly SearchValues<char> Breaks = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(i => (char)i).Where(c => Glyphs.IsBlank(c) || c is '*' or '^')]);

    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<SourcePiece>.Builder _pieces = ImmutableArray.CreateBuilder<SourcePiece>();
    private readonly ImmutableArray<TextRange>.Builder _cells = ImmutableArray.CreateBuilder<TextRange>();
    private bool _keepsHalves;
    private bool _keepsAll;
    private int _decimalEnd;
    private int _nextLine;
    private int _nextColumn;
    private int _tokenLength;
    private Line? _line;

    /// <summary>Code units of blanks that were left out so far, over all blocks.</summary>
    public int BlanksRemoved { get; private set; }

    /// <summary>Code units of marks passed over so far in all blocks.</summary>
    public int MarksRemoved { get; private set; }

    /// <summary>Builds text, pieces and cells of <paramref name="draft"/> from its lines.</summary>
    public void Build(BlockDraft draft)
    {
        _text.Clear();
        _pieces.Clear();
        _cells.Clear();
        _tokenLength = 0;
        _keepsAll = draft.Kind is BlockKind.Contents;
        _decimalEnd = draft.Lines[0].Marker is { Kind: >= MarkerKind.DecimalChapter and <= MarkerKind.DecimalPart } marker ? marker.End : 0;
        _keepsHalves =
            draft.Kind is BlockKind.Heading or BlockKind.BoxTitle or BlockKind.Cover or BlockKind.TableCaption or BlockKind.FigureCaption;
        var isRow = draft.Kind is BlockKind.TableHeader or BlockKind.TableGroup or BlockKind.TableRow;
        foreach (var line in draft.Lines)
        {
            _line = line;
            if (isRow && line.HasCells)
            {
                line.Decide(Rules.CellsOfRow);
                AppendCells(line.Cells!);
                continue;
            }

            for (var i = 0; i < line.StretchCount; i++)
            {
                Separate(draft, line.StretchAt(i), isWrap: i > 0);
                Append(line.StretchAt(i));
            }

            if (isRow)
            {
                _cells.Add(new TextRange(0, _text.Length));
            }
        }

        (draft.Text, draft.Pieces, draft.Cells) = (_text.ToString(), _pieces.ToImmutable(), _cells.ToImmutable());
    }

    /// <summary>Takes back a kept blank that a later pass cuts off.</summary>
    public void CountBlank() => BlanksRemoved++;

    // R-TEXT-3: at a cut nothing is put between the pieces, but Latin words stay apart, and so do the lines of a heading.
    private void Separate(BlockDraft draft, Stretch stretch, bool isWrap)
    {
        if (_text.Length == 0)
        {
            return;
        }

        _line!.Decide(Rules.Seam);
        var (before, after) = (_text[^1], Marks.FirstOf(stretch.Span));
        if ((_keepsHalves && !isWrap) || (Glyphs.IsLatin(before) && Glyphs.IsLatin(after)))
        {
            draft.InsertedBlanks.Add(_text.Length);
            _text.Append(' ');
            _tokenLength = 0;
        }
    }

    private void AppendCells(Stretch[] cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].GoesOn)
            {
                Append(cells[i]);
                _cells[^1] = new TextRange(_cells[^1].Start, _text.Length - _cells[^1].Start);
                continue;
            }

            if (i > 0)
            {
                PutTab(cells[i - 1]);
            }

            var start = _text.Length;
            _tokenLength = 0;
            Append(cells[i]);
            _cells.Add(new TextRange(start, _text.Length - start));
        }
    }

    // The TAB stands for whatever parts the cells in the source: its place is where the cell before it ends.
    private void PutTab(Stretch cell)
    {
        if (_pieces.Count == 0)
        {
            _pieces.Add(new SourcePiece(0, cell.Number, cell.End));
            (_nextLine, _nextColumn) = (cell.Number, cell.End);
        }

        _nextColumn = (_nextLine, _nextColumn) == (cell.Number, cell.End) ? cell.End + 1 : -1;
        _text.Append('\t');
    }

    private void Append(Stretch stretch)
    {
        var raw = stretch.Raw.AsSpan(0, stretch.End);
        var cellStart = _text.Length;
        var blank = -1;
        for (var i = stretch.Start; i < stretch.End;)
        {
            var mark = Marks.LengthAt(raw, i);
            if (mark > 0)
            {
                MarksRemoved += mark;
                _line!.Decide(Rules.Marks);
                i += mark;
            }
            else if (Glyphs.IsBlank(raw[i]))
            {
                BlanksRemoved++;
                _line!.Decide(Rules.StrayBlank);
                blank = blank < 0 ? i : blank;
                i++;
            }
            else
            {
                if (blank >= 0 && _text.Length > cellStart && KeepsBlank(raw, i))
                {
                    BlanksRemoved--;
                    _line!.Decide(Rules.KeptBlank);
                    Put(stretch, blank, 1, " ");
                }

                _tokenLength = blank >= 0 ? 0 : _tokenLength;
                blank = -1;
                var run = RunLength(raw, i);
                Put(stretch, i, run, raw.Slice(i, run));
                _tokenLength += run;
                i += run;
            }
        }
    }

    // Up to the next blank, or what may be a mark: at least one code unit.
    private static int RunLength(ReadOnlySpan<char> raw, int at)
    {
        var next = raw[(at + 1)..].IndexOfAny(Breaks);
        return next < 0 ? raw.Length - at : next + 1;
    }

    private void Put(Stretch stretch, int column, int length, ReadOnlySpan<char> run)
    {
        if (_pieces.Count == 0 || stretch.Number != _nextLine || column != _nextColumn)
        {
            _pieces.Add(new SourcePiece(_text.Length, stretch.Number, column));
        }

        (_nextLine, _nextColumn) = (stretch.Number, column + length);
        _text.Append(run);
    }

    // R-TEXT-4, R-TEXT-5: blanks beside Chinese text go; after a marker, between Latin words and between the halves of a heading one stays.
    private bool KeepsBlank(ReadOnlySpan<char> raw, int next)
    {
        var (before, after) = (_text[^1], raw[next]);
        if (_keepsAll || _text.Length == _decimalEnd || (CanEndMarker(before) && FollowsMarker()))
        {
            return true;
        }

        var (left, right) = (Glyphs.IsChinese(before), Glyphs.IsChinese(after));
        if (left && right)
        {
            return _keepsHalves && !IsLetterSpaced(raw, next);
        }

        return !(left || right) || before is '.' or ',' or ';' or ':' or '!' or '?';
    }

    // 前 言, 总 则: single characters set apart are one word.
    private bool IsLetterSpaced(ReadOnlySpan<char> raw, int next) =>
        _tokenLength == 1 && (next + 1 >= raw.Length || Glyphs.IsBlank(raw[next + 1]) || raw[next + 1] == '*');

    // Spares most blanks the closer look: 到 2025 年.
    private bool CanEndMarker(char c) =>
        Glyphs.IsHan(c) ? c is '篇' or '编' or '章' or '节' or '条' or '分' or '栏' or '图' or '表' || Numerals.Digit(c) >= 0 || c == '十'
        : _keepsHalves || !(Glyphs.IsDigit(c) || Glyphs.IsLatin(c));

    // The marker opens the block, or a member of a list that is run in: after a separator.
    private bool FollowsMarker()
    {
        Span<char> tail = stackalloc char[MaxMarker + 1];
        var length = Math.Min(_text.Length, MaxMarker);
        _text.CopyTo(_text.Length - length, tail, length);
        var start = tail[..length].LastIndexOfAny('；', ';', '。') + 1;
        if (start == 0 && length < _text.Length)
        {
            return false;
        }

        while (start < length && tail[start] == ' ')
        {
            start++;
        }

        // A blank is what is here; a title may be behind it.
        tail[length] = ' ';
        var text = tail[start..(length + 1)];
        if (MarkerReader.Read(text) is { Kind: not MarkerKind.None } marker)
        {
            return marker.End == length - start;
        }

        tail[length] = '题';
        return _keepsHalves
            && ((BoxTitle.Read(text) is { IsTitle: true } title && title.LabelEnd == length) || FigureCaption.IsLabel(text[..^1]));
    }
}
