using System.Text.Json.Nodes;
using PlanSearch.OpenSearch.Client;
using PlanSearch.OpenSearch.Documents;
using PlanSearch.Plans.Text;

namespace PlanSearch.OpenSearch.Searching;

/// <summary>The plans that may have something of a query: all that have, and some that have not. The matcher decides.</summary>
/// <remarks>
/// What is left out makes them more: NOT, columns, levels between block and plan, the ends of sentences, exactness, and the rule of whole
/// runs, which is lifted because what it leaves out is counted as well. What has to be in one block is looked for in one; a distance is
/// asked for as wide as it may be on the wire (<see cref="Gaps"/>).
/// </remarks>
internal static class Candidates
{
    /// <summary>A cluster takes 1,024 clauses, and each word is two.</summary>
    private const int MostWords = 400;
    private const int UnitsOfACharacter = 2;

    private static readonly string[] Paths = ["rec.blk", "aside"];

    /// <summary>The query of the cluster; of more words than it takes every plan may have something.</summary>
    public static JsonObject Of(Query query) => WordsOf(query) > MostWords ? ClusterQuery.All() : Part(query);

    private static JsonObject Part(Query query) => query switch
    {
        AndQuery and => ClusterQuery.Bool(filter: [.. and.Required.Select(Part)]),
        OrQuery or => ClusterQuery.Any(
        [
            Somewhere(new OrQuery([.. or.Parts.Where(part => part is LiteralQuery)])),
            .. or.Parts.Where(part => part is not LiteralQuery).Select(Part),
        ]),
        ScopeQuery { Scope: Scope.Level or Scope.Document } scope => Part(scope.Inner),
        _ => Somewhere(query),
    };

    // One look into the blocks for all of it.
    private static JsonObject Somewhere(Query query) =>
        ClusterQuery.Any([.. Paths.Select(path => ClusterQuery.Somewhere(path, InBlock(query, path)))]);

    /// <summary>Where something of a query, all that it needs being in the block, can be.</summary>
    private static JsonObject InBlock(Query query, string path) => query switch
    {
        LiteralQuery literal => ClusterQuery.Literal(path + ".t", WireOf(literal.Text)),
        OutsideQuery outside => InBlock(outside.Inner, path),
        PatternQuery pattern => InOrder(pattern, path),
        PairQuery pair => Pair(pair, path),
        ColumnQuery column => InBlock(column.Inner, path),
        ScopeQuery { Scope: Scope.Level or Scope.Document } scope => AnyOf(scope.Inner, path),
        ScopeQuery scope => InBlock(scope.Inner, path),
        AndQuery and => ClusterQuery.Bool(filter: [.. and.Required.Select(part => InBlock(part, path))]),
        OrQuery or => ClusterQuery.Any([.. or.Parts.Select(part => InBlock(part, path))]),
        _ => throw Unknown(query),
    };

    // Of a wider group the block has a part, any of them.
    private static JsonObject AnyOf(Query query, string path) => query switch
    {
        AndQuery and => ClusterQuery.Any([.. and.Required.Select(part => AnyOf(part, path))]),
        OrQuery or => ClusterQuery.Any([.. or.Parts.Select(part => AnyOf(part, path))]),
        ScopeQuery { Scope: Scope.Level or Scope.Document } scope => AnyOf(scope.Inner, path),
        _ => InBlock(query, path),
    };

    private static JsonObject Pair(PairQuery pair, string path) =>
        Interval(pair.Left) is { } left && Interval(pair.Right) is { } right
            ? Intervals(path, [left, right], pair.IsOrdered, Gaps(pair.Distance))
            : ClusterQuery.Bool(filter: [InBlock(pair.Left, path), InBlock(pair.Right, path)]);

    private static JsonObject InOrder(PatternQuery pattern, string path)
    {
        var wires = pattern.Fixed.Select(WireOf).ToList();
        return wires.TrueForAll(wire => wire.Length > 1)
            ? Intervals(path, [.. wires.Select(Phrase)], isOrdered: true, pattern.Gaps.Sum(gap => Gaps(UnitsOfACharacter * gap.Most)))
            : ClusterQuery.Bool(filter: [.. wires.Select(wire => ClusterQuery.Literal(path + ".t", wire))]);
    }

    /// <summary>The pairs at most that lie between the last pair of one text and the first of another.</summary>
    /// <param name="units">The units at most between the two.</param>
    /// <remarks>
    /// There may be a mark before each unit and behind the last, and the pair that begins with the last unit of the first text.
    /// </remarks>
    private static int Gaps(int units) => (2 * units) + 2;

    /// <summary>Words as intervals; null where one has a single unit, which has no places in the index.</summary>
    private static JsonObject? Interval(Query query) => query switch
    {
        LiteralQuery literal when WireOf(literal.Text) is { Length: > 1 } wire => Phrase(wire),
        ColumnQuery column => Interval(column.Inner),
        OutsideQuery outside => Interval(outside.Inner),
        OrQuery any when any.Parts.Select(Interval).ToList() is var parts && parts.TrueForAll(part => part is not null) => new JsonObject
        {
            ["any_of"] = new JsonObject { ["intervals"] = new JsonArray([.. parts]) },
        },
        _ => null,
    };

    private static JsonObject Phrase(string wire) => new()
    {
        ["match"] = new JsonObject { ["query"] = wire, ["ordered"] = true, ["max_gaps"] = 0 },
    };

    private static JsonObject Intervals(string path, JsonObject[] parts, bool isOrdered, int gaps) => new()
    {
        ["intervals"] = new JsonObject
        {
            [path + ".t"] = new JsonObject
            {
                ["all_of"] = new JsonObject { ["intervals"] = new JsonArray([.. parts]), ["ordered"] = isOrdered, ["max_gaps"] = gaps },
            },
        },
    };

    private static string WireOf(string text) => WireText.Of(Fold.Of(text), isWholeAtStart: false, isWholeAtEnd: false);

    private static ArgumentException Unknown(Query query) => new($"A query of type {query.GetType().Name} is not known.", nameof(query));

    private static int WordsOf(Query query) => query switch
    {
        LiteralQuery or OutsideQuery => 1,
        PatternQuery pattern => pattern.Fixed.Length,
        PairQuery pair => WordsOf(pair.Left) + WordsOf(pair.Right),
        ColumnQuery column => WordsOf(column.Inner),
        ScopeQuery scope => WordsOf(scope.Inner),
        AndQuery and => and.Required.Sum(WordsOf),
        OrQuery or => or.Parts.Sum(WordsOf),
        _ => throw Unknown(query),
    };
}
