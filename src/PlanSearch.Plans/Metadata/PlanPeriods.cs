using System.Collections.Immutable;

namespace PlanSearch.Plans.Metadata;

/// <summary>The periods of five years.</summary>
public static class PlanPeriods
{
    // 一五 began in 1953; the three years after 二五 were in no period; 三五 began in 1966, and each follows the one before from there.
    private const int FirstOfAll = 1953, FirstOfSecond = 1958, FirstOfThird = 1966;
    private const int Third = 2;

    /// <summary>Their names in their order: 三五 is the third.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        "一五", "二五", "三五", "四五", "五五", "六五", "七五", "八五", "九五", "十五", "十一五", "十二五", "十三五", "十四五", "十五五", "十六五", "十七五", "十八五",
    ];

    /// <summary>
    /// The place in <see cref="All"/> of the last one that began by a year; -1 for years before all, and beyond the last for years far
    /// ahead.
    /// </summary>
    public static int RankOf(int year) => year switch
    {
        < FirstOfAll => -1,
        < FirstOfSecond => 0,
        < FirstOfThird => 1,
        _ => ((year - FirstOfThird) / 5) + Third,
    };

    /// <summary>Whether one begins with a year, from 三五 on.</summary>
    internal static bool BeginsIn(int year) => year >= FirstOfThird && (year - FirstOfThird) % 5 == 0;
}
