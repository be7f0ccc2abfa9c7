using System.Collections.Immutable;
using PlanSearch.Plans.Parsing.Lines;

namespace PlanSearch.Plans.Parsing.Blocks;

/// <summary>A block while the passes fill it; <see cref="ToBlock"/> freezes it.</summary>
internal sealed class BlockDraft
{
    /// <summary>Decided by its first line; it does not change any more.</summary>
    public required BlockKind Kind { get; init; }

    /// <summary>The lines it carries, the first one first.</summary>
    public List<Line> Lines { get; } = [];

    /// <summary>The logical text.</summary>
    public string Text { get; set; } = "";

    /// <summary>Where it is in the source.</summary>
    public ImmutableArray<SourcePiece> Pieces { get; set; } = [];

    /// <summary>Offsets of the blanks that no source line has (R-TEXT-3), rising.</summary>
    public List<int> InsertedBlanks { get; } = [];

    /// <summary>The cells of a row.</summary>
    public ImmutableArray<TextRange> Cells { get; set; } = [];

    /// <summary>The marker that opens it.</summary>
    public string Marker { get; set; } = "";

    /// <summary>The run-in lead.</summary>
    public TextRange Lead { get; set; }

    /// <summary>Index of the outline node it is in; 0 is the root.</summary>
    public int Node { get; set; }

    /// <summary>Index of its box or -1.</summary>
    public int Box { get; set; } = -1;

    /// <summary>Index of its table or -1.</summary>
    public int Table { get; set; } = -1;

    /// <summary>Index of its record or -1.</summary>
    public int Record { get; set; } = -1;

    /// <summary>Ordinal among the entries of its box, or 0.</summary>
    public int Entry { get; set; }

    /// <summary>Ordinal among the paragraphs of its node, or 0.</summary>
    public int Paragraph { get; set; }

    /// <summary>Index of the draft of the item that encloses it, or -1.</summary>
    public int Item { get; set; } = -1;

    /// <summary>Depth of a heading, or 0.</summary>
    public int Depth { get; set; }

    /// <summary>The finished block.</summary>
    /// <param name="pages">The page of each source line; empty where the source has none.</param>
    public Block ToBlock(ImmutableArray<int> pages) => new()
    {
        Kind = Kind,
        Text = Text,
        Pieces = Pieces,
        Cells = Cells,
        Marker = Marker,
        Lead = Lead,
        Node = Node,
        Box = Box,
        Table = Table,
        Record = Record,
        Entry = Entry,
        Paragraph = Paragraph,
        Depth = Depth,
        Item = Item,
        Page = pages.IsEmpty || Pieces.IsEmpty ? null : pages[Pieces[0].Line - 1],
    };
}
