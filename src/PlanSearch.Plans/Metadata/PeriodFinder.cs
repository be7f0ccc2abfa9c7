using System.Globalization;
using System.Text.RegularExpressions;

namespace PlanSearch.Plans.Metadata;

/// <summary>Finds the years a plan is for: one of the five-year periods by its name, else the years themselves.</summary>
internal static class PeriodFinder
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private const string Year = "(19[5-9][0-9]|20[0-9]{2}|[１２][０９][０-９]{2}|一九[五六七八九][〇○零一二三四五六七八九]|二[〇○零ＯO0][〇○零ＯO0一二三四五六七八九]{2})";

    private static readonly Regex Ordinal = new("第(?<period>十?[一二三四五六七八九]|十)个五年", Options);
    private static readonly Regex Named = new("(?<period>十[一二三四五]五)([^年月日个]|$)|[“”\"'‘](?<period>[一二三四五六七八九十]五)[”“\"'’]|(^"
        + "|[^一二三四五六七八九十第])(?<period>[一二三四五六七八九十]五)(时期|期间|计划|规划)", Options);
    private static readonly Regex Years = new(
        $"(^|[^0-9０-９])(?<from>{Year})年?([0-9]{{1,2}}月([0-9]{{1,2}}日)?)?[—－\\-–_~～至到一]{{1,2}}(?<to>{Year})([^0-9０-９]|$)", Options);
    private static readonly Regex Until = new($"(到|至|面向)(?<to>{Year})年?", Options);
    private static readonly Regex Before = new($"(?<to>{Year})年(前|远景|目标|愿景)", Options);
    private static readonly Regex Alone = new($"(^|[^0-9０-９〔\\[])(?<year>{Year})(?<after>年?[版本修]?)", Options);
    private static readonly Regex Stated = new("(规划|计划|方案|行动|实施|执行)(期限?|时限|年限|时间|周期)(为|是|：)?.{4,24}", Options);

    private const int LeastMentions = 5;

    // Every plan names the periods before and after its own too: one is clear when it is named so many times as often as the next.
    private const int ClearMargin = 3;

    private const int MostGoals = 2;
    private const int LongestName = 3;

    // Those of which there are plans.
    private static readonly string[] Periods = [.. PlanPeriods.All.TakeWhile(period => period != "十六五")];

    /// <summary>The period a title names: 第十四个五年, “十四五”, 2021—2025年, 2021—2023年, 2021年; empty when it names none.</summary>
    public static string InTitle(string title)
    {
        if (Ordinal.Match(title) is { Success: true } ordinal && Periods.Contains(ordinal.Groups["period"].Value + "五"))
        {
            return ordinal.Groups["period"].Value + "五";
        }

        return Named.Match(title) is { Success: true } named && Periods.Contains(named.Groups["period"].Value)
            ? named.Groups["period"].Value
            : OfYears(title) is { Length: > 0 } years ? years
            : OfOneYear(title);
    }

    /// <summary>The period that a file's name gives as years: 方案_2021_2023, 方案（2021-2023年）; empty when it gives none.</summary>
    public static string InFileName(string name) => OfYears(name);

    /// <summary>The period the opening words state: 规划期为2021年至2025年; empty when they state none.</summary>
    public static string InOpening(IEnumerable<HeadLine> head) =>
        head.SelectMany(line => Stated.Matches(line.Text))
            .Select(found => OfYears(found.Value))
            .FirstOrDefault(period => period.Length > 0) ?? "";

    /// <summary>The period the text speaks of most by far, in quotes as plans print it; null when none is out.</summary>
    /// <remarks>A scan over every character of the plan: no pattern, and nothing allocated on the way.</remarks>
    public static (string Period, int Mentions)? ByWeight(PlanDocument document)
    {
        var counts = new int[Periods.Length];
        foreach (var block in document.Blocks.Where(block => block.IsSearched))
        {
            var rest = block.Text.AsSpan();
            for (int at; (at = rest.IndexOfAny('“', '"')) >= 0; rest = rest[(at + 1)..])
            {
                var end = rest.Slice(at + 1, Math.Min(LongestName + 1, rest.Length - at - 1)).IndexOfAny('”', '"');
                if (end > 1 && IndexOf(rest.Slice(at + 1, end)) is var period and >= 0)
                {
                    counts[period]++;
                }
            }
        }

        var ranked = Periods.Zip(counts).OrderByDescending(pair => pair.Second).ToList();
        return ranked[0].Second >= LeastMentions && ranked[0].Second >= ClearMargin * ranked[1].Second ? ranked[0] : null;
    }

    /// <summary>The year the goals are set for, the nearer one where there are two; empty when there are none or more.</summary>
    public static string ByGoals(PlanDocument document)
    {
        var years = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var block in document.Blocks.Where(block => block.IsSearched))
        {
            var rest = block.Text.AsSpan();
            for (int at; years.Count <= MostGoals && (at = rest.IndexOfAny('到', '至')) >= 0; rest = rest[(at + 1)..])
            {
                if (rest[(at + 1)..] is ['2', '0', var decade and >= '0' and <= '9', var year and >= '0' and <= '9', '年', ..])
                {
                    years.Add($"20{decade}{year}");
                }
            }
        }

        return years.Count is > 0 and <= MostGoals ? $"到{years.Min}年" : "";
    }

    private static int IndexOf(ReadOnlySpan<char> name)
    {
        for (var at = 0; at < Periods.Length; at++)
        {
            if (name.SequenceEqual(Periods[at]))
            {
                return at;
            }
        }

        return -1;
    }

    private static string OfYears(string text)
    {
        if (Years.Match(text) is not { Success: true } years)
        {
            return "";
        }

        var (from, to) = (YearOf(years.Groups["from"].Value), YearOf(years.Groups["to"].Value));
        return to <= from ? ""
            : to == from + 4 && PlanPeriods.BeginsIn(from) && PlanPeriods.RankOf(from) is var rank && rank < Periods.Length ? Periods[rank]
            : string.Create(CultureInfo.InvariantCulture, $"{from}—{to}年");
    }

    /// <summary>数字行动2021方案 is for that year; 健康2030规划 and 2030年前达峰 are for the years until then.</summary>
    private static string OfOneYear(string title)
    {
        if ((Until.Match(title) is { Success: true } until ? until : Before.Match(title)) is { Success: true } goal)
        {
            return string.Create(CultureInfo.InvariantCulture, $"到{YearOf(goal.Groups["to"].Value)}年");
        }

        var alone = Alone.Matches(title);
        if (alone is not [{ } only] || only.Groups["after"].Value is "版" or "本" || only.Groups["after"].Length > 1)
        {
            return "";
        }

        var year = YearOf(only.Groups["year"].Value);
        return only.Groups["after"].Length == 0 && year % 5 == 0
            ? string.Create(CultureInfo.InvariantCulture, $"到{year}年")
            : string.Create(CultureInfo.InvariantCulture, $"{year}年");
    }

    private static int YearOf(string digits) => digits.Aggregate(0, (year, digit) => (year * 10) + Math.Max(0, PrintedDate.DigitOf(digit)));
}
