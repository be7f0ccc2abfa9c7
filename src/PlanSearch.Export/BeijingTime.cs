using System.Globalization;

namespace PlanSearch.Export;

/// <summary>Times as pages and files say them: 北京时间, whatever the zone of the machine.</summary>
public static class BeijingTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>2026年11月20日 17:05（北京时间）.</summary>
    public static string InWords(DateTimeOffset time) => Said(time, "yyyy年M月d日 HH:mm");

    /// <summary>2026-11-20 17:05:00（北京时间）.</summary>
    public static string InCells(DateTimeOffset time) => Said(time, "yyyy-MM-dd HH:mm:ss");

    /// <summary>2026-11-20 17:05, where it is said beside it that this is 北京时间.</summary>
    public static string InLists(DateTimeOffset time) => Plain(time, "yyyy-MM-dd HH:mm");

    /// <summary>2026年11月20日.</summary>
    public static string Date(DateTimeOffset time) => Plain(time, "yyyy年M月d日");

    private static string Said(DateTimeOffset time, string format) => Plain(time, format) + "（北京时间）";

    private static string Plain(DateTimeOffset time, string format) => time.ToOffset(Offset).ToString(format, CultureInfo.InvariantCulture);
}
