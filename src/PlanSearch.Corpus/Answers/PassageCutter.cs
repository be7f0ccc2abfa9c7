using System.Collections.Immutable;
using PlanSearch.Corpus.Index.Port;
using PlanSearch.Plans;

namespace PlanSearch.Corpus.Answers;

/// <summary>A block with mentions -> the passage that shows it: whole when short, else the sentences around its first marks.</summary>
internal static class PassageCutter
{
    /// <summary>Up to this many code units a block is shown whole; a longer one is cut to about as many.</summary>
    public const int WantedLength = 160;

    /// <summary>A single sentence longer than this is cut inside.</summary>
    private const int MaxLength = 2 * WantedLength;

    /// <param name="plan">The plan.</param>
    /// <param name="mentions">The mentions of one block, rising; at least one.</param>
    public static Passage Cut(PlanText plan, ReadOnlySpan<Mention> mentions)
    {
        var block = mentions[0].Block;
        var text = plan.BlockText(block);
        var window = Window(text, new TextRange(mentions[0].Start, mentions[0].Length));
        var marks = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        foreach (var mention in mentions)
        {
            if (mention.Start + mention.Length <= window.End)
            {
                marks.Add([mention.Start - window.Start, mention.Length]);
            }
        }

        return new Passage
        {
            Place = plan.PlaceOf(block, mentions[0].Start),
            Anchor = plan.AnchorOf(block),
            Text = text[window.Start..window.End],
            Offset = window.Start,
            IsCut = window.End < text.Length,
            Marks = marks.ToImmutable(),
        };
    }

    // The sentence of the first mark, then whole sentences after it, then before it, as long as there is room.
    private static TextRange Window(string text, TextRange first)
    {
        var all = new TextRange(0, text.Length);
        if (text.Length <= WantedLength)
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

        while (start > 0 && Sentences.StartOf(text, start - 1, all) is var previous && end - previous <= WantedLength)
        {
            start = previous;
        }

        return new TextRange(start, end - start);
    }
}
