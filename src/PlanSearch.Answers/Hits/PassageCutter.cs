using System.Collections.Immutable;
using PlanSearch.Answers.Citations;
using PlanSearch.Answers.Texts;
using PlanSearch.Index.Port;
using PlanSearch.Plans;

namespace PlanSearch.Answers.Hits;

/// <summary>
/// A block with mentions -> the passages that show them: the block whole when it is short, else the sentences around its marks, as many
/// passages as that takes.
/// </summary>
internal static class PassageCutter
{
    /// <summary>Up to this many code units a block is shown whole; a longer one is cut to about as many.</summary>
    public const int WantedLength = 160;

    /// <summary>A single sentence longer than this is cut inside.</summary>
    private const int MaxLength = 2 * WantedLength;

    /// <summary>
    /// Adds the passages of one block until there are as many as are wanted; every mention is marked in exactly one of them.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="mentions">The mentions of the block, rising; at least one.</param>
    /// <param name="passages">Where they are added.</param>
    /// <param name="most">How many there are to be at most.</param>
    public static void Add(PlanText plan, ReadOnlySpan<Mention> mentions, ImmutableArray<Passage>.Builder passages, int most)
    {
        if (passages.Count >= most)
        {
            return;
        }

        var block = mentions[0].Block;
        var citation = PlanCitation.Official(plan.Plan, block, plan.BlockText);
        var shown = 0;
        while (!mentions.IsEmpty && passages.Count < most)
        {
            var text = plan.BlockText(block);
            var first = new TextRange(mentions[0].Start, mentions[0].Length);
            // A mention over the end of the passage before is shown whole.
            var start = Math.Min(shown, first.Start);
            var window = Window(text, first, new TextRange(start, text.Length - start));
            var marks = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
            while (marks.Count < mentions.Length && mentions[marks.Count] is var mention && mention.Start + mention.Length <= window.End)
            {
                marks.Add([mention.Start - window.Start, mention.Length]);
            }

            passages.Add(new Passage
            {
                Place = PlaceInRecord.Of(plan.PlaceOf(block, first.Start)),
                Anchor = plan.AnchorOf(block),
                Citation = citation,
                Columns = plan.ColumnsOf(block),
                Text = text[window.Start..window.End],
                Offset = window.Start,
                IsCut = window.End < text.Length,
                Marks = marks.ToImmutable(),
            });
            shown = window.End;
            mentions = mentions[marks.Count..];
        }
    }

    // The sentence of the first mark, then whole sentences after it, then before it, as long as there is room.
    private static TextRange Window(string text, TextRange first, TextRange all)
    {
        if (all.Length <= WantedLength)
        {
            return all;
        }

        var sentence = Sentences.Around(text, first, all);
        var (start, end) = (sentence.Start, sentence.End);
        if (sentence.Length > MaxLength)
        {
            var room = Math.Max(WantedLength - first.Length, 0) / 2;
            start = TextCut.Start(text, first.Start - room, sentence);
            end = TextCut.End(text, first.End + room, sentence);
            return new TextRange(start, end - start);
        }

        while (end < text.Length && Sentences.EndOf(text, end, all) is var next && next - start <= WantedLength)
        {
            end = next;
        }

        while (start > all.Start && Sentences.StartOf(text, start - 1, all) is var previous && end - previous <= WantedLength)
        {
            start = previous;
        }

        return new TextRange(start, end - start);
    }
}
