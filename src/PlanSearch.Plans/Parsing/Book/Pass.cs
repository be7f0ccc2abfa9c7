namespace PlanSearch.Plans.Parsing.Book;

/// <summary>The passes of the parser in the order they run; each has a folder of its name.</summary>
internal enum Pass
{
    /// <summary>Bytes become lines, before the parser.</summary>
    Reading,

    /// <summary>What each source line is by itself: its cells, its marker, lines glued into one.</summary>
    Lines,

    /// <summary>What the page put between the lines.</summary>
    Pages,

    /// <summary>Lines that a fixed width cut.</summary>
    Wrapping,

    /// <summary>What is before and after the text: cover, contents, notice, trailer.</summary>
    Fronts,

    /// <summary>Tables and footnotes, which the page put into the text.</summary>
    Tables,

    /// <summary>Headings, boxes, items and continuations.</summary>
    Flow,

    /// <summary>What people have said of single lines.</summary>
    Corrections,

    /// <summary>The blocks with their text, the outline and the ledger.</summary>
    Blocks,

    /// <summary>What speaks against the finished outline.</summary>
    Doubts,
}
