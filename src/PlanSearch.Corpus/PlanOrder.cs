using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using PlanSearch.Plans.Metadata;

namespace PlanSearch.Corpus;

/// <summary>
/// The division order: the country, provinces by code, under each its divisions by code and then its zones; what is unknown last.
/// </summary>
/// <param name="divisions">The codes; a name it does not know is after those it knows.</param>
internal sealed class PlanOrder(DivisionTree divisions)
{
    /// <summary>The region of a plan of the whole country.</summary>
    public const string Country = "全国";

    private static readonly Regex FirstYear = new("[12][0-9]{3}", RegexOptions.NonBacktracking);

    private const string First = "";
    private const string Last = "\uFFFF";

    /// <summary>The plan's place in the order: ordinal comparison of these keys is the order; the id makes it total.</summary>
    public string KeyOf(string id, PlanMetadata metadata) =>
        string.Join('\u0001', RegionKey(metadata.RegionPath), PeriodKey(metadata.Period), TypeKey(metadata.Type), id);

    /// <summary>A key whose ordinal order is the order of regions, a region before those below it; an empty path is last.</summary>
    public string RegionKey(ImmutableArray<string> path)
    {
        if (path.IsEmpty)
        {
            return Last;
        }

        if (path is [Country])
        {
            return First;
        }

        var names = new string[path.Length];
        for (var i = 0; i < path.Length; i++)
        {
            // A tilde is after every digit: zones, and names without a code, follow the divisions.
            names[i] = divisions.AtPath(path.Take(i + 1)) is { Code.Length: > 0 } division ? division.Code : "~" + path[i];
        }

        return string.Join('/', names);
    }

    public static string LevelKey(string level) => Key(PlanLevels.All, level);

    public static string PeriodKey(string period) =>
        FirstYear.Match(period) is { Success: true } year
            ? YearKey(int.Parse(year.ValueSpan, CultureInfo.InvariantCulture)) + period
            : Key(PlanPeriods.All, period);

    public static string TypeKey(string type) => Key(PlanTypes.All, type);

    /// <summary>Years are after the period they begin in: 2021—2023年 after 十四五.</summary>
    private static string YearKey(int year) =>
        Key(PlanPeriods.All, PlanPeriods.All[Math.Clamp(PlanPeriods.RankOf(year), 0, PlanPeriods.All.Length - 1)]);

    /// <summary>Values the order knows by rank, then others as they are spelt, then what is unknown.</summary>
    private static string Key(ImmutableArray<string> known, string value) =>
        known.IndexOf(value) is var rank and >= 0 ? ((char)('0' + rank)).ToString()
        : value == PlanMetadata.Unknown ? Last
        : "~" + value;
}
