using System.Collections.Immutable;
using System.Globalization;
using PlanSearch.Answers.Counting;
using PlanSearch.Plans.Text;
using PlanSearch.Queries.Language;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Mentions;

/// <summary>What is next to the mentions of an answer.</summary>
/// <param name="Left">Before them, most frequent first.</param>
/// <param name="Right">After them, most frequent first.</param>
/// <param name="Mentions">How many mentions there are; the groups of a side, those not listed included, sum to it.</param>
public sealed record NeighbourAnswer(NeighbourSide Left, NeighbourSide Right, long Mentions);

/// <summary>What is right before the mentions, or right after, as groups of characters; most frequent first.</summary>
/// <param name="Groups">At most <see cref="NeighbourGroups.MaxGroups"/>.</param>
/// <param name="Others">Mentions whose neighbours are rarer than those listed.</param>
public sealed record NeighbourSide(ImmutableArray<Neighbour> Groups, long Others);

/// <summary>What is next to mentions.</summary>
/// <param name="Text">The characters, folded; empty where block, cell or sentence end, and at what is no part of a word.</param>
/// <param name="Whole">Neighbour and mention together as one word, where every mention is the same word; else null.</param>
/// <param name="Mentions">How many mentions have it.</param>
/// <param name="Without">The query that leaves <paramref name="Whole"/> out, as an expression (能源!新能源); null where there is none.</param>
public sealed record Neighbour(string Text, string? Whole, long Mentions, string? Without);

/// <summary>Groups mentions by the characters next to them.</summary>
public static class NeighbourGroups
{
    /// <summary>The most characters taken together.</summary>
    public const int MaxWidth = 3;

    /// <summary>The most groups of a side.</summary>
    public const int MaxGroups = 40;

    internal static Outcome<NeighbourAnswer> Of(CountedInquiry inquiry, int width)
    {
        if (width is < 1 or > MaxWidth)
        {
            return new RequestFault(FaultKinds.ParameterInvalid, $"宽度应在1到{MaxWidth.ToString(CultureInfo.InvariantCulture)}之间。");
        }

        return KwicSort.TooMany(inquiry.Counts.Total.Mentions) is { } tooMany ? tooMany : Of(inquiry, [width])[0];
    }

    /// <summary>The same by several widths, the mentions read once: of so many only as may be sorted.</summary>
    internal static NeighbourAnswer[] Of(CountedInquiry inquiry, IReadOnlyList<int> widths)
    {
        var sides = widths.Select(width => (
            Width: width, Left: new Dictionary<string, long>(
                StringComparer.Ordinal), Right: new Dictionary<string, long>(StringComparer.Ordinal))).ToArray();
        foreach (var (plan, mention) in EachMention.Kept(inquiry))
        {
            var text = plan.BlockText(mention.Block);
            var bounds = plan.SurroundingsOf(mention.Block, mention.Start);
            foreach (var (width, left, right) in sides)
            {
                Count(left, Before(text, mention.Start, bounds.Start, width));
                Count(right, After(text, mention.Start + mention.Length, bounds.End, width));
            }
        }

        var word = inquiry.EngineQuery.Literals is [var only] ? only.Text : null;
        return
        [
            .. sides.Select(side => new NeighbourAnswer(
                Side(inquiry, side.Left, beside => word is null ? null : beside + word),
                Side(inquiry, side.Right, beside => word is null ? null : word + beside),
                inquiry.Counts.Total.Mentions)),
        ];
    }

    /// <summary>What was counted, most frequent first, then as it is spelt.</summary>
    internal static List<KeyValuePair<string, long>> Ranked(Dictionary<string, long> groups) =>
        [.. groups.OrderByDescending(group => group.Value).ThenBy(group => group.Key, StringComparer.Ordinal)];

    private static void Count(Dictionary<string, long> groups, string neighbour) =>
        groups[neighbour] = groups.GetValueOrDefault(neighbour) + 1;

    // Up to the first character that is no part of a word.
    private static string Before(string text, int start, int bound, int width)
    {
        var from = start;
        while (from > bound && start - from < width && IsWord(text[from - 1]))
        {
            from--;
        }

        return Fold.Of(text[from..start]);
    }

    private static string After(string text, int end, int bound, int width)
    {
        var to = end;
        while (to < bound && to - end < width && IsWord(text[to]))
        {
            to++;
        }

        return Fold.Of(text[end..to]);
    }

    private static bool IsWord(char unit) => Fold.IsHan(unit) || Fold.FoldsToRunUnit(unit);

    private static NeighbourSide Side(CountedInquiry inquiry, Dictionary<string, long> groups, Func<string, string?> whole)
    {
        var ranked = Ranked(groups);
        return new NeighbourSide(
            [.. ranked.Take(MaxGroups)
                .Select(group => Named(inquiry, group.Key, group.Key.Length > 0 ? whole(group.Key) : null, group.Value))],
            ranked.Skip(MaxGroups).Sum(group => group.Value));
    }

    private static Neighbour Named(CountedInquiry inquiry, string text, string? whole, long mentions) =>
        new(text, whole, mentions, whole is null ? null : Without(inquiry, whole)?.NormalForm);

    /// <summary>
    /// The query with a longer word left out; null unless the language reads it back as it is written: a query of several words has none to
    /// leave out.
    /// </summary>
    internal static PlanQuery? Without(CountedInquiry inquiry, string whole)
    {
        var query = $"{inquiry.Query.NormalForm}!{whole}";
        return InputReadings.Of(query, inquiry.Vocabulary.Topics).Value?.Expression is { } read && read.NormalForm == query ? read : null;
    }
}
