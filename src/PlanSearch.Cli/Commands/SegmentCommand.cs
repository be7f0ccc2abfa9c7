using System.CommandLine;
using PlanSearch.Plans.Parsing;
using PlanSearch.Plans.Printing;
using PlanSearch.Plans.Reading;

namespace PlanSearch.Cli.Commands;

/// <summary><c>plansearch segment FILE</c>: shows how one plan file is cut, without any index.</summary>
internal static class SegmentCommand
{
    private const string Tree = "tree";
    private const string JsonLines = "jsonl";

    public static Command Create(Terminal terminal)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "规划文件" };
        var format = new FormatOption(Tree, JsonLines);
        var command = new Command("segment", "切分：看一份规划被切成怎样的章节、专栏和段落") { file, format };
        command.SetAction(parse =>
        {
            var path = parse.GetRequiredValue(file).FullName;
            if (!File.Exists(path))
            {
                terminal.Error.WriteLine($"找不到 {path}。");
                return ExitCode.WrongUse;
            }

            var read = PlanReader.Read(File.ReadAllBytes(path));
            if (read.Source is not { } source)
            {
                terminal.Error.WriteLine($"{path}：{read.Failure?.Message}");
                return ExitCode.DoneWithFailures;
            }

            Print(PlanParser.Parse(source), parse.GetValue(format), terminal.Out);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(Plans.PlanDocument document, string? format, TextWriter writer)
    {
        if (format == JsonLines)
        {
            JsonLinesPrinter.Print(document, writer);
        }
        else
        {
            TreePrinter.Print(document, writer);
        }
    }
}
