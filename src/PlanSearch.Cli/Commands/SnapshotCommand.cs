using System.CommandLine;
using PlanSearch.Cli.Options;
using PlanSearch.Cli.Printing;
using PlanSearch.Corpus.Upkeep;

namespace PlanSearch.Cli.Commands;

/// <summary><c>plansearch snapshot FILE</c>: one consistent generation in one file.</summary>
internal static class SnapshotCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "快照文件（tar），须尚不存在" };
        var collection = new CollectionOption(terminal);
        var format = new FormatOption(FormatOption.Text, FormatOption.Json);
        var command = new Command("snapshot", "备份：把最新的数据版本写入一个文件；检索和入库可照常进行") { file, collection, format };
        command.SetAction((parse, cancellationToken) => Task.Run(
            () =>
            {
                var path = parse.GetRequiredValue(file);
                if (Path.Exists(path))
                {
                    terminal.Error.WriteLine($"{path} 已存在，未改动；请换一个文件名。");
                    return ExitCode.WrongUse;
                }

                var written = IndexBackup.Snapshot(collection.Of(parse), path, cancellationToken);
                if (parse.GetValue(format) == FormatOption.Json)
                {
                    JsonPrinter.Print(written, terminal.Out);
                }
                else
                {
                    terminal.Out.WriteLine(
                        $"数据版本 {written.Generation} 已写入 {path}：{written.Documents} 份规划，{written.Files} 个文件，{written.Bytes} 字节。");
                }

                return ExitCode.Done;
            },
            cancellationToken));
        return command;
    }
}
