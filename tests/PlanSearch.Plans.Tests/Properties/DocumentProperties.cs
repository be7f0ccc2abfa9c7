using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Tests.Properties;

/// <summary>What holds of the structure of every document, however it came about.</summary>
internal static class DocumentProperties
{
    /// <summary>
    /// The source, put together from its blocks alone: every code unit where its block says it is, and between them only blanks and
    /// marks of the source.
    /// </summary>
    public static string[] Reassembled(PlanDocument document)
    {
        var lines = document.Source.Lines.Select(line => line.ToCharArray().Select(Placeholder).ToArray()).ToArray();
        foreach (var block in document.Blocks)
        {
            for (var i = 0; i < block.Pieces.Length; i++)
            {
                var end = i + 1 < block.Pieces.Length ? block.Pieces[i + 1].Start : block.Text.Length;
                for (var at = block.Pieces[i].Start; at < end; at++)
                {
                    var (line, column) = (lines[block.Pieces[i].Line - 1], block.Pieces[i].Column + at - block.Pieces[i].Start);
                    if (column < line.Length && !char.IsWhiteSpace(block.Text[at]))
                    {
                        line[column] = block.Text[at];
                    }
                }
            }
        }

        for (var number = 0; number < lines.Length; number++)
        {
            FillMarks(lines[number], document.Source.Lines[number]);
        }

        return [.. lines.Select(line => new string(line))];
    }

    /// <summary>
    /// Asserts that the range of a node holds the ranges of the nodes below it, its own blocks and its boxes, and the range of a box its
    /// blocks.
    /// </summary>
    public static void CheckRanges(PlanDocument document)
    {
        var ends = EndsOf(document);
        for (var node = 1; node < document.Nodes.Length; node++)
        {
            var parent = document.Nodes[node].Parent;
            Assert.True(
                document.Nodes[parent].Block < document.Nodes[node].Block && ends[node] <= ends[parent],
                $"node {node} lies outside its parent {parent}");
        }

        for (var i = 0; i < document.Blocks.Length; i++)
        {
            var block = document.Blocks[i];

            // Trailer, cover and contents are the document's, and a footnote is where the page had it.
            if (block.Node > 0 && block.Kind != BlockKind.Footnote)
            {
                Assert.InRange(i, document.Nodes[block.Node].Block, ends[block.Node] - 1);
            }

            if (block.Box >= 0)
            {
                Assert.InRange(i, document.Boxes[block.Box].FirstBlock, document.Boxes[block.Box].EndBlock - 1);
                Assert.Equal(document.Boxes[block.Box].Node, block.Node);
            }
        }
    }

    /// <summary>Asserts that no two nodes have the same path, and no two blocks the same place within a node or box.</summary>
    public static void CheckPlacesAreUnique(PlanDocument document)
    {
        var paths = Enumerable.Range(0, document.Nodes.Length).Select(node => string.Join('\n', document.PathOf(node))).ToList();
        Assert.Equal(paths.Count, paths.Distinct(StringComparer.Ordinal).Count());

        var paragraphs = document.Blocks.Where(block => block.Paragraph > 0).Select(block => (block.Node, block.Paragraph)).ToList();
        Assert.Equal(paragraphs.Count, paragraphs.Distinct().Count());

        var entries = document.Blocks.Where(block => block.Entry > 0).Select(block => (block.Box, block.Entry)).ToList();
        Assert.Equal(entries.Count, entries.Distinct().Count());
    }

    private static int[] EndsOf(PlanDocument document)
    {
        var ends = new int[document.Nodes.Length];
        for (var node = 0; node < ends.Length; node++)
        {
            var next = node + 1;
            while (next < ends.Length && document.Nodes[next].Depth > document.Nodes[node].Depth)
            {
                next++;
            }

            ends[node] = next < ends.Length ? document.Nodes[next].Block : document.Blocks.Length;
        }

        return ends;
    }

    // Stands for what no block has given back yet.
    private static char Placeholder(char c) => Glyphs.IsBlank(c) ? c : '\0';

    private static void FillMarks(char[] line, string source)
    {
        for (var at = 0; at < line.Length; at++)
        {
            var mark = line[at] != '\0' ? 0 : Math.Max(Marks.LengthAt(source, at), Marks.FrameLengthAt(source, at));
            source.AsSpan(at, mark).CopyTo(line.AsSpan(at));
        }
    }
}
