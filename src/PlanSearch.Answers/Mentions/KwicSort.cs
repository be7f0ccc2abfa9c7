using System.Globalization;
using PlanSearch.Answers.Counting;
using PlanSearch.Answers.Texts;
using PlanSearch.Corpus.Generations;
using PlanSearch.Index.Port;
using PlanSearch.Plans.Text;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Mentions;

/// <summary>Mentions by their neighbours: equal surroundings are together.</summary>
/// <remarks>Compared folded and by code unit; what has the same neighbours stays in document order.</remarks>
public static class KwicSort
{
    /// <summary>
    /// The most mentions that are sorted; more are a fault, for all of them have to be looked at before the first is shown.
    /// </summary>
    public const int MaxMentions = 100_000;

    private const int KeyLength = 12;

    /// <summary>Why so many mentions are not compared with each other; null when they are few enough.</summary>
    internal static RequestFault? TooMany(long mentions) => mentions <= MaxMentions
        ? null
        : new RequestFault(
            FaultKinds.TooManyMentions,
            $"按前后文排列至多{MaxMentions.ToString("N0", CultureInfo.InvariantCulture)}处，"
                + $"这里有{mentions.ToString("N0", CultureInfo.InvariantCulture)}处。请加筛选，或按行政区划查看。");

    /// <summary>The mentions of an inquiry, or those of its sample, by their neighbours.</summary>
    internal static List<(PlanEntry Plan, Mention Mention)> Sorted(CountedInquiry inquiry, MentionOrder order)
    {
        var keyed = new List<(string Key, PlanEntry Plan, Mention Mention)>();
        foreach (var (plan, mention) in Listed(inquiry))
        {
            keyed.Add((KeyOf(plan, mention, order), plan.Entry, mention));
        }

        return [.. keyed.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Plan, one.Mention))];
    }

    private static IEnumerable<(PlanText Plan, Mention Mention)> Listed(CountedInquiry inquiry) =>
        inquiry.Request.Sample is { } sample
            ? SampleDraw.From(inquiry, sample)
                .GroupBy(drawn => drawn.Plan, drawn => drawn.Mention)
                .SelectMany(plan => OfOne(new PlanText(inquiry.View.Snapshot, plan.Key), plan))
            : EachMention.Kept(inquiry);

    private static IEnumerable<(PlanText Plan, Mention Mention)> OfOne(PlanText plan, IEnumerable<Mention> mentions) =>
        mentions.Select(mention => (plan, mention));

    private static string KeyOf(PlanText plan, Mention mention, MentionOrder order)
    {
        var text = plan.BlockText(mention.Block);
        var bounds = plan.SurroundingsOf(mention.Block, mention.Start);
        if (order == MentionOrder.Right)
        {
            var start = mention.Start + mention.Length;
            return Fold.Of(text[start..Math.Min(start + KeyLength, bounds.End)]);
        }

        var before = Fold.Of(text[Math.Max(mention.Start - KeyLength, bounds.Start)..mention.Start]).ToCharArray();
        Array.Reverse(before);
        return new string(before);
    }
}
