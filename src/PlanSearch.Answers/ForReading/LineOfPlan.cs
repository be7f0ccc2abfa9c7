using PlanSearch.Answers.Texts;
using PlanSearch.Corpus.Generations;
using PlanSearch.Plans;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.ForReading;

/// <summary>A source line of a plan, and what the parser has taken it for.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Text">What of the first block it is part of stands on it.</param>
/// <param name="Kind">What that block is.</param>
/// <param name="Depth">The depth of a heading; 0 for what is none.</param>
/// <param name="Box">The box it is in, as its title is printed; empty for none.</param>
/// <param name="Opens">Whether the block begins on it; else it goes on with a line before.</param>
public sealed record LineOfPlan(int Line, string Text, BlockKind Kind, int Depth, string Box, bool Opens)
{
    /// <summary>The line of a plan; a fault for one that no block has.</summary>
    public static Outcome<LineOfPlan> Of(CollectionReader reader, string planId, int line)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var (entry, unknown) = reader.View.Find(planId);
        if (entry is null)
        {
            return unknown!;
        }

        var text = new PlanText(reader.View.Snapshot, entry);
        for (var number = 0; number < text.Plan.Blocks.Length; number++)
        {
            var block = text.Plan.Blocks[number];
            for (var i = 0; i < block.Lines.Length; i++)
            {
                if (block.Lines[i].Line == line)
                {
                    var words = text.BlockText(number);
                    var end = i + 1 < block.Lines.Length ? block.Lines[i + 1].Start : words.Length;
                    var box = block.Box >= 0 ? text.Plan.Boxes[block.Box] : null;
                    return new LineOfPlan(
                        line,
                        words[block.Lines[i].Start..end],
                        block.Kind,
                        block.Depth,
                        box is null ? "" : $"{box.Label} {box.Title}".Trim(),
                        Opens: i == 0);
                }
            }
        }

        return new RequestFault(FaultKinds.LineUnknown, $"原文没有第 {line} 行，或者它是空行。");
    }
}
