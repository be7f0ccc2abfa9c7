using System.Text.RegularExpressions;

namespace PlanSearch.Plans.Metadata;

/// <summary>Finds the five years a plan is for.</summary>
internal static class PeriodFinder
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private static readonly Regex Ordinal = new("第(?<period>十[一二三四五])个五年", Options);
    private static readonly Regex Named = new("(?<period>十[一二三四五]五)([^年月日个]|$)", Options);
    private static readonly Regex Years = new("(^|[^0-9])(?<from>20[0-9]{2}|二[〇○零][〇○零一二三四五六七八九]{2})年?[—－–~～至到-]{1,2}(?<to>20[0-9]{2}|二[〇○零][〇○零一二三四五六七八九]{2})年?", Options);
    private static readonly Regex Stated = new("规划(期限?|时限|年限)(为|是)?.{4,14}年", Options);

    private const int LeastMentions = 5;
    private const int ClearMargin = 3;

    // The number of a period stands at its place among the periods: 十三五 is Periods[2].
    private const string Numbers = "一二三四五";
    private static readonly string[] Periods = ["十一五", "十二五", "十三五", "十四五", "十五五"];

    /// <summary>The period a title names: 第十四个五年, “十四五”, 2021—2025年; empty when it names none.</summary>
    public static string InTitle(string title)
    {
        if (Ordinal.Match(title) is { Success: true } ordinal && Periods.Contains(ordinal.Groups["period"].Value + "五"))
        {
            return ordinal.Groups["period"].Value + "五";
        }

        return Named.Match(title) is { Success: true } named ? named.Groups["period"].Value : OfYears(title);
    }

    /// <summary>The period the opening words state: 规划期为2021年至2025年; empty when they state none.</summary>
    public static string InOpening(IEnumerable<HeadLine> head) =>
        head.Select(line => Stated.Match(line.Text))
            .Where(found => found.Success)
            .Select(found => OfYears(found.Value))
            .FirstOrDefault(period => period.Length > 0) ?? "";

    /// <summary>The period the text speaks of most by far, in quotes as plans print it; null when none stands out.</summary>
    /// <remarks>A scan over every character of the plan: no pattern, and nothing allocated on the way.</remarks>
    public static (string Period, int Mentions)? ByWeight(PlanDocument document)
    {
        var counts = new int[Periods.Length];
        foreach (var block in document.Blocks.Where(block => block.IsSearched))
        {
            var rest = block.Text.AsSpan();
            for (int at; (at = rest.IndexOfAny('“', '"')) >= 0; rest = rest[(at + 1)..])
            {
                if (rest[(at + 1)..] is ['十', var number, '五', '”' or '"', ..] && Numbers.IndexOf(number) is var period and >= 0)
                {
                    counts[period]++;
                }
            }
        }

        var ranked = Periods.Zip(counts).OrderByDescending(pair => pair.Second).ToList();
        return ranked[0].Second >= LeastMentions && ranked[0].Second >= ClearMargin * ranked[1].Second ? ranked[0] : null;
    }

    private static string OfYears(string text)
    {
        if (Years.Match(text) is not { Success: true } years)
        {
            return "";
        }

        var (from, to) = (YearOf(years.Groups["from"].Value), YearOf(years.Groups["to"].Value));
        // 十一五 began in 2006, and each period follows the one before.
        return to == from + 4 && from >= 2006 && (from - 2006) % 5 == 0 && (from - 2006) / 5 < Periods.Length ? Periods[(from - 2006) / 5] : "";
    }

    private static int YearOf(string digits) =>
        digits.Aggregate(0, (year, digit) => year * 10 + (char.IsAsciiDigit(digit) ? digit - '0' : digit is '○' or '零' ? 0 : "〇一二三四五六七八九".IndexOf(digit)));
}
