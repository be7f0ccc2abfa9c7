using PlanSearch.Answers.Replication;

namespace PlanSearch.Cli.Printing;

/// <summary>Prints how a count made again compares with the first time: the verdict, the numbers, then the causes by name.</summary>
internal static class ReplicationPrinter
{
    private const int DigestDigits = 12;

    public static void Print(ReplicationReport report, TextWriter writer)
    {
        writer.WriteLine(
            $"{report.Query}：{(report.Same ? "与当时相同" : "与当时不同")}（{report.Then.Time:yyyy-MM-dd}，数据版本 {report.Then.Generation}）");
        if (report.Now is { } now)
        {
            writer.WriteLine($"现在：{CertificatePrinter.Summary(now)}");
        }

        if (report.Fault is { } fault)
        {
            writer.WriteLine($"不能重新检索：{fault.Message}");
        }

        foreach (var count in report.Counts)
        {
            writer.WriteLine($"  {NameOf(count.Name)}：{count.Then} → {count.Now}");
        }

        foreach (var cause in report.Causes)
        {
            writer.WriteLine($"  {Say(cause)}");
        }

        foreach (var note in report.Notes)
        {
            writer.WriteLine(note);
        }
    }

    private static string Say(ReplicationCause cause) => cause.Kind switch
    {
        "text_added" => $"新增规划 {cause.Name}（{cause.Title}），{cause.MentionsNow} 处",
        "text_removed" => $"移除规划 {cause.Name}（{cause.Title}），当时 {cause.MentionsThen} 处",
        "text_changed" => $"文本改动 {cause.Name}（{cause.Title}），{cause.MentionsThen} → {cause.MentionsNow} 处",
        "metadata_changed" => $"规划信息改动 {cause.Name}（{cause.Title}），{cause.MentionsThen} → {cause.MentionsNow} 处",
        "corrections_changed" => $"校正改动 {cause.Name}（{cause.Title}），{cause.MentionsThen} → {cause.MentionsNow} 处",
        "counts" => $"文本未变而计数不同 {cause.Name}（{cause.Title}），{cause.MentionsThen} → {cause.MentionsNow} 处",
        "rules" => $"规则 {cause.Name}（{cause.Title}）：{cause.Then ?? "无"} → {cause.Now ?? "无"}",
        "topic" => cause.Now is null ? $"专题 {cause.Name} 已不在" : $"专题 {cause.Name}（{cause.Title["专题：".Length..]}）",
        "files" => $"{cause.Title} {cause.Name}：{cause.Then ?? "当时没有"} → {cause.Now ?? "现在没有"}",
        _ => $"{cause.Title} {cause.Name}：{Short(cause.Then)} → {Short(cause.Now)}",
    };

    private static string NameOf(string count) => count switch
    {
        "mentions" => "处",
        "records" => "章节",
        "plans" => "份",
        "plansWithout" => "未提及的份数",
        "plansSearched" => "检索的份数",
        "excluded.toc" => "未计入：目录",
        "excluded.cover" => "未计入：封面",
        "excluded.noise" => "未计入：版面文字",
        _ => "未计入：更长的字母数字串",
    };

    private static string Short(string? value) => value is null ? "无" : value.Length == 64 ? value[..DigestDigits] : value;
}
