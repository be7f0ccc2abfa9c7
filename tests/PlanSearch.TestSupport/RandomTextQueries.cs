using System.Collections.Immutable;
using PlanSearch.Plans.Text;

namespace PlanSearch.TestSupport;

/// <summary>Queries of every kind, made of pieces of texts so that most of them occur.</summary>
public static class RandomTextQueries
{
    /// <param name="documents">The texts.</param>
    /// <param name="random">A generator whose seed is printed.</param>
    /// <param name="depth">How many operators may lie inside one another.</param>
    public static Query Of(IReadOnlyList<TextBlocks> documents, Random random, int depth)
    {
        ImmutableArray<Query> Parts(int least) =>
            [.. Enumerable.Range(0, random.Next(least, 4)).Select(_ => Of(documents, random, depth - 1))];
        return (depth == 0 ? 10 : random.Next(11)) switch
        {
            0 or 1 => new AndQuery(Parts(1), Parts(0)),
            2 => new OrQuery(Parts(1)),
            3 => Scoped(),
            4 => Pair(documents, random),
            5 => new OutsideQuery(
                Literal(documents, random), [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Literal(documents, random))]),
            6 => Pattern(documents, random),
            7 => new ColumnQuery(InColumn(), 1, (ulong)random.NextInt64()),
            _ => Literal(documents, random),
        };

        ScopeQuery Scoped()
        {
            var scope = (Scope)random.Next(4);
            return new ScopeQuery(scope, scope is Scope.Level ? random.Next(2) : 0, Of(documents, random, depth - 1));
        }

        // Everything that may be in a column: no AND, but a scope with one in it.
        Query InColumn() => random.Next(3) switch
        {
            0 => Choice(documents, random),
            1 => Pair(documents, random),
            _ => Scoped(),
        };
    }

    /// <summary>Any of so many literals; many overlap.</summary>
    public static OrQuery Choice(IReadOnlyList<TextBlocks> documents, Random random, int literals) =>
        new([.. Enumerable.Range(0, literals).Select(_ => Literal(documents, random))]);

    private static PairQuery Pair(IReadOnlyList<TextBlocks> documents, Random random) =>
        RandomPairs.Of(random, Literal(documents, random), Choice(documents, random), random.Next(12));

    private static OrQuery Choice(IReadOnlyList<TextBlocks> documents, Random random) => Choice(documents, random, random.Next(1, 4));

    private static PatternQuery Pattern(IReadOnlyList<TextBlocks> documents, Random random)
    {
        var parts = Enumerable.Range(0, random.Next(2, 4))
            .Select(_ => Literal(documents, random).Text)
            .Select(text => text[..Math.Min(3, text.Length)]);
        var fixedParts = parts.Append("发展").ToImmutableArray();
        return new PatternQuery(
            fixedParts,
            [.. fixedParts.Skip(1).Select(_ => random.Next(2) == 0 ? new PatternGap(1, 1) : new PatternGap(0, PatternQuery.MaxOpenGap))]);
    }

    private static LiteralQuery Literal(IReadOnlyList<TextBlocks> documents, Random random)
    {
        var blocks = documents[random.Next(documents.Count)].Blocks;
        var block = blocks[random.Next(blocks.Count)];
        var start = random.Next(block.Length);
        var text = block.Substring(start, random.Next(1, Math.Min(12, block.Length - start) + 1)).Split(Fold.Separator)[0];
        return new LiteralQuery(text.Length == 0 ? "缺" : text)
        {
            IsExact = random.Next(3) == 0,
            IsOpenAtStart = random.Next(4) == 0,
            IsOpenAtEnd = random.Next(4) == 0,
        };
    }
}
