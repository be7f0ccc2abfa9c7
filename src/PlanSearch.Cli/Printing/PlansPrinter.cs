using System.Collections.Immutable;
using PlanSearch.Answers.Facets;
using PlanSearch.Corpus.Generations;
using PlanSearch.Export;
using PlanSearch.Plans.Metadata;

namespace PlanSearch.Cli.Printing;

/// <summary>Prints what is in the collection.</summary>
internal static class PlansPrinter
{
    private static readonly string[] Header = ["编号", "简称", "地区", "层级", "时期", "类型", "状态", "文本", "字符", "章节", "专栏", "待核事项", "校核"];

    /// <summary>One line about the collection, then a line a plan in division order, then the files that are not in it.</summary>
    public static void Print(CorpusStatus status, ImmutableArray<PlanSummary> plans, TextWriter writer)
    {
        writer.WriteLine(
            $"{plans.Length} 份规划，{status.Characters} 字符；数据版本 {status.Generation}，{BeijingTime.InLists(status.BuiltAt)}（北京时间）入库；未能入库 "
                + $"{status.Failures.Length} 个文件");
        if (!plans.IsEmpty)
        {
            writer.WriteLine();
            TextColumns.Write([Header, .. plans.Select(Row)], writer);
        }

        foreach (var failure in status.Failures)
        {
            writer.WriteLine($"未能入库：{failure.File}：{failure.Reason}");
        }
    }

    private static string[] Row(PlanSummary plan) =>
    [
        plan.Id,
        plan.ShortTitle,
        plan.RegionPath.IsEmpty ? PlanMetadata.UnknownInWords : string.Join('/', plan.RegionPath),
        PlanMetadata.InWords(plan.Level),
        PlanMetadata.InWords(plan.Period),
        PlanMetadata.InWords(plan.Type),
        PlanMetadata.InWords(plan.State),
        PlanMetadata.InWords(plan.Completeness),
        $"{plan.Characters}",
        $"{plan.Sections}{(plan.SectionsInDoubt ? "（待核）" : "")}",
        $"{plan.Boxes}",
        $"{plan.Warnings}",
        string.Join(' ', plan.Confirmations.Select(entry => (entry.Holds ? "已校核" : "待校核") + Labels.OfConfirmed(entry.Part))),
    ];
}
