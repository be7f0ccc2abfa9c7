using PlanSearch.Corpus.Ingest;

namespace PlanSearch.Cli.Printing;

/// <summary>Prints what became of the files of an ingest.</summary>
internal static class IngestPrinter
{
    private const double Mega = 1_000_000;

    /// <summary>The sums first, then everything that has a name.</summary>
    public static void Print(IngestReport report, TextWriter writer)
    {
        writer.WriteLine(
            $"新增 {report.Added.Length} 份 · 替换 {report.Replaced.Length} 份 · 未变 {report.Unchanged} 份 · 移除 {report.Removed.Length} 份 · 未能入库 "
                + $"{report.Failures.Length} 个文件");
        writer.WriteLine($"数据版本 {report.Generation}；读入 {report.Bytes / Mega:0.0} MB，用时 {report.Seconds:0.0} 秒");
        Names("新增", report.Added, writer);
        Names("替换", report.Replaced, writer);
        Names("移除", report.Removed, writer);
        foreach (var failure in report.Failures)
        {
            writer.WriteLine($"未能入库：{failure.File}：{failure.Reason}");
        }

        foreach (var warning in report.Warnings)
        {
            writer.WriteLine($"待核事项：{warning}");
        }
    }

    private static void Names(string what, IEnumerable<string> plans, TextWriter writer)
    {
        foreach (var plan in plans)
        {
            writer.WriteLine($"{what}：{plan}");
        }
    }
}
