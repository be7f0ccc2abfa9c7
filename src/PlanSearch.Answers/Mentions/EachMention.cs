using PlanSearch.Answers.Counting;
using PlanSearch.Answers.Texts;
using PlanSearch.Corpus.Generations;
using PlanSearch.Index.Port;

namespace PlanSearch.Answers.Mentions;

/// <summary>Every mention of an inquiry with the plan it occurs in, in document order.</summary>
internal static class EachMention
{
    /// <summary>A few plans at a time; none is kept.</summary>
    public static IEnumerable<(PlanText Plan, Mention Mention)> Read(CountedInquiry inquiry) =>
        inquiry.EachPlan().SelectMany(plan => Of(inquiry, plan.Entry, plan.Mentions));

    /// <summary>The same, all asked for at once and kept for the other parts of the answer: of so many only as may be sorted.</summary>
    public static IEnumerable<(PlanText Plan, Mention Mention)> Kept(CountedInquiry inquiry)
    {
        List<int> plans = [.. inquiry.Counts.Lists.All().Select(plan => plan.Plan)];
        var mentions = inquiry.MentionsOf(plans);
        return plans.Zip(mentions).SelectMany(plan => Of(inquiry, inquiry.View.Entries[plan.First], plan.Second));
    }

    private static IEnumerable<(PlanText Plan, Mention Mention)> Of(CountedInquiry inquiry, PlanEntry entry, Mention[] mentions)
    {
        var plan = new PlanText(inquiry.View.Snapshot, entry);
        return mentions.Select(mention => (plan, mention));
    }
}
