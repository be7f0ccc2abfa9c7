using PlanSearch.Answers.Mentions;
using PlanSearch.Plans;

namespace PlanSearch.Export.Word;

/// <summary>A sentence with all its mentions.</summary>
/// <param name="First">The first of them: it says plan and place.</param>
/// <param name="Text">The sentence; where a mention runs over the end of one, the sentences it joins.</param>
/// <param name="Marked">The mentions as ranges of <paramref name="Text"/>, rising.</param>
internal sealed record SentenceRow(MentionRow First, string Text, IReadOnlyList<TextRange> Marked)
{
    /// <summary>The sentences of mentions, in their order; mentions of one sentence follow each other.</summary>
    public static IEnumerable<SentenceRow> Of(IEnumerable<MentionRow> mentions)
    {
        SentenceRow? row = null;
        foreach (var mention in mentions)
        {
            if (row is not null && !row.Takes(mention))
            {
                yield return row;
                row = null;
            }

            row = row?.With(mention)
                ?? new SentenceRow(mention, mention.Sentence, [new TextRange(mention.HitInSentence, mention.Hit.Length)]);
        }

        if (row is not null)
        {
            yield return row;
        }
    }

    private static int StartOf(MentionRow mention) => mention.Offset - mention.HitInSentence;

    private bool Takes(MentionRow mention) =>
        mention.Plan == First.Plan
            && mention.Block == First.Block
            && StartOf(mention) >= StartOf(First)
            && StartOf(mention) < StartOf(First) + Text.Length;

    private SentenceRow With(MentionRow mention)
    {
        var at = StartOf(mention) - StartOf(First);
        var known = Text.Length - at;
        return this with
        {
            Text = mention.Sentence.Length > known ? Text + mention.Sentence[known..] : Text,
            Marked = [.. Marked, new TextRange(at + mention.HitInSentence, mention.Hit.Length)],
        };
    }
}
