using System.Collections.Immutable;

namespace PlanSearch.Corpus.Answers;

/// <summary>Where in their plans the mentions of an answer stand.</summary>
/// <param name="Plans">Those with most mentions, at most as many as asked for, in division order.</param>
/// <param name="MorePlans">Plans with mentions that are not among them.</param>
public sealed record SpreadAnswer(ImmutableArray<PlanSpread> Plans, int MorePlans);

/// <summary>Where in a plan the mentions stand.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Mentions">How many there are.</param>
/// <param name="Bins">The plan from beginning to end in <see cref="MentionSpread.Bins"/> equal stretches of text: mentions in each.</param>
public sealed record PlanSpread(PlanSummary Plan, int Mentions, ImmutableArray<int> Bins)
{
    /// <summary>Mentions per 10,000 characters searched.</summary>
    public double Density => Plan.Characters > 0 ? Mentions * 10_000.0 / Plan.Characters : 0;
}

/// <summary>Spreads the mentions of each plan over its length.</summary>
public static class MentionSpread
{
    /// <summary>Stretches a plan is cut into.</summary>
    public const int Bins = 120;

    internal static SpreadAnswer Of(Inquiry inquiry, int most)
    {
        var entries = inquiry.Mentioning.ToList();
        var shown = entries
            .OrderByDescending(inquiry.MentionsIn)
            .Take(most)
            .Select(entry => entry.Number)
            .ToHashSet();
        return new SpreadAnswer(
            [.. entries.Where(entry => shown.Contains(entry.Number)).Select(entry => Of(inquiry, entry))], entries.Count - shown.Count);
    }

    private static PlanSpread Of(Inquiry inquiry, PlanEntry entry)
    {
        inquiry.CancellationToken.ThrowIfCancellationRequested();
        var mentions = inquiry.ReadMentions(entry.Number);
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
