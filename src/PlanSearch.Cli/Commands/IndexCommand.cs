using System.CommandLine;
using PlanSearch.Cli.Printing;
using PlanSearch.Corpus.Ingest;

namespace PlanSearch.Cli.Commands;

/// <summary><c>plansearch index PATH…</c>: brings the index in step with folders of plan files.</summary>
internal static class IndexCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = new Argument<string[]>("PATH") { Description = "规划文件，或存放规划文件的文件夹（含其下各级）", Arity = ArgumentArity.OneOrMore };
        var collection = new CollectionOption(terminal);
        var only = new Option<bool>("--only") { Description = "只保留这些路径下的规划；不写时其他路径的规划保留" };
        var rebuild = new Option<bool>("--rebuild") { Description = "全部重新入库，完成后替换原索引" };
        var bounds = new ChangeLogOptions();
        var format = new FormatOption(FormatOption.Text, FormatOption.Json);
        var command = new Command("index", "入库：新增、替换、移除与文件夹保持一致，未变的跳过") { paths, collection, only, rebuild, format };
        bounds.AddTo(command);
        command.SetAction((parse, cancellationToken) => Task.Run(
            () =>
            {
                var roots = parse.GetRequiredValue(paths);
                if (roots.FirstOrDefault(path => !Path.Exists(path)) is { } missing)
                {
                    terminal.Error.WriteLine($"找不到 {missing}。");
                    return ExitCode.WrongUse;
                }

                var request = new IngestRequest([.. roots], parse.GetValue(only), parse.GetValue(rebuild));
                var options = collection.Of(parse) with { ChangeLog = bounds.Of(parse) };
                var report = IngestProgressBar.Show(terminal, progress => PlanIngest.Run(options, request, progress, cancellationToken));
                if (parse.GetValue(format) == FormatOption.Json)
                {
                    JsonPrinter.Print(report, terminal.Out);
                }
                else
                {
                    IngestPrinter.Print(report, terminal.Out);
                }

                return report.Failures.IsEmpty ? ExitCode.Done : ExitCode.DoneWithFailures;
            },
            cancellationToken));
        return command;
    }
}
