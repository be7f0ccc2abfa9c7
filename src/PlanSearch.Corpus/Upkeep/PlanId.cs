using System.Globalization;
using System.Text;
using PlanSearch.Corpus.Ingest.Files;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Corpus.Upkeep;

/// <summary>Which ids a plan may be added under: those that are a plain path below the plans folder on every system.</summary>
public static class PlanId
{
    /// <summary>The longest id, in bytes of UTF-8: its file name must fit every file system, extension and all.</summary>
    public const int MaxBytes = 200;

    /// <summary>Parts an id into folder and file.</summary>
    public const char Parting = '~';

    private static readonly string[] DeviceNames =
        ["con", "prn", "aux", "nul", .. Enumerable.Range(1, 9).SelectMany(port => (string[])[$"com{port}", $"lpt{port}"])];

    /// <summary>Why nothing may be added under an id; null when it may.</summary>
    public static RequestFault? FaultOf(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Reason(id) is { } reason ? new RequestFault(FaultKinds.IdInvalid, $"编号不能用：{reason}。") : null;
    }

    /// <summary>
    /// The id a file's own name suggests: what is after the last "/" or "\", without extension. It may be none that is allowed.
    /// </summary>
    public static string OfFileName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return FileNames.IdOf(name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Trim());
    }

    /// <summary>Where the plan's file lies under its folder, without extension.</summary>
    internal static string PathOf(string id) => id.Replace(Parting, '/');

    private static string? Reason(string id) =>
        id.Length == 0 ? "编号为空"
        : Encoding.UTF8.GetByteCount(id) > MaxBytes ? $"编号超过 {MaxBytes.ToString(CultureInfo.InvariantCulture)} 字节"
        : id.Any(sign => !IsAllowed(sign)) || !IsWellFormed(id) ? "编号含控制字符，或含 / \\ : * ? \" < > | 之一"
        : id.Split(Parting).Select(ReasonOfPart).FirstOrDefault(reason => reason is not null) is { } part ? part
        : FileNames.IdOf(PathOf(id) + ".txt") != id ? "编号不能还原为文件名"
        : null;

    private static string? ReasonOfPart(string part) =>
        part.Length == 0 || part.Trim() != part || part.EndsWith('.') ? $"“{part}”为空、首尾有空白，或以句点结尾"
        : FileNames.IsSkipped(part) || FileNames.IsSkipped(part + ".txt") ? $"“{part}”这样的名称不作为规划入库"
        : DeviceNames.Contains(part.Split('.')[0].ToLowerInvariant()) ? $"“{part}”是系统保留的名称"
        : null;

    private static bool IsAllowed(char sign) =>
        !char.IsControl(sign)
        && CharUnicodeInfo.GetUnicodeCategory(
            sign) is not (UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && !"/\\:*?\"<>|".Contains(sign);

    // Half a surrogate pair becomes another sign in a file name.
    private static bool IsWellFormed(string id) => !id.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar);
}
