using System.Collections.Immutable;

namespace PlanSearch.Plans.Metadata;

/// <summary>The periods of five years.</summary>
public static class PlanPeriods
{
    // 三五 began in 1966, and each period follows the one before.
    private const int FirstOfThird = 1966;
    private const int Third = 2;

    /// <summary>Their names in their order: 三五 is the third.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        "一五", "二五", "三五", "四五", "五五", "六五", "七五", "八五", "九五", "十五", "十一五", "十二五", "十三五", "十四五", "十五五", "十六五", "十七五", "十八五",
    ];

    /// <summary>
    /// The place in <see cref="All"/> of the one that a year is in, from 三五 on; outside it for years before and far ahead.
    /// </summary>
    public static int RankOf(int year) => ((year - FirstOfThird) / 5) + Third;

    /// <summary>Whether one begins with a year, from 三五 on.</summary>
    internal static bool BeginsIn(int year) => year >= FirstOfThird && (year - FirstOfThird) % 5 == 0;
}
