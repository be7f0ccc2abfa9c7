using PlanSearch.Answers.Texts;
using PlanSearch.Corpus.Generations;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Citations;

/// <summary>A block as it is cited.</summary>
/// <param name="Citations">In every style.</param>
/// <param name="Place">Where it occurs.</param>
public sealed record CitedBlock(CitationSet Citations, Place Place)
{
    /// <summary>The block of a plan that has an anchor, or had it before the plan was cut otherwise.</summary>
    public static Outcome<CitedBlock> Of(CollectionReader reader, string planId, string anchor)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var (entry, unknown) = reader.View.Find(planId);
        if (entry is null)
        {
            return unknown!;
        }

        var text = new PlanText(reader.View.Snapshot, entry);
        return text.Find(anchor) is var (block, offset)
            ? new CitedBlock(PlanCitation.All(text.Plan, block, text.BlockText), text.PlaceOf(block, offset))
            : new RequestFault(FaultKinds.PlaceUnknown, "规划中没有这个位置：文字可能已经更改。");
    }
}
