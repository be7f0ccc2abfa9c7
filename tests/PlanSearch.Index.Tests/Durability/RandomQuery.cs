using PlanSearch.Plans.Text;
using PlanSearch.TestSupport;

namespace PlanSearch.Index.Tests.Durability;

/// <summary>Queries of every type the engine has, over the few units of <see cref="TestDocuments"/>.</summary>
internal static class RandomQuery
{
    private static readonly string[] Words = ["氢", "氢能", "产业发展", "部", "部部", "发", "展的", "5G", "1", "国", "國", "“", "a", "aB", "𨨏", "的部部"];

    public static Query Of(Random random, int depth) => depth == 0 ? Part(random) : random.Next(6) switch
    {
        0 => new AndQuery([.. Some(random, depth)], random.Next(2) == 0 ? [] : [Of(random, depth - 1)]),
        1 => new OrQuery([.. Some(random, depth)]),
        2 => Scoped(random, Of(random, depth - 1)),
        3 => RandomPairs.Of(random, Part(random), Part(random), random.Next(30)),
        _ => Part(random),
    };

    private static Query Part(Random random) => random.Next(4) switch
    {
        0 => new OutsideQuery(Literal(random), [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Literal(random))]),
        1 => Pattern(random),
        _ => Literal(random),
    };

    private static LiteralQuery Literal(Random random) => new(Words[random.Next(Words.Length)])
    {
        IsExact = random.Next(4) == 0,
        IsOpenAtStart = random.Next(4) == 0,
        IsOpenAtEnd = random.Next(4) == 0,
    };

    private static PatternQuery Pattern(Random random)
    {
        var gaps = Enumerable.Range(0, random.Next(1, 4))
            .Select(_ => random.Next(4))
            .Select(least => new PatternGap(least, least + random.Next(5)))
            .ToList();
        return new PatternQuery(["部部", .. gaps.Select(_ => Words[random.Next(Words.Length)])], [.. gaps]);
    }

    private static ScopeQuery Scoped(Random random, Query inner) => random.Next(4) switch
    {
        0 => new ScopeQuery(Scope.Sentence, 0, inner),
        1 => new ScopeQuery(Scope.Block, 0, inner),
        2 => new ScopeQuery(Scope.Level, 1, inner),
        _ => new ScopeQuery(Scope.Document, 0, inner),
    };

    private static List<Query> Some(Random random, int depth) =>
        Enumerable.Range(0, random.Next(1, 4)).Select(_ => Of(random, depth - 1)).ToList();
}
