using PlanSearch.Index.Port;
using PlanSearch.Index.Stored.Bytes;
using PlanSearch.Plans;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Embedded;

/// <summary>How a plan's blocks become the engine's levels and columns.</summary>
public static class PlanSchema
{
    /// <summary>How much a mention counts for relevance.</summary>
    public static Bm25Weighting Weighting { get; } =
        new(PlanRanks.KindColumn, [.. Enumerable.Range(0, IndexSchema.MaxColumnValues).Select(kind => KindWeights.Of((BlockKind)kind))]);

    /// <summary>Levels record, node and box; columns kind, part, section and context; the version of <see cref="PlanCodec"/>.</summary>
    public static IndexSchema Schema { get; } = new(
        ["record", "node", "box"], BlockColumns.All, PlanCodec.Version)
    { Weighting = Weighting };
}
