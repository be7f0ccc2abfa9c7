using System.Text.Json.Nodes;
using PlanSearch.OpenSearch.Client;
using PlanSearch.Plans;
using PlanSearch.Plans.Text;

namespace PlanSearch.OpenSearch.Searching;

/// <summary>A word that is counted.</summary>
/// <param name="Literal">The word.</param>
/// <param name="Kinds">The kinds of blocks it is looked for in, a bit each; null for all.</param>
internal sealed record PushedWord(LiteralQuery Literal, ulong? Kinds)
{
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
        return Kinds is not { } mask ? found : ClusterQuery.Bool(must: [found], filter: [BlockQueries.Among(path + ".kind", mask)]);
    }
}
