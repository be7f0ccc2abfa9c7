using System.Text;
using PlanSearch.Plans.Text;

namespace PlanSearch.TestSupport;

/// <summary>Small texts made by a seeded generator: few distinct units, so that everything overlaps and repeats.</summary>
public static class RandomTexts
{
    private const string Units = "氢能产业发展的部部aB1２5Ｇ（“国國𨨏，。 ";

    /// <summary>Some blocks with two levels and two columns; one block in six is set aside.</summary>
    public static TextBlocks Of(Random random, int maxBlocks = 12)
    {
        var count = random.Next(1, maxBlocks);
        var records = random.Next(1, count + 1);
        var blocks = Enumerable.Range(0, count).Select(_ => Block(random)).ToArray();
        return new TextBlocks
        {
            Blocks = blocks,
            Levels =
            [
                [.. blocks.Select(_ => random.Next(6) == 0 ? -1 : random.Next(records))],
                [.. blocks.Select(_ => random.Next(-1, 3))],
            ],
            Columns = [[.. blocks.Select(_ => (byte)random.Next(4))], [.. blocks.Select(_ => (byte)random.Next(40))]],
            Spans = Spans(blocks, random),
        };
    }

    /// <summary>A block, with cells now and then.</summary>
    public static string Block(Random random)
    {
        var text = new StringBuilder();
        var length = random.Next(1, 60);
        while (text.Length < length)
        {
            var at = random.Next(Units.Length + 1);
            text.Append(at == Units.Length ? $"{Fold.Separator}" : char.IsSurrogate(Units[at]) ? "𨨏" : $"{Units[at]}");
        }

        return text.ToString();
    }

    private static List<ColumnSpan> Spans(string[] blocks, Random random)
    {
        var spans = new List<ColumnSpan>();
        for (var block = 0; block < blocks.Length; block++)
        {
            for (var start = random.Next(40); start < blocks[block].Length; start += random.Next(40))
            {
                var length = random.Next(1, Math.Min(12, blocks[block].Length - start) + 1);
                var column = random.Next(2);
                spans.Add(new ColumnSpan(block, start, length, column, (byte)random.Next(column == 0 ? 4 : 40)));
                start += length;
            }
        }

        return spans;
    }
}
