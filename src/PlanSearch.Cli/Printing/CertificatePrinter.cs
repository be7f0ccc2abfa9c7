using PlanSearch.Answers.Certificates;
using PlanSearch.Answers.Facets;

namespace PlanSearch.Cli.Printing;

/// <summary>Prints the proof of an answer (检索说明): the totals in one line, then how they came about.</summary>
internal static class CertificatePrinter
{
    private const int DigestDigits = 12;

    /// <summary>More names would hide the hits below them.</summary>
    private const int MostNamed = 10;

    /// <summary>The totals in one line.</summary>
    public static string Summary(Certificate certificate) =>
        $"{certificate.InWords}：{certificate.Mentions} 处 · {certificate.Records} 章节 · {certificate.Plans} 份；检索 "
            + $"{certificate.PlansSearched} 份，{certificate.PlansWithout} 份未提及";

    /// <summary>The summary line, then what was left out, what could not be searched, and from which data.</summary>
    public static void Print(Certificate certificate, TextWriter writer)
    {
        writer.WriteLine(Summary(certificate));
        if (certificate.Excluded is { Total: > 0 } excluded)
        {
            writer.WriteLine(
                $"未计入：目录 {excluded.Toc} 处 · 封面 {excluded.Cover} 处 · 版面文字 {excluded.Noise} 处 · 更长的字母数字串 {excluded.LongerRuns} 处");
        }

        if (certificate.PlansVerified > 0)
        {
            writer.WriteLine($"逐份读出判断 {certificate.PlansVerified} 份，其余由集群计数");
        }

        if (certificate.Sample is { } sample)
        {
            writer.WriteLine($"抽样：{sample.Population} 处中抽 {sample.Size} 处，种子 {sample.Seed}");
        }

        foreach (var topic in certificate.Topics.Where(topic => !topic.Off.IsEmpty))
        {
            writer.WriteLine($"专题“{topic.Name}”停用：{string.Join("、", topic.Off)}");
        }

        if (!certificate.Filters.IsEmpty)
        {
            writer.WriteLine(
                "筛选："
                    + string.Join("；", certificate.Filters.Select(
                        filter => $"{Labels.Of(filter.Key)} {string.Join("、", filter.Value.Select(Labels.OfChoice))}")));
        }

        if (!certificate.Partial.IsEmpty)
        {
            var rest = certificate.Partial.Length - MostNamed;
            writer.WriteLine(
                $"节选 {certificate.Partial.Length} 份："
                    + $"{string.Join("、", certificate.Partial.Take(MostNamed))}{(rest > 0 ? $"，另有 {rest} 份（--format json 列全）" : "")}");
        }

        foreach (var file in certificate.NotSearched)
        {
            writer.WriteLine($"未能检索：{file.File}：{file.Reason}");
        }

        writer.WriteLine(
            $"数据版本 {certificate.Generation}，校验码 {certificate.Digest[..Math.Min(DigestDigits, certificate.Digest.Length)]}，"
                + $"{(certificate.Exact ? "区分繁简和全半角" : "合并全半角、大小写和繁简")}");
    }
}
