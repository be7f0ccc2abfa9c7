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
    /// <summary>A cluster takes 1,024 clauses, and each word is two.</summary>
    private const int MostWords = 400;

    private const string Blocks = "rec.blk";
    private const string Aside = "aside";

    /// <summary>The query of the cluster; of more words than it takes every plan may have something.</summary>
    public static JsonObject Of(Query query) => WordsOf(query) > MostWords ? ClusterQuery.All() : Part(query);

    private static JsonObject Part(Query query) => query switch
    {
        LiteralQuery literal => Texts([literal.Text]),
        OutsideQuery outside => Part(outside.Inner),
        PatternQuery pattern => ClusterQuery.Bool(filter: [.. pattern.Fixed.Select(text => Texts([text]))]),
        NearQuery near => ClusterQuery.Bool(filter: [Part(near.Left), Part(near.Right)]),
        ColumnQuery column => Part(column.Inner),
        ScopeQuery scope => Part(scope.Inner),
        AndQuery and => ClusterQuery.Bool(filter: [.. and.Required.Select(Part)]),
        OrQuery or => ClusterQuery.Any(
        [
            Texts([.. or.Parts.OfType<LiteralQuery>().Select(literal => literal.Text)]),
            .. or.Parts.Where(part => part is not LiteralQuery).Select(Part),
        ]),
        _ => throw new ArgumentException($"A query of type {query.GetType().Name} is not known.", nameof(query)),
    };

    private static int WordsOf(Query query) => query switch
    {
        PatternQuery pattern => pattern.Fixed.Length,
        NearQuery near => WordsOf(near.Left) + WordsOf(near.Right),
        ColumnQuery column => WordsOf(column.Inner),
        ScopeQuery scope => WordsOf(scope.Inner),
        AndQuery and => and.Required.Sum(WordsOf),
        OrQuery or => or.Parts.Sum(WordsOf),
        _ => 1,
    };

    // Where one of some texts occurs: one look into the blocks for all of them.
    private static JsonObject Texts(string[] texts)
    {
        JsonObject In(string path) => ClusterQuery.Somewhere(path, ClusterQuery.Any([.. texts.Select(text =>
            ClusterQuery.Literal(path + ".t", WireText.Of(Fold.Of(text), isWholeAtStart: false, isWholeAtEnd: false)))]));
        return ClusterQuery.Any([In(Blocks), In(Aside)]);
    }
}
