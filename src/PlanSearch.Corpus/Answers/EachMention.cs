using PlanSearch.Engine.Search;

namespace PlanSearch.Corpus.Answers;

/// <summary>Every mention of an inquiry with the plan it occurs in, in document order.</summary>
internal static class EachMention
{
    /// <summary>Plan by plan; none is kept.</summary>
    public static IEnumerable<(PlanText Plan, Mention Mention)> Read(Inquiry inquiry)
    {
        foreach (var entry in inquiry.Mentioning)
        {
            inquiry.CancellationToken.ThrowIfCancellationRequested();
            foreach (var one in Of(inquiry, entry, inquiry.ReadMentions(entry.Number)))
            {
                yield return one;
            }
        }
    }

    /// <summary>The same, all asked for at once and kept for the other parts of the answer: of so many only as may be sorted.</summary>
    public static IEnumerable<(PlanText Plan, Mention Mention)> Kept(Inquiry inquiry)
    {
        List<PlanEntry> entries = [.. inquiry.Mentioning];
        var mentions = inquiry.MentionsOf([.. entries.Select(entry => entry.Number)]);
        return entries.Zip(mentions).SelectMany(plan => Of(inquiry, plan.First, plan.Second));
    }

    private static IEnumerable<(PlanText Plan, Mention Mention)> Of(Inquiry inquiry, PlanEntry entry, Mention[] mentions)
    {
        var plan = new PlanText(inquiry.View.Snapshot, entry);
        return mentions.Select(mention => (plan, mention));
    }
}
