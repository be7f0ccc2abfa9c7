using System.CommandLine;
using PlanSearch.Cli.Options;
using PlanSearch.Cli.Printing;
using PlanSearch.Corpus.Changes;
using PlanSearch.Index.Port;

namespace PlanSearch.Cli.Commands;

/// <summary><c>plansearch verify</c>: reads every byte of the index and checks that all of it fits together.</summary>
internal static class VerifyCommand
{
    public static Command Create(Terminal terminal)
    {
        var collection = new CollectionOption(terminal);
        var format = new FormatOption(FormatOption.Text, FormatOption.Json);
        var command = new Command("verify", "核验：逐字节检查索引是否完好") { collection, format };
        command.SetAction((parse, cancellationToken) =>
        {
            var options = collection.Of(parse);
            var report = options.Store.Check(cancellationToken) ?? throw new IndexMissingException(options.IndexPlace);
            var log = ChangeLogCheck.Check(options, cancellationToken);
            report = report with { Findings = [.. report.Findings, .. log?.Findings ?? []] };
            if (parse.GetValue(format) == FormatOption.Json)
            {
                JsonPrinter.Print(report, terminal.Out);
            }
            else
            {
                Print(report, terminal.Out);
                terminal.Out.WriteLine(log is null ? "没有变化记录。" : $"变化记录自数据版本 {log.From} 起：{log.Changes} 次变化，{log.Plans} 份规划的旧版本。");
            }

            return Task.FromResult(report.Findings.IsEmpty ? ExitCode.Done : ExitCode.UnusableIndex);
        });
        return command;
    }

    private static void Print(CheckReport report, TextWriter writer)
    {
        writer.WriteLine(
            report.Findings.IsEmpty ? "索引完好。" : $"索引有 {report.Findings.Length} 处损坏；规划文件不受影响，可用 plansearch index PATH --rebuild 重建。");
        writer.WriteLine(
            $"数据版本 {string.Join("、", report.Generations)}；{report.Files} 个文件，{report.Bytes} 字节；{report.Documents} 份规划，{report.Postings} "
                + "个位置。");
        foreach (var finding in report.Findings)
        {
            writer.WriteLine($"  {finding}");
        }
    }
}
