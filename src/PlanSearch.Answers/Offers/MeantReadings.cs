using System.Text.RegularExpressions;
using PlanSearch.Answers.Counting;
using PlanSearch.Queries.Language;
using PlanSearch.Queries.Signs;

namespace PlanSearch.Answers.Offers;

/// <summary>
/// What was meant by an input without a mention that is nearly an expression: 氢能、储能, 氢能 or 储能. Asked about, never taken for granted.
/// </summary>
internal static partial class MeantReadings
{
    private const int MostWords = 12;

    /// <summary>The readings, as they are offered.</summary>
    public static IEnumerable<(string Kind, string Text, PlanQuery Query)> Of(CountedInquiry inquiry) =>
        inquiry.Counts.Total.Mentions > 0 ? [] : [.. OfList(inquiry.Request.Query), .. OfOperators(inquiry)];

    private static IEnumerable<(string Kind, string Text, PlanQuery Query)> OfList(string input)
    {
        if (!ListSigns().IsMatch(input))
        {
            return [];
        }

        List<string> words = [.. Gaps().Split(input).Select(QueryText.Clean).Where(word => word.Length > 0).Distinct()];
        if (words.Count is < 2 or > MostWords || !words.TrueForAll(word => QuerySigns.IsPlainWord(word)))
        {
            return [];
        }

        List<LiteralTerm> terms = [.. words.Select(word => new LiteralTerm(word))];
        var (all, any) = (AllOf.Of(terms, []), AnyOf.Of(terms));
        return [("list", $"同一章节里都有：{all.InWords}", all), ("list", $"有其中任一个：{any.InWords}", any)];
    }

    private static IEnumerable<(string Kind, string Text, PlanQuery Query)> OfOperators(CountedInquiry inquiry)
    {
        var input = inquiry.Request.Query;
        var written = SmallOperators().Replace(input, found => found.Value.ToUpperInvariant());
        return written != input && QueryParser.Parse(written, inquiry.Vocabulary.Topics).Query is { } query && query != inquiry.Query
            ? [("operator", $"按检索式理解：{query.InWords}", query)]
            : [];
    }

    [GeneratedRegex("[、，,；;／/]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex ListSigns();

    [GeneratedRegex(@"[、，,；;／/\s]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Gaps();

    [GeneratedRegex(
        @"(?<=\s)(?:and|or|not|near(?:/\d+)?)(?=\s)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1_000)]
    private static partial Regex SmallOperators();
}
