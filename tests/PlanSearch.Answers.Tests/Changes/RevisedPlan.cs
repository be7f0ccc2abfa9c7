using System.Collections.Immutable;
using PlanSearch.Index.Stored;
using PlanSearch.TestSupport;

namespace PlanSearch.Answers.Tests.Changes;

/// <summary>A small plan that is revised again and again as people do it: words, headings, order, metadata, or all of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Issue">Stands in its title and rises with every change of its metadata.</param>
/// <param name="Level">One of a few levels, to be filtered by.</param>
/// <param name="Blocks">Its blocks: the kind is a letter, the text what follows.</param>
internal sealed record RevisedPlan(string Id, int Issue, string Level, ImmutableArray<string> Blocks)
{
    private static readonly ImmutableArray<string> Levels = ["省级", "市级", "县级"];

    public static RevisedPlan New(Random random, string id) =>
        new(id, 0, Pick(random, Levels), [.. Enumerable.Range(0, random.Next(2, 9)).Select(_ => Block(random))]);

    public RevisedPlan Revised(Random random)
    {
        var at = random.Next(Blocks.Length);
        return random.Next(8) switch
        {
            0 => this,
            1 => this with { Blocks = Blocks.Insert(at, Block(random)) },
            2 when Blocks.Length > 1 => this with { Blocks = Blocks.RemoveAt(at) },
            3 => this with { Issue = Issue + 1, Level = Pick(random, Levels) },
            4 => this with { Blocks = Blocks.RemoveAt(at).Insert(random.Next(Blocks.Length), Blocks[at]) },
            5 => New(random, Id) with { Issue = Issue, Level = Level },
            _ => this with
            {
                Blocks = Blocks.SetItem(
                at, Blocks[at].Insert(random.Next(1, Blocks[at].Length + 1), Pick(random, InventedCollection.Words)))
            },
        };
    }

    public (StoredPlan Plan, IReadOnlyList<string> Texts) Built()
    {
        var plan = new HandMadePlan(Id);
        foreach (var block in Blocks)
        {
            _ = block[0] switch
            {
                'h' => plan.Heading(block[1..]),
                'b' => plan.BoxTitle(block[1..]),
                'e' => plan.Entry(block[1..]),
                _ => plan.Paragraph(block[1..]),
            };
        }

        var (stored, texts) = InventedCollection.Built(plan, metadata => metadata with { ShortTitle = $"{Id} {Issue}", Level = Level });

        // Another issue is another file, though its text may be the same.
        var text = string.Join('\n', Blocks);
        return (stored with { FileDigest = $"{Issue} {Level} {text}", TextDigest = text }, texts);
    }

    private static string Block(Random random) =>
        "hbepppp"[random.Next(7)]
            + string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => Pick(random, InventedCollection.Words)));

    private static T Pick<T>(Random random, ImmutableArray<T> values) => values[random.Next(values.Length)];
}
