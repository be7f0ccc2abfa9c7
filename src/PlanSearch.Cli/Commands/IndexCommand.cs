using System.CommandLine;
using PlanSearch.Cli.Options;
using PlanSearch.Cli.Printing;
using PlanSearch.Corpus.Ingest;

namespace PlanSearch.Cli.Commands;

/// <summary><c>plansearch index PATH…</c>: brings the index in step with folders of plan files.</summary>
internal static class IndexCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "规划文件，或存放规划文件的文件夹（含其下各级）；不写时取 PlanSearch__Plans",
            Arity = ArgumentArity.ZeroOrMore
        };
        var collection = new CollectionOption(terminal);
        var only = new Option<bool>("--only") { Description = "只保留这些路径下的规划；不写时其他路径的规划保留" };
        var rebuild = new Option<bool>("--rebuild") { Description = "全部重新入库，完成后替换原索引" };
        var allowDrop = new Option<bool>("--allow-drop") { Description = "允许一次移除某个文件夹的全部或半数以上规划；不写时不入库，以防磁盘没有挂载" };
        var followLinks = new Option<bool>("--follow-links") { Description = "采用指向规划文件夹之外的链接；不写时取 PlanSearch__FollowLinks，没有设置时不采用，逐一列名" };
        var bounds = new ChangeLogOptions();
        var format = new FormatOption(FormatOption.Text, FormatOption.Json);
        var command = new Command("index", "入库：新增、替换、移除与文件夹保持一致，未变的跳过")
        {
            paths,
            collection,
            only,
            rebuild,
            allowDrop,
            followLinks,
            format
        };
        bounds.AddTo(command);
        command.SetAction((parse, cancellationToken) => Task.Run(
            () =>
            {
                var roots = parse.GetValue(paths) is { Length: > 0 } named ? named : [.. terminal.Settings().Plans];
                if (roots.Length == 0)
                {
                    terminal.Error.WriteLine("没有写规划文件夹，也没有设置 PlanSearch__Plans。");
                    return ExitCode.WrongUse;
                }

                if (roots.FirstOrDefault(path => !Path.Exists(path)) is { } missing)
                {
                    terminal.Error.WriteLine($"找不到 {missing}。");
                    return ExitCode.WrongUse;
                }

                var request = new IngestRequest([.. roots], parse.GetValue(only), parse.GetValue(rebuild))
                {
                    AllowDrop = parse.GetValue(allowDrop)
                };
                var said = collection.Of(parse);
                var options = said with
                {
                    ChangeLog = bounds.Of(parse) ?? (terminal.Settings().SaysChangeLog ? said.ChangeLog : null),
                    FollowLinks = said.FollowLinks || parse.GetValue(followLinks),
                };
                var (report, refused) = IngestProgressBar.Show(
                    terminal, progress => PlanIngest.Run(options, request, progress, cancellationToken));
                if (report is null)
                {
                    terminal.Error.WriteLine(refused!.Message);
                    return ExitCode.Of(refused.Code);
                }

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
