using System.CommandLine;
using PlanSearch.Cli.Options;
using PlanSearch.Corpus.Ingest.Outlines;
using PlanSearch.Plans;
using PlanSearch.Plans.Files;
using PlanSearch.Plans.Parsing;
using PlanSearch.Plans.Printing;

namespace PlanSearch.Cli.Commands;

/// <summary><c>plansearch segment FILE</c>: shows how one plan file is cut, without any index.</summary>
internal static class SegmentCommand
{
    private const string Tree = "tree";
    private const string JsonLines = "jsonl";
    private const string Outline = "outline";

    public static Command Create(Terminal terminal)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "规划文件" };
        var format = new FormatOption(Tree, JsonLines, Outline);
        var explain = new Option<int?>("--explain") { Description = "只说明这一行（从 1 起）由哪些规则判定", HelpName = "LINE" };
        var rules = new Option<bool>("--rules") { Description = "只统计每条规则判定的次数；FILE 可以是文件夹" };
        var command = new Command("segment", "切分：看一份规划被切成怎样的章节、专栏和段落") { file, format, explain, rules };
        command.SetAction(parse =>
        {
            var path = parse.GetRequiredValue(file).FullName;
            var countsRules = parse.GetValue(rules);
            if (!File.Exists(path) && !(countsRules && Directory.Exists(path)))
            {
                terminal.Error.WriteLine($"找不到 {path}。");
                return ExitCode.WrongUse;
            }

            if (countsRules)
            {
                return RuleReport.Print(path, terminal);
            }

            var read = PlanReader.Read(File.ReadAllBytes(path));
            if (read.Source is not { } source)
            {
                terminal.Error.WriteLine($"{path}：{read.Failure?.Message}");
                return ExitCode.DoneWithFailures;
            }

            var faults = new List<string>();
            var corrected = source with { Corrections = OutlineBeside.Of(path, faults) };
            faults.ForEach(terminal.Error.WriteLine);
            var code = parse.GetValue(explain) is { } line
                ? Explain(corrected, line, terminal)
                : Print(corrected, parse.GetValue(format), terminal);
            return code == ExitCode.Done && faults.Count > 0 ? ExitCode.DoneWithFailures : code;
        });
        return command;
    }

    private static int Explain(SourceText source, int line, Terminal terminal)
    {
        if (line < 1 || line > source.Lines.Length)
        {
            terminal.Error.WriteLine($"没有第 {line} 行：文件共 {source.Lines.Length} 行。");
            return ExitCode.WrongUse;
        }

        terminal.Out.WriteLine($"第 {line} 行：{source.Lines[line - 1].Trim()}");
        foreach (var decision in PlanExplanation.Of(source, line))
        {
            terminal.Out.WriteLine($"  {decision.Rule,-14}{decision.What}");
        }

        return ExitCode.Done;
    }

    private static int Print(SourceText source, string? format, Terminal terminal)
    {
        var document = PlanParser.Parse(source);
        foreach (var lost in document.Corrections.Where(placed => placed.Fault.Length > 0))
        {
            terminal.Error.WriteLine($"校正没有采用：“{lost.Correction.Line.Words}”（第 {lost.Correction.Line.Ordinal} 处）：{lost.Fault}。");
        }

        switch (format)
        {
            case JsonLines:
                JsonLinesPrinter.Print(document, terminal.Out);
                break;
            case Outline:
                OutlinePrinter.Print(document, terminal.Out);
                break;
            default:
                TreePrinter.Print(document, terminal.Out);
                break;
        }

        return ExitCode.Done;
    }
}
