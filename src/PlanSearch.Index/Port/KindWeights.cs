using PlanSearch.Plans;

namespace PlanSearch.Index.Port;

/// <summary>How much a mention counts for relevance, by the kind of its block: heading > title of a 专栏 > entry > text.</summary>
internal static class KindWeights
{
    public static double Of(BlockKind kind) => kind switch
    {
        BlockKind.Heading => 4,
        BlockKind.BoxTitle => 3,
        BlockKind.TableCaption or BlockKind.BoxHeading => 2.5,
        BlockKind.FigureCaption or BlockKind.TableGroup => 2,
        BlockKind.BoxEntry => 1.5,
        BlockKind.Footnote or BlockKind.TableNote or BlockKind.Trailer => 0.5,
        _ => 1,
    };
}
