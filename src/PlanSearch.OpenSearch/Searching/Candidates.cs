using System.Text.Json.Nodes;
using PlanSearch.OpenSearch.Client;
using PlanSearch.OpenSearch.Documents;
using PlanSearch.Plans.Text;

namespace PlanSearch.OpenSearch.Searching;

/// <summary>The plans that may have something of a query: all that have, and some that have not. The matcher decides.</summary>
/// <remarks>
/// What is left out makes them more: NOT, distances, columns, levels below the plan, exactness, and the rule of whole runs, which is
/// lifted because what it leaves out is counted as well.
/// </remarks>
internal static class Candidates
{
    private const string Blocks = "rec.blk";
    private const string Aside = "aside";

    /// <summary>The query of the cluster.</summary>
    public static JsonObject Of(Query query) => query switch
    {
        LiteralQuery literal => Literal(literal.Text),
        OutsideQuery outside => Of(outside.Inner),
        PatternQuery pattern => ClusterQuery.Bool(filter: [.. pattern.Fixed.Select(Literal)]),
        NearQuery near => ClusterQuery.Bool(filter: [Of(near.Left), Of(near.Right)]),
        ColumnQuery column => Of(column.Inner),
        ScopeQuery scope => Of(scope.Inner),
        AndQuery and => ClusterQuery.Bool(filter: [.. and.Required.Select(Of)]),
        OrQuery or => ClusterQuery.Any([.. or.Parts.Select(Of)]),
        _ => throw new ArgumentException($"A query of type {query.GetType().Name} is not known.", nameof(query)),
    };

    private static JsonObject Literal(string text)
    {
        var wire = WireText.Of(Fold.Of(text), isWholeAtStart: false, isWholeAtEnd: false);
        return ClusterQuery.Any(
        [
            ClusterQuery.Somewhere(Blocks, ClusterQuery.Literal(Blocks + ".t", wire)),
            ClusterQuery.Somewhere(Aside, ClusterQuery.Literal(Aside + ".t", wire)),
        ]);
    }
}
