using System.Collections.Immutable;
using System.Globalization;
using PlanSearch.Answers.Clips;

namespace PlanSearch.Export;

/// <summary>检索说明 of a folder, as rows of two cells: what was taken, from which data, found by which searches.</summary>
internal static class ClipFacts
{
    /// <summary>What is said of the folder as a whole.</summary>
    public static IEnumerable<ImmutableArray<string>> OfFolder(ClipsAnswer answer) =>
    [
        ["摘录", $"{Number(answer.Found)} 条，含检索词 {Number(answer.Mentions)} 处，出自 {Number(answer.Plans)} 份规划"],
        .. answer.Excerpts.Where(excerpt => !excerpt.IsFound).Select(excerpt => Row("未能摘录", excerpt.Absence)),
        ["检索", answer.Searches.IsEmpty ? "无：各条均由阅读规划摘取" : $"{Number(answer.Searches.Length)} 次，各附检索说明"],
        ["数据版本", Number(answer.Generation)],
        ["校验码（SHA-256）", answer.Digest],
        .. answer.Versions.Select(version => Row($"版本 {version.Key}", version.Value)),
        ["生成时间", BeijingTime.InCells(answer.Time)],
        ["凡例", "摘录一律照录原文，原文的字形、标点和差错不改；方面和注是摘录人所加。"],
    ];

    /// <summary>What is said of one search: its certificate over the same data, or why it has none.</summary>
    public static IEnumerable<ImmutableArray<string>> OfSearch(ClipSearch search) =>
        search.Certificate is { } certificate
            ? CertificateFacts.OfQuery(certificate).Append(["本文件收录处数", Number(search.Excerpted)])
            : [["检索式", search.Query], ["不能检索", search.Fault!.Message]];

    /// <summary>The region as it is written in running text: 岚江省临漪市; 地区未识别 when nothing is known.</summary>
    public static string RegionOf(string region) => region.Length == 0 ? "地区未识别" : region.Replace("/", "", StringComparison.Ordinal);

    private static ImmutableArray<string> Row(string name, string value) => [name, value];

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
