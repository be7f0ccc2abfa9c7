using System.Globalization;

namespace PlanSearch.Export;

/// <summary>Times as files say them: 北京时间, whatever the zone of the machine.</summary>
internal static class BeijingTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>2026年11月20日 17:05（北京时间）.</summary>
    public static string InWords(DateTimeOffset time) => Said(time, "yyyy年M月d日 HH:mm");

    /// <summary>2026-11-20 17:05:00（北京时间）.</summary>
    public static string InCells(DateTimeOffset time) => Said(time, "yyyy-MM-dd HH:mm:ss");

    private static string Said(DateTimeOffset time, string format) => time.ToOffset(Offset).ToString(format, CultureInfo.InvariantCulture) + "（北京时间）";
}
