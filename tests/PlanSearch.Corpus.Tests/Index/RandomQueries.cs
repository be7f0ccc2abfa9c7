using System.Collections.Immutable;
using PlanSearch.Engine.Queries;
using PlanSearch.Engine.Search;

namespace PlanSearch.Corpus.Tests.Index;

/// <summary>Queries cut out of given texts, and a few that occur nowhere.</summary>
internal sealed class RandomQueries(Random random, IReadOnlyList<string> texts)
{
    private const int MaxLength = 12;

    /// <summary>A substring of 1 to 12 code units, as it is or changed in one unit, in any mode.</summary>
    public LiteralQuery Literal() => new(Text())
    {
        IsExact = random.Next(4) == 0,
        IsOpenAtStart = random.Next(6) == 0,
        IsOpenAtEnd = random.Next(6) == 0,
    };

    /// <summary>A tree of literals, at most <paramref name="depth"/> deep.</summary>
    public Query Tree(int depth) => (depth == 0 ? 0 : random.Next(3)) switch
    {
        0 => Literal(),
        1 => new OrQuery(Parts(depth, least: 1)),
        _ => new AndQuery(Parts(depth, least: 1), Parts(depth, least: 0)),
    };

    /// <summary>Every block, or some values of some columns.</summary>
    public BlockFilter Filter() =>
        random.Next(2) == 0 ? BlockFilter.All : new BlockFilter([Mask(), Mask(), Mask()]);

    private ulong Mask() => random.Next(2) == 0 ? ulong.MaxValue : (ulong)random.NextInt64() | (ulong)random.NextInt64();

    private ImmutableArray<Query> Parts(int depth, int least) => [.. Enumerable.Range(0, random.Next(least, 4)).Select(_ => Tree(depth - 1))];

    private string Text()
    {
        var text = texts[random.Next(texts.Count)];
        var start = random.Next(text.Length);
        var cut = text.Substring(start, Math.Min(random.Next(1, MaxLength + 1), text.Length - start)).ToCharArray();
        if (random.Next(8) == 0)
        {
            // Another glyph of the same length: a full-width or upper-case twin, or one that stands elsewhere.
            ref var unit = ref cut[random.Next(cut.Length)];
            unit = char.IsAscii(unit) && unit > ' ' ? (char)(unit + 0xFEE0) : text[random.Next(text.Length)];
        }

        return new string(cut);
    }
}
