using PlanSearch.Corpus.Answers;
using PlanSearch.Engine.Search;

namespace PlanSearch.Corpus.Topics;

/// <summary>Some mentions of an inquiry, spread over its plans: enough to see beside what a word stands.</summary>
internal static class SampledMentions
{
    private const int MaxMentions = 4_000;
    private const int LeastOfAPlan = 20;

    /// <summary>In document order, of each plan its first ones; with the text of their block.</summary>
    public static IEnumerable<(Mention Mention, string Text)> Of(Inquiry inquiry)
    {
        var plans = inquiry.Mentioning.ToList();
        var ofEach = Math.Max(LeastOfAPlan, MaxMentions / Math.Max(plans.Count, 1));
        var taken = 0;
        foreach (var entry in plans)
        {
            foreach (var mention in inquiry.ReadMentions(entry.Number).Take(ofEach))
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
