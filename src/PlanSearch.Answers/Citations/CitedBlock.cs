using PlanSearch.Answers.Texts;
using PlanSearch.Corpus.Generations;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Citations;

/// <summary>What can be copied to cite a block, with the place it names.</summary>
/// <param name="Citations">In every style.</param>
/// <param name="Place">Where it occurs.</param>
public sealed record CitedBlock(CitationSet Citations, Place Place)
{
    /// <summary>The block of a plan that has an anchor, or had it before the plan was cut otherwise.</summary>
    public static Outcome<CitedBlock> Of(CollectionReader reader, string planId, string anchor)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return BlockAt.Of(reader.View, planId, anchor).Then<CitedBlock>(at => new CitedBlock(
            PlanCitation.All(at.Text.Plan, at.Block, at.Text.BlockText), at.Text.PlaceOf(at.Block, at.Offset)));
    }

    /// <summary>The record that such a block begins, cited as its hit is: its section, box or table.</summary>
    public static Outcome<CitedBlock> OfRecord(CollectionReader reader, string planId, string anchor)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return BlockAt.Of(reader.View, planId, anchor).Then<CitedBlock>(at =>
        {
            var (plan, record) = (at.Text.Plan, at.Text.Plan.Blocks[at.Block].Record);
            return new CitedBlock(
                record < 0
                    ? PlanCitation.All(plan, at.Block, at.Text.BlockText)
                    : PlanCitation.AllOfRecord(plan, record, at.Block, at.Text.BlockText),
                at.Text.PlaceOf(at.Block, at.Offset));
        });
    }
}
