using System.Collections.Immutable;
using PlanSearch.OpenSearch.Client;
using PlanSearch.OpenSearch.Documents;
using PlanSearch.Plans.Text;

namespace PlanSearch.OpenSearch.Searching;

/// <summary>A reason for which what a cluster counts of a query is not proved to be what the matcher counts.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Holds">Whether a query has it.</param>
internal sealed record PushRule(string Name, Func<WireQuery, bool> Holds);

/// <summary>Which queries a cluster may count. One that no rule holds back is counted exactly; a test asks over random texts.</summary>
/// <remarks>
/// Where two occurrences could overlap, the plans in which they do are read (<see cref="Overlaps"/>), so that all others have none.
/// </remarks>
internal static class PushRules
{
    /// <summary>A phrase more for each way: from some number on reading is less work.</summary>
    private const int MostOverlaps = 32;

    /// <summary>Scores are this many times as high, and whole only up to 2^24.</summary>
    private const int MostBoost = 60;

    /// <summary>Of more words some request of a page would have more clauses than a cluster takes, see <see cref="ClausesOf"/>.</summary>
    private const int MostWords = 256;

    /// <summary>The rules, a line each.</summary>
    public static ImmutableArray<PushRule> All { get; } =
    [
        new(
            "another form than words, AND, OR, NOT, words in a kind of block, all that in one block, and all that in a plan",
            wire => !HasForm(wire.Decided, isInBlock: false)),
        new("exact: glyphs are compared, and the cluster has them folded", wire => Literals(wire.Query).Any(literal => literal.IsExact)),
        new(
            "units that share their wire form with others",
            wire => !Literals(wire.Query).All(literal => WireText.IsFaithful(Fold.Of(literal.Text)))),
        new("more words than a request has room for", wire => Literals(wire.Query).Count() > MostWords),
        new("lengths with a large common multiple: scores would not be whole", wire => wire.Boost > MostBoost),
        new("many ways in which words can overlap", wire => wire.Overlaps.Count > MostOverlaps),
    ];

    /// <summary>The first rule that holds a query back; null when the cluster counts it.</summary>
    public static PushRule? Against(WireQuery wire) => All.FirstOrDefault(rule => rule.Holds(wire));

    /// <summary>The least number that the pairs of units of every literal divide.</summary>
    public static long BoostOf(ImmutableArray<LiteralQuery> literals) => literals
        .SelectMany(literal => new[] { WireOf(literal, isOpen: false), WireOf(literal, isOpen: true) })
        .Aggregate(1L, (multiple, wire) => multiple > MostBoost ? multiple : Multiple(multiple, ClusterQuery.PairsOf(wire)));

    /// <summary>How many clauses the words of a query are, each looked for once; a cluster takes 1,024 in a request.</summary>
    /// <remarks>What is decided in a block is decided wherever one of its words is looked for.</remarks>
    public static int ClausesOf(Query query) => query switch
    {
        AndQuery and => and.Required.Concat(and.Prohibited).Sum(ClausesOf),
        OrQuery or => or.Parts.Sum(ClausesOf),
        ColumnQuery column => ClausesOf(column.Inner) + 1,
        ScopeQuery { Scope: Scope.Block } scope when ClausesOf(scope.Inner) is var clauses => clauses * (clauses + 1),
        ScopeQuery scope => ClausesOf(scope.Inner),
        LiteralQuery => 1,
        _ => throw NotPushed(query),
    };

    /// <summary>A literal on the wire.</summary>
    /// <param name="literal">The literal.</param>
    /// <param name="isOpen">Whether the rule of whole runs is lifted.</param>
    public static string WireOf(LiteralQuery literal, bool isOpen) =>
        WireText.Of(Fold.Of(literal.Text), !isOpen && !literal.IsOpenAtStart, !isOpen && !literal.IsOpenAtEnd);

    /// <summary>What is thrown where a query is met that the rule of forms should have held back.</summary>
    public static ArgumentException NotPushed(Query query) =>
        new($"A query of type {query.GetType().Name} is not counted by a cluster.", nameof(query));

    private static long Multiple(long left, long right)
    {
        var (common, rest) = (left, right);
        while (rest != 0)
        {
            (common, rest) = (rest, common % rest);
        }

        return left / common * right;
    }

    private static bool HasForm(Query query, bool isInBlock) => query switch
    {
        LiteralQuery or ColumnQuery { Column: PlanRanks.KindColumn, Inner: LiteralQuery } => true,
        AndQuery and => and.Required.Concat(and.Prohibited).All(part => HasForm(part, isInBlock)),
        OrQuery or => or.Parts.All(part => HasForm(part, isInBlock)),
        ScopeQuery { Scope: Scope.Block } scope => !isInBlock && HasForm(scope.Inner, isInBlock: true),
        _ => false,
    };

    // Of every part, prohibited ones too.
    private static IEnumerable<LiteralQuery> Literals(Query query) => query switch
    {
        LiteralQuery literal => [literal],
        AndQuery and => and.Required.Concat(and.Prohibited).SelectMany(Literals),
        OrQuery or => or.Parts.SelectMany(Literals),
        ColumnQuery column => Literals(column.Inner),
        ScopeQuery scope => Literals(scope.Inner),
        _ => throw NotPushed(query),
    };
}
