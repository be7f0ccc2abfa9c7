using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Tests.Parsing;

/// <summary>What holds of every document, whatever the text: places, account, and indexes that lead somewhere.</summary>
internal static class DocumentCheck
{
    /// <summary>Asserts all of it.</summary>
    public static void Run(PlanDocument document)
    {
        CheckPlaces(document);
        CheckAccount(document.Ledger);
        CheckIndexes(document);
    }

    private static void CheckAccount(ParseLedger ledger)
    {
        Assert.Equal(0, ledger.CharactersUnplaced);
        Assert.Equal(ledger.Characters, ledger.CharactersByKind.Values.Sum() + ledger.BlanksRemoved + ledger.MarksRemoved);
        Assert.All(ledger.CharactersByKind.Values, count => Assert.True(count >= 0));
    }

    private static void CheckPlaces(PlanDocument document)
    {
        var lines = document.Source.Lines;
        var covered = lines.Select(line => new bool[line.Length]).ToArray();
        foreach (var block in document.Blocks)
        {
            Assert.NotEmpty(block.Text);
            Assert.Equal(0, block.Pieces[0].Start);
            for (var i = 0; i < block.Pieces.Length; i++)
            {
                var end = i + 1 < block.Pieces.Length ? block.Pieces[i + 1].Start : block.Text.Length;
                Assert.True(end > block.Pieces[i].Start, "pieces rise");
                for (var at = block.Pieces[i].Start; at < end; at++)
                {
                    CheckPlace(block, at, block.Pieces[i], lines, covered);
                }
            }
        }

        for (var line = 0; line < lines.Length; line++)
        {
            CheckLeftOut(lines[line], covered[line], line + 1);
        }
    }

    private static void CheckPlace(Block block, int at, SourcePiece piece, IReadOnlyList<string> lines, bool[][] covered)
    {
        var (line, column) = (lines[piece.Line - 1], piece.Column + at - piece.Start);
        if (column >= line.Length || (block.Text[at] is ' ' or '\t' && !Glyphs.IsBlank(line[column])))
        {
            // The one blank that no line has: between Latin words, or the lines of a title, that a cut parted; and the TAB between cells.
            Assert.Contains(block.Text[at], " \t");
            return;
        }

        if (block.Text[at] != line[column] && !(block.Text[at] is ' ' or '\t' && Glyphs.IsBlank(line[column])))
        {
            Assert.Fail($"line {piece.Line}, column {column}: {block.Text}");
        }

        if (covered[piece.Line - 1][column] && !Glyphs.IsBlank(line[column]))
        {
            Assert.Fail($"line {piece.Line}, column {column} stands in two blocks");
        }

        covered[piece.Line - 1][column] = true;
    }

    // What no block has is blank, or a mark.
    private static void CheckLeftOut(string line, bool[] covered, int number)
    {
        for (var column = 0; column < line.Length;)
        {
            var mark = covered[column] || Glyphs.IsBlank(line[column])
                ? 0
                : Math.Max(Marks.LengthAt(line, column), Marks.FrameLengthAt(line, column));
            if (!covered[column] && !Glyphs.IsBlank(line[column]) && mark == 0)
            {
                Assert.Fail($"line {number}, column {column}: {line[column]} is in no block");
            }

            column += Math.Max(1, mark);
        }
    }

    private static void CheckIndexes(PlanDocument document)
    {
        Assert.Equal(-1, document.Nodes[0].Parent);
        for (var i = 1; i < document.Nodes.Length; i++)
        {
            var node = document.Nodes[i];
            Assert.InRange(node.Parent, 0, i - 1);
            Assert.True(document.Nodes[node.Parent].Depth < node.Depth);
            Assert.Equal(node.Heading, document.Blocks[node.Block].Text);
        }

        var firstOfRecord = new Dictionary<int, int>();
        for (var i = 0; i < document.Blocks.Length; i++)
        {
            var block = document.Blocks[i];
            Assert.InRange(block.Node, 0, document.Nodes.Length - 1);
            Assert.InRange(block.Box, -1, document.Boxes.Length - 1);
            Assert.InRange(block.Table, -1, document.Tables.Length - 1);
            Assert.Equal(block.IsSearched, block.Record >= 0);
            Assert.True(block.Lead.Start >= 0 && block.Lead.End <= block.Text.Length);
            Assert.Equal(block.Cells.Length == 0 ? 0 : block.Text.Count(c => c == '\t') + 1, block.Cells.Length);
            if (block.Record >= 0)
            {
                firstOfRecord.TryAdd(block.Record, i);
            }
        }

        Assert.Equal(document.Records.Length, firstOfRecord.Count);
        foreach (var box in document.Boxes)
        {
            Assert.Equal(BlockKind.BoxTitle, document.Blocks[box.FirstBlock].Kind);
            Assert.InRange(box.EndBlock, box.FirstBlock + 1, document.Blocks.Length);
            Assert.InRange(box.Confidence, 0, 1);
        }
    }
}
