namespace PlanSearch.Plans.Parsing;

/// <summary>A stretch of one source line with what the passes decide about it. Mutable while a parse runs, private to it.</summary>
internal sealed class Line
{
    /// <summary>Takes the stretch from <paramref name="start"/> up to <paramref name="end"/> of <paramref name="raw"/>, whose ends are no blanks.</summary>
    public Line(int number, string raw, int start, int end, bool followsBlank)
    {
        (Number, Raw, Start, End, FollowsBlank) = (number, raw, start, end, followsBlank);
        Plain = Marks.Strip(raw, start, end);
        Marker = MarkerReader.Read(Plain);
    }

    /// <summary>1-based line of the source.</summary>
    public int Number { get; }

    /// <summary>The whole source line.</summary>
    public string Raw { get; }

    /// <summary>0-based offset of the first code unit.</summary>
    public int Start { get; }

    /// <summary>Offset after the last code unit.</summary>
    public int End { get; }

    /// <summary>Whether a blank line (or the start of the file) stands before it.</summary>
    public bool FollowsBlank { get; }

    /// <summary>The stretch without ** and ^ marks; what the rules look at.</summary>
    public string Plain { get; }

    /// <summary>The marker that opens it.</summary>
    public Marker Marker { get; private set; }

    /// <summary>R-MARK-5: takes the number before a digit as marker when it goes on with <paramref name="sequences"/>; else leaves the line as it is.</summary>
    public void TakeNumberInSequence(Sequences sequences)
    {
        if (Marker.Kind == MarkerKind.None && MarkerReader.ReadBeforeDigit(Plain) is var marker && sequences.GoesOn(marker) && sequences.IsLive(marker.Kind))
        {
            Marker = marker;
        }
    }

    /// <summary>What opens after the marker and its blanks.</summary>
    public ReadOnlySpan<char> Words => Marker.Kind == MarkerKind.None ? Plain : Plain.AsSpan(Marker.Rest);

    /// <summary>How it ends.</summary>
    public Ending Ending => Sentence.EndOf(Plain);

    /// <summary>Whether words stand before and after some TAB, or a TAB opens it: a row of cells.</summary>
    public bool HasCells { get; init; }

    /// <summary>The first code unit of the cells: what <see cref="Start"/> is, or the TABs before it that are empty cells.</summary>
    public int CellsStart { get; init; }

    /// <summary>The offset after the cells, trailing empty ones included.</summary>
    public int CellsEnd { get; init; }

    /// <summary>How wide the words and their indent print, in Han characters; Latin ones count half.</summary>
    public double Width => Glyphs.WidthOf(Raw.AsSpan(0, End));

    /// <summary>Whether it stands in a stretch of lines wrapped at a fixed width.</summary>
    public bool IsWrapped { get; set; }

    /// <summary>Whether it reaches that width, so that its text most likely goes on.</summary>
    public bool IsFull { get; set; }

    /// <summary>How many blanks stand before its words.</summary>
    public int Indent => Start;

    /// <summary>What it is; null until a pass knows.</summary>
    public BlockKind? Kind { get; set; }

    /// <summary>Index of the box it belongs to; -1 outside boxes.</summary>
    public int Box { get; set; } = -1;

    /// <summary>Index of the table it belongs to; -1 outside tables.</summary>
    public int Table { get; set; } = -1;

    /// <summary>The line whose text this one goes on with; null when it starts a block of its own.</summary>
    public Line? Continues { get; set; }

    /// <summary>The block it goes into; null until blocks are drafted.</summary>
    public BlockDraft? Draft { get; set; }

    /// <summary>The outline level of a heading: the kind of its marker, <see cref="MarkerKind.None"/> for 前言 and 附件.</summary>
    public MarkerKind Level { get; set; }

    /// <summary>Whether the page leaves the flow of text here untouched: footnotes, page marks and captions of figures.</summary>
    public bool IsTransparent => Kind is BlockKind.Footnote or BlockKind.Noise or BlockKind.FigureCaption or BlockKind.Contents or BlockKind.Cover;
}
