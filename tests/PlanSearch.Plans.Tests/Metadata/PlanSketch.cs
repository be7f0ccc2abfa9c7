using System.Collections.Immutable;

namespace PlanSearch.Plans.Tests.Metadata;

/// <summary>Builds the part of a plan that metadata is read from, one block a line.</summary>
/// <remarks>A line begins with the block's kind: C cover, P paragraph, H numbered heading, T trailer, D contents, N noise.</remarks>
internal static class PlanSketch
{
    public static PlanDocument Of(string lines, bool isComplete = true)
    {
        var blocks = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select((line, at) => new Block
            {
                Kind = KindOf(line[0]),
                Text = line[2..],
                Pieces = [new SourcePiece(0, at + 1, 0)],
                Marker = line[0] == 'H' ? line[2..].Split(' ')[0] : "",
                Depth = line[0] == 'H' ? 1 : 0,
            })
            .ToImmutableArray();
        return new PlanDocument
        {
            Source = new SourceText { Encoding = "utf-8", EncodingReason = "", Lines = [.. blocks.Select(block => block.Text)] },
            Nodes = [new OutlineNode(-1, 0, "", "", -1)],
            Blocks = blocks,
            Boxes = [],
            Tables = [],
            Records = [],
            Ledger = new ParseLedger
            {
                Lines = blocks.Length,
                Characters = blocks.Sum(block => block.Text.Length),
                CharactersByKind = ImmutableSortedDictionary<BlockKind, int>.Empty,
                BlanksRemoved = 0,
                MarksRemoved = 0,
                CharactersUnplaced = 0,
                Joins = 0,
                Boxes = 0,
                Tables = 0,
                IsComplete = isComplete,
                Diagnostics = [],
            },
        };
    }

    private static BlockKind KindOf(char letter) => letter switch
    {
        'C' => BlockKind.Cover,
        'D' => BlockKind.Contents,
        'H' => BlockKind.Heading,
        'T' => BlockKind.Trailer,
        'N' => BlockKind.Noise,
        'P' => BlockKind.Paragraph,
        _ => throw new ArgumentException($"No kind of block is written {letter}.", nameof(letter)),
    };
}
