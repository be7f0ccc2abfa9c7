using PlanSearch.Plans.Text;

namespace PlanSearch.Engine.Tests;

/// <summary>Small documents made by a seeded generator: few distinct units, so that everything overlaps and repeats.</summary>
internal static class TestDocuments
{
    private const string Units = "氢能产业发展的部部aB1２5Ｇ（“国國𨨏，。 ";

    public static IndexSchema Schema { get; } = new(["record", "node"], ["kind", "part"]);

    public static IndexDocument One(string key, params string[] blocks) => new()
    {
        Key = key,
        Blocks = blocks,
        Levels = [[.. Enumerable.Range(0, blocks.Length)], new int[blocks.Length]],
        Columns = [new byte[blocks.Length], new byte[blocks.Length]],
        Stored = System.Text.Encoding.UTF8.GetBytes($"stored {key}"),
    };

    public static IndexDocument Random(string key, Random random, int maxBlocks = 12)
    {
        var count = random.Next(1, maxBlocks);
        var records = random.Next(1, count + 1);
        var blocks = Enumerable.Range(0, count).Select(_ => Text(random)).ToArray();
        return new IndexDocument
        {
            Key = key,
            Blocks = blocks,
            Levels =
            [
                [.. blocks.Select(_ => random.Next(6) == 0 ? -1 : random.Next(records))],
                [.. blocks.Select(_ => random.Next(-1, 3))],
            ],
            Columns = [[.. blocks.Select(_ => (byte)random.Next(4))], [.. blocks.Select(_ => (byte)random.Next(40))]],
            Spans = Spans(blocks, random),
            Stored = Enumerable.Range(0, random.Next(40)).Select(_ => (byte)random.Next(256)).ToArray(),
        };
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

    public static string Text(Random random)
    {
        var text = new System.Text.StringBuilder();
        var length = random.Next(1, 60);
        while (text.Length < length)
        {
            var at = random.Next(Units.Length + 1);
            if (at == Units.Length)
            {
                text.Append(Fold.Separator);
            }
            else if (char.IsSurrogate(Units[at]))
            {
                text.Append("𨨏");
            }
            else
            {
                text.Append(Units[at]);
            }
        }

        return text.ToString();
    }
}
