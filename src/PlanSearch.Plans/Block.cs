using System.Collections.Immutable;

namespace PlanSearch.Plans;

/// <summary>The smallest addressable text of a plan.</summary>
/// <remarks>
/// <see cref="Text"/> is the logical text: the words before the page cut them, without ** and ^ marks and stray blanks,
/// everything else as the source prints it. A table row's text is its cells joined by one TAB each, and
/// <see cref="Cells"/> are their ranges.
/// </remarks>
public sealed record Block
{
    /// <summary>Which part the block has on the page: heading, paragraph, row, note and so on.</summary>
    public required BlockKind Kind { get; init; }

    /// <summary>The logical text; never empty.</summary>
    public required string Text { get; init; }

    /// <summary>Where the text is in the source, in rising order of <see cref="SourcePiece.Start"/>; the first starts at 0.</summary>
    public required ImmutableArray<SourcePiece> Pieces { get; init; }

    /// <summary>Index in <see cref="PlanDocument.Nodes"/> of the outline node the block is in; 0 is the root.</summary>
    public int Node { get; init; }

    /// <summary>Index in <see cref="PlanDocument.Boxes"/>; -1 outside boxes.</summary>
    public int Box { get; init; } = -1;

    /// <summary>Index in <see cref="PlanDocument.Tables"/>; -1 outside tables.</summary>
    public int Table { get; init; } = -1;

    /// <summary>Index in <see cref="PlanDocument.Records"/>; -1 for blocks that are not searched (cover, contents, noise).</summary>
    public int Record { get; init; } = -1;

    /// <summary>1-based ordinal of a <see cref="BlockKind.BoxEntry"/> within its box; 0 for every other kind.</summary>
    public int Entry { get; init; }

    /// <summary>
    /// 1-based ordinal among the paragraphs and list items of the block's own node (第3段); 0 for kinds that are not counted as paragraphs.
    /// </summary>
    public int Paragraph { get; init; }

    /// <summary>
    /// Index in <see cref="PlanDocument.Blocks"/> of the list item that encloses a list item of running text, （一） around 1.; -1 where none
    /// does.
    /// </summary>
    public int Item { get; init; } = -1;

    /// <summary>Depth in this document's outline for a <see cref="BlockKind.Heading"/>, 1 at the top; 0 for every other kind.</summary>
    public int Depth { get; init; }

    /// <summary>The marker as printed that opens the block (第四章, （二）, 1., ◆, ①); empty when there is none.</summary>
    public string Marker { get; init; } = "";

    /// <summary>The run-in lead of a paragraph, item or entry (营造公平环境。 / 名称：); empty when there is none.</summary>
    public TextRange Lead { get; init; }

    /// <summary>The cells of a row of a table, left to right, empty ones included; empty for every other kind.</summary>
    public ImmutableArray<TextRange> Cells { get; init; } = [];

    /// <summary>The page the block begins on, where the source has pages; else null.</summary>
    public int? Page { get; init; }

    /// <summary>The 1-based source lines whose text the block carries, rising, each once.</summary>
    public IEnumerable<int> Lines => Pieces.Select(piece => piece.Line).Distinct();

    /// <summary>Whether the block is part of what is searched; cover, contents and noise are only counted.</summary>
    public bool IsSearched => Kind is not (BlockKind.Cover or BlockKind.Contents or BlockKind.Noise);

    /// <summary>The 1-based source line of the code unit at <paramref name="offset"/> of the text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The offset is negative or not below the text's length.</exception>
    public int LineAt(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(offset, Text.Length);
        var at = 0;
        while (at + 1 < Pieces.Length && Pieces[at + 1].Start <= offset)
        {
            at++;
        }

        return Pieces[at].Line;
    }
}
