using System.Collections.Immutable;
using System.Globalization;
using PlanSearch.Answers.Certificates;
using PlanSearch.Answers.Facets;
using PlanSearch.Plans;
using PlanSearch.Plans.Metadata;

namespace PlanSearch.Export;

/// <summary>A certificate as rows of two cells, for people: what was asked, counted and left out.</summary>
internal static class CertificateFacts
{
    /// <summary>The rows in the order they are read.</summary>
    public static IEnumerable<ImmutableArray<string>> Of(Certificate certificate) =>
    [
        .. OfQuery(certificate),
        ["数据版本", Number(certificate.Generation)],
        ["校验码（SHA-256）", certificate.Digest],
        .. certificate.Versions.Select(version => Row($"版本 {version.Key}", version.Value)),
        ["检索时间", BeijingTime.InCells(certificate.Time)],
        ["全部文件都已检索", certificate.Complete ? "是" : "否"],
    ];

    /// <summary>The scope of an answer in a line, as it is put under a title.</summary>
    public static string Scope(Certificate certificate) =>
        $"{Filters(certificate)}{Number(certificate.PlansSearched)} 份规划"
        + (certificate.Partial.IsEmpty ? "" : $"（其中 {Number(certificate.Partial.Length)} 份为节选）")
        + (certificate.NotSearched.IsEmpty ? "" : $"，另有 {Number(certificate.NotSearched.Length)} 个文件未能检索");

    /// <summary>Those that are of the query and not of the data, for where several queries over the same data are together.</summary>
    public static IEnumerable<ImmutableArray<string>> OfQuery(Certificate certificate) =>
    [
        ["检索式", certificate.Query],
        ["理解为", certificate.InWords],
        ["规范形式", certificate.NormalForm],
        ["方式", (certificate.Mode switch { "literal" => "原样", "words" => "相关检索", _ => "检索式" }) + (certificate.Exact ? "，区分繁简和全半角" : "")],
        .. certificate.Filters.Select(filter => Row($"筛选：{Labels.Of(filter.Key)}", string.Join("、", filter.Value.Select(Labels.OfChoice)))),
        ["提及处数", Number(certificate.Mentions)],
        .. SampleOf(certificate),
        ["章节数", Number(certificate.Records)],
        ["规划份数", Number(certificate.Plans)],
        ["未提及的规划份数", Number(certificate.PlansWithout)],
        ["检索的规划份数", Number(certificate.PlansSearched)],
        .. VerifiedOf(certificate),
        ["未计入：目录", Number(certificate.Excluded.Toc)],
        ["未计入：封面", Number(certificate.Excluded.Cover)],
        ["未计入：页码等", Number(certificate.Excluded.Noise)],
        ["未计入：更长的字母数字串", Number(certificate.Excluded.LongerRuns)],
        .. certificate.NotSearched.Select(file => Row("未能检索", $"{file.File}：{file.Reason}")),
        ["节选的规划", string.Join("、", certificate.Partial)],
    ];

    private static IEnumerable<ImmutableArray<string>> VerifiedOf(Certificate certificate) =>
        certificate.PlansVerified == 0 ? [] : [Row("逐份读出判断的规划份数", Number(certificate.PlansVerified))];

    private static IEnumerable<ImmutableArray<string>> SampleOf(Certificate certificate) => certificate.Sample is not { } sample
        ? []
        : [["抽样处数", Number(sample.Size)], ["抽样总体", Number(sample.Population)], ["抽样种子", sample.Seed], ["抽样方法", sample.Method]];

    private static ImmutableArray<string> Row(string name, string value) => [name, value];

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    // A plan is filtered by its id, which is nothing for a reader: how many are chosen is.
    private static string Filters(Certificate certificate)
    {
        var said = certificate.Scope.Concat(certificate.Filters).Select(filter => filter.Key == FacetNames.Plan
            ? $"所选的{Labels.Of(filter.Key)}"
            : $"{Labels.Of(filter.Key)}为{string.Join("、", filter.Value.Select(Included))}").ToList();
        return said.Count == 0 ? "库中全部 " : string.Join("，", said) + "，共 ";
    }

    private static string Included(string stated) =>
        stated is ['-', .. var left] ? "不含" + PlanMetadata.InWords(left) : PlanMetadata.InWords(stated);
}
