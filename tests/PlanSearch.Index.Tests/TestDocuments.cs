using PlanSearch.TestSupport;

namespace PlanSearch.Index.Tests;

/// <summary>Small documents made by a seeded generator: few distinct units, so that everything overlaps and repeats.</summary>
internal static class TestDocuments
{
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
        var text = RandomTexts.Of(random, maxBlocks);
        return new IndexDocument
        {
            Key = key,
            Blocks = text.Blocks,
            Levels = text.Levels,
            Columns = text.Columns,
            Spans = text.Spans,
            Stored = Enumerable.Range(0, random.Next(40)).Select(_ => (byte)random.Next(256)).ToArray(),
        };
    }

    public static IndexDocument Kept(string name, string key, Random random) => new()
    {
        Key = key,
        KeptAs = name,
        Blocks = [],
        Levels = [[], []],
        Columns = [[], []],
        Stored = Enumerable.Range(0, random.Next(400)).Select(_ => (byte)random.Next(256)).ToArray(),
    };

    public static string Text(Random random) => RandomTexts.Block(random);
}
