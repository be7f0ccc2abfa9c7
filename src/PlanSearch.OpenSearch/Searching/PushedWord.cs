using System.Text.Json.Nodes;
using PlanSearch.OpenSearch.Client;
using PlanSearch.Plans;
using PlanSearch.Plans.Text;

namespace PlanSearch.OpenSearch.Searching;

/// <summary>A word that is counted.</summary>
/// <param name="Literal">The word.</param>
/// <param name="Kinds">The kinds of blocks it is looked for in, a bit each; null for all.</param>
/// <param name="Within">What a block has to satisfy in which it counts; null for nothing.</param>
internal sealed record PushedWord(LiteralQuery Literal, ulong? Kinds, Query? Within = null)
{
    private const string Text = "t";

    /// <summary>The words of a query, those that are prohibited left out.</summary>
    public static IEnumerable<PushedWord> Of(Query query) => query switch
    {
        LiteralQuery literal => [new PushedWord(literal, Kinds: null)],
        ColumnQuery { Inner: LiteralQuery literal } column => [new PushedWord(literal, column.Allowed)],
        AndQuery and => and.Required.SelectMany(Of),
        OrQuery or => or.Parts.SelectMany(Of),
        ScopeQuery { Scope: Scope.Block } scope => Of(scope.Inner).Select(word => word with { Within = scope.Inner }),
        _ => throw PushRules.NotPushed(query),
    };


    /// <summary>Whether it is looked for in a kind of block.</summary>
    public bool IsIn(BlockKind kind) => Kinds is not { } mask || (mask >> (int)kind & 1) != 0;

    /// <summary>Where it occurs in blocks; the score is how often, times a boost.</summary>
    /// <param name="path">The level of the blocks.</param>
    /// <param name="field">The field of text in it.</param>
    /// <param name="isOpen">Whether the rule of whole runs is lifted.</param>
    /// <param name="boost">What one occurrence counts: a multiple of the pairs of units of every word.</param>
    public JsonObject In(string path, string field, bool isOpen, long boost)
    {
        var wire = PushRules.WireOf(Literal, isOpen);
        var found = ClusterQuery.Literal($"{path}.{field}", wire, boost / ClusterQuery.PairsOf(wire));
        JsonObject[] filters =
        [
            .. Kinds is { } mask ? [BlockQueries.Among(path + ".kind", mask)] : Array.Empty<JsonObject>(),
            .. Within is { } query ? [Holds(query, path, isOpen)] : Array.Empty<JsonObject>(),
        ];
        return filters.Length == 0 ? found : ClusterQuery.Bool(must: [found], filter: filters);
    }

    // In a block, whatever field of it the word is looked for in.
    private static JsonObject Holds(Query query, string path, bool isOpen) => query switch
    {
        AndQuery and => ClusterQuery.Bool(
            filter: [.. and.Required.Select(part => Holds(part, path, isOpen))],
            // What is prohibited keeps the rule of whole runs.
            mustNot: [.. and.Prohibited.Select(part => Holds(part, path, isOpen: false))]),
        OrQuery or => ClusterQuery.Any([.. or.Parts.Select(part => Holds(part, path, isOpen))]),
        _ => ClusterQuery.Any([.. Of(query).Select(word => word.In(path, Text, isOpen, boost: PairsOf(word.Literal, isOpen)))]),
    };

    private static long PairsOf(LiteralQuery literal, bool isOpen) => ClusterQuery.PairsOf(PushRules.WireOf(literal, isOpen));
}
