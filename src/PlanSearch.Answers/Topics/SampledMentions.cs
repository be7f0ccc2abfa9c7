using PlanSearch.Answers.Counting;
using PlanSearch.Index.Port;

namespace PlanSearch.Answers.Topics;

/// <summary>Some mentions of an inquiry, spread over its plans: enough to see beside what a word is.</summary>
internal static class SampledMentions
{
    /// <summary>So many are spread over the plans. A bound of its own: that collocates look at as many is chance.</summary>
    private const int MaxMentions = 4_000;

    /// <summary>Of every plan at least so many, so that with many plans more than <see cref="MaxMentions"/> may be taken.</summary>
    private const int LeastOfAPlan = 20;

    /// <summary>In document order, of each plan its first ones; with the text of their block.</summary>
    public static IEnumerable<(Mention Mention, string Text)> Of(CountedInquiry inquiry)
    {
        var ofEach = (int)Math.Max(LeastOfAPlan, MaxMentions / Math.Max(inquiry.Counts.Total.Plans, 1));
        var taken = 0;
        foreach (var (entry, mentions) in inquiry.EachPlan())
        {
            foreach (var mention in mentions.Take(ofEach))
            {
                if (taken++ == MaxMentions)
                {
                    yield break;
                }

                yield return (mention, inquiry.View.Snapshot.BlockText(entry.Number, mention.Block));
            }
        }
    }
}
