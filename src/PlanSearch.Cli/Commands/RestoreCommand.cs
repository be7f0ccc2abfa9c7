using System.CommandLine;
using PlanSearch.Cli.Options;
using PlanSearch.Cli.Printing;
using PlanSearch.Corpus.Upkeep;

namespace PlanSearch.Cli.Commands;

/// <summary><c>plansearch restore FILE</c>: the content of a snapshot as the next generation.</summary>
internal static class RestoreCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "plansearch snapshot 写出的文件" };
        var collection = new CollectionOption(terminal);
        var format = new FormatOption(FormatOption.Text, FormatOption.Json);
        var command = new Command("restore", "恢复：核验快照无误后，作为新的数据版本发布") { file, collection, format };
        command.SetAction((parse, cancellationToken) => Task.Run(
            () =>
            {
                var path = parse.GetRequiredValue(file);
                if (!File.Exists(path))
                {
                    terminal.Error.WriteLine($"找不到 {path}。");
                    return ExitCode.WrongUse;
                }

                var restored = IndexBackup.Restore(collection.Of(parse), path, cancellationToken);
                if (parse.GetValue(format) == FormatOption.Json)
                {
                    JsonPrinter.Print(restored, terminal.Out);
                    return ExitCode.Done;
                }

                terminal.Out.WriteLine($"已恢复为数据版本 {restored.Snapshot.Generation}：{restored.Snapshot.Documents} 份规划。");
                if (restored.SetAside is { } aside)
                {
                    terminal.Out.WriteLine($"原索引无法读取，未删除，移到 {aside}。");
                }

                return ExitCode.Done;
            },
            cancellationToken));
        return command;
    }
}
