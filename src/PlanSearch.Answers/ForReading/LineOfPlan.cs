using PlanSearch.Answers.Texts;
using PlanSearch.Corpus.Generations;
using PlanSearch.Plans;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.ForReading;

/// <summary>A source line of a plan, and what the parser has taken it for.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Text">What of the first block it is part of is on it.</param>
/// <param name="Kind">What that block is.</param>
/// <param name="Depth">The depth of a heading; 0 for what is none.</param>
/// <param name="Box">The box it is in, as its title is printed; empty for none.</param>
/// <param name="Opens">Whether the block begins on it; else it continues a line before.</param>
public sealed record LineOfPlan(int Line, string Text, BlockKind Kind, int Depth, string Box, bool Opens)
{
    /// <summary>The lines of a plan from one to another that some block has, rising.</summary>
    /// <param name="reader">The generation.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="first">1-based.</param>
    /// <param name="last">The last one wanted.</param>
    public static Outcome<IReadOnlyList<LineOfPlan>> Between(CollectionReader reader, string planId, int first, int last)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.View.Find(planId).Then<IReadOnlyList<LineOfPlan>>(entry =>
        {
            var text = new PlanText(reader.View.Snapshot, entry);
            var found = new SortedDictionary<int, LineOfPlan>();
            for (var number = 0; number < text.Plan.Blocks.Length; number++)
            {
                var lines = text.Plan.Blocks[number].Lines;
                for (var at = 0; at < lines.Length; at++)
                {
                    if (lines[at].Line >= first && lines[at].Line <= last && !found.ContainsKey(lines[at].Line))
                    {
                        found.Add(lines[at].Line, Of(text, number, at));
                    }
                }
            }

            return found.Values.ToList();
        });
    }

    /// <summary>That a plan has no such line.</summary>
    public static RequestFault Unknown(int line) => new(FaultKinds.LineUnknown, $"原文没有第 {line} 行，或者它是空行。");

    private static LineOfPlan Of(PlanText text, int number, int at)
    {
        var (block, words) = (text.Plan.Blocks[number], text.BlockText(number));
        var end = at + 1 < block.Lines.Length ? block.Lines[at + 1].Start : words.Length;
        return new LineOfPlan(
            block.Lines[at].Line,
            words[block.Lines[at].Start..end],
            block.Kind,
            block.Depth,
            text.PlaceOf(number, 0).BoxLabel ?? "",
            Opens: at == 0);
    }
}
