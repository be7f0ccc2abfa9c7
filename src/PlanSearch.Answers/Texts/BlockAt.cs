using PlanSearch.Corpus.Generations;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Texts;

/// <summary>Where an anchor leads to.</summary>
/// <param name="Text">The plan.</param>
/// <param name="Block">The block, by its number.</param>
/// <param name="Offset">Where in it, UTF-16.</param>
internal sealed record BlockAt(PlanText Text, int Block, int Offset)
{
    /// <summary>The block of a plan that has an anchor, or had it before the plan was cut otherwise.</summary>
    public static Outcome<BlockAt> Of(CorpusView view, string planId, string anchor) => view.Find(planId).Then<BlockAt>(entry =>
    {
        var text = new PlanText(view.Snapshot, entry);
        return text.Find(anchor) is var (block, offset)
            ? new BlockAt(text, block, offset)
            : new RequestFault(FaultKinds.PlaceUnknown, "规划中没有这个位置：文字可能已经更改。");
    });
}
