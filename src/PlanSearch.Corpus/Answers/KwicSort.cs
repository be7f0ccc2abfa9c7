using System.Collections.Immutable;
using System.Globalization;
using PlanSearch.Corpus.Sampling;
using PlanSearch.Engine.Analysis;
using PlanSearch.Engine.Search;

namespace PlanSearch.Corpus.Answers;

/// <summary>The order of mentions one by one (逐处). Every order is total and stable.</summary>
public enum MentionOrder
{
    /// <summary>By plan in division order, then as the plan reads.</summary>
    Document,

    /// <summary>By what stands before, read backwards from the mention.</summary>
    Left,

    /// <summary>By what stands after.</summary>
    Right,
}

/// <summary>Mentions by their neighbours: equal surroundings stand together.</summary>
/// <remarks>Compared folded and by code unit; what has the same neighbours stays in document order.</remarks>
public static class KwicSort
{
    /// <summary>The most mentions that are sorted; more are a fault, for all of them have to be looked at before the first is shown.</summary>
    public const int MaxMentions = 100_000;

    private const int KeyLength = 12;

    internal static Outcome<MentionsAnswer> Answer(Inquiry inquiry, MentionOrder order, DateTimeOffset time, CancellationToken cancellationToken)
    {
        var certificate = CertificateMaker.Make(inquiry, time);
        if (TooMany(certificate.Mentions) is { } tooMany)
        {
            return tooMany;
        }

        var list = $"mentions by {order}";
        var (offset, fault) = PageCursor.Read(certificate.Generation, list, inquiry.Request, certificate.Listed);
        if (fault is not null)
        {
            return fault;
        }

        var sorted = Sorted(inquiry, order, cancellationToken);
        var rows = ImmutableArray.CreateRange(MentionRows.Of(inquiry, sorted.Skip((int)offset).Take(inquiry.Request.Size)));
        var end = offset + rows.Length;
        return new MentionsAnswer(
            certificate, rows, end < certificate.Listed ? PageCursor.Write(certificate.Generation, list, inquiry.Request, end) : null);
    }

    /// <summary>Why so many mentions are not compared with each other; null when they are few enough.</summary>
    internal static RequestFault? TooMany(long mentions) => mentions <= MaxMentions
        ? null
        : new RequestFault(
            "too_many_mentions",
            $"按前后文排列至多{MaxMentions.ToString("N0", CultureInfo.InvariantCulture)}处，这里有{mentions.ToString("N0", CultureInfo.InvariantCulture)}处。请加筛选，或按文件顺序查看。");

    /// <summary>The mentions of an inquiry with the plan each stands in, plan by plan.</summary>
    internal static IEnumerable<(PlanText Plan, Mention Mention)> Each(Inquiry inquiry, CancellationToken cancellationToken)
    {
        var mentions = new List<Mention>();
        foreach (var entry in inquiry.View.InOrder)
        {
            if (!inquiry.Filters.InScope[entry.Number] || inquiry.Counts.MentionsByDocument[entry.Number] == 0)
            {
                continue;
            }

            cancellationToken.ThrowIfCancellationRequested();
            mentions.Clear();
            inquiry.View.Snapshot.Mentions(inquiry.EngineQuery, inquiry.Filters.Blocks, entry.Number, mentions, cancellationToken);
            var plan = new PlanText(inquiry.View.Snapshot, entry);
            foreach (var mention in mentions)
            {
                yield return (plan, mention);
            }
        }
    }

    private static IEnumerable<(PlanText Plan, Mention Mention)> Listed(Inquiry inquiry, CancellationToken cancellationToken) =>
        inquiry.Request.Sample is { } sample
            ? SampleDraw.From(inquiry, sample, cancellationToken)
                .GroupBy(drawn => drawn.Plan, drawn => drawn.Mention)
                .SelectMany(plan => OfOne(new PlanText(inquiry.View.Snapshot, plan.Key), plan))
            : Each(inquiry, cancellationToken);

    private static IEnumerable<(PlanText Plan, Mention Mention)> OfOne(PlanText plan, IEnumerable<Mention> mentions) =>
        mentions.Select(mention => (plan, mention));

    private static List<(PlanEntry Plan, Mention Mention)> Sorted(Inquiry inquiry, MentionOrder order, CancellationToken cancellationToken)
    {
        var keyed = new List<(string Key, PlanEntry Plan, Mention Mention)>();
        foreach (var (plan, mention) in Listed(inquiry, cancellationToken))
        {
            keyed.Add((KeyOf(plan, mention, order), plan.Entry, mention));
        }

        return [.. keyed.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Plan, one.Mention))];
    }

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
