using System.Collections.Immutable;
using PlanSearch.Answers.Counting;
using PlanSearch.Answers.Texts;
using PlanSearch.Corpus.Generations;
using PlanSearch.Index.Port;

namespace PlanSearch.Answers.Mentions;

/// <summary>Where in their plans the mentions of an answer are.</summary>
/// <param name="Plans">Those with most mentions, at most as many as asked for, in division order.</param>
/// <param name="MorePlans">Plans with mentions that are not among them.</param>
public sealed record SpreadAnswer(ImmutableArray<PlanSpread> Plans, int MorePlans);

/// <summary>Where in a plan the mentions are.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Mentions">How many there are.</param>
/// <param name="Bins">The plan from beginning to end in <see cref="MentionSpread.Bins"/> equal spans of text: mentions in each.</param>
public sealed record PlanSpread(PlanSummary Plan, int Mentions, ImmutableArray<int> Bins)
{
    /// <summary>Mentions per 10,000 characters searched.</summary>
    public double Density => Plan.Characters > 0 ? Mentions * 10_000.0 / Plan.Characters : 0;
}

/// <summary>Spreads the mentions of each plan over its length.</summary>
public static class MentionSpread
{
    /// <summary>Spans a plan is cut into.</summary>
    public const int Bins = 120;

    internal static SpreadAnswer Of(CountedInquiry inquiry, int most)
    {
        var page = inquiry.Counts.Lists.Page(new TallyPage(TallyOrder.Mentions, TallyUnit.Plans, 0, most));
        var entries = page.Plans.Select(plan => inquiry.View.Entries[plan.Plan])
            .OrderBy(entry => entry.OrderKey, StringComparer.Ordinal)
            .ToList();
        var mentions = inquiry.ReadMentions([.. entries.Select(entry => entry.Number)]);
        return new SpreadAnswer(
            [.. entries.Zip(mentions, (entry, ofPlan) => Of(inquiry, entry, ofPlan))], (int)inquiry.Counts.Total.Plans - entries.Count);
    }

    private static PlanSpread Of(CountedInquiry inquiry, PlanEntry entry, Mention[] mentions)
    {
        inquiry.CancellationToken.ThrowIfCancellationRequested();
        var plan = new PlanText(inquiry.View.Snapshot, entry);
        var starts = new long[plan.Plan.Blocks.Length + 1];
        for (var block = 0; block < plan.Plan.Blocks.Length; block++)
        {
            starts[block + 1] = starts[block] + plan.BlockText(block).Length + 1;
        }

        var bins = new int[Bins];
        foreach (var mention in mentions)
        {
            bins[(starts[mention.Block] + mention.Start) * Bins / starts[^1]]++;
        }

        return new PlanSpread(entry.Summary, mentions.Length, [.. bins]);
    }
}
