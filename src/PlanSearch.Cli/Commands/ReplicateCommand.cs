using System.CommandLine;
using PlanSearch.Answers.Json;
using PlanSearch.Answers.Replication;
using PlanSearch.Cli.Options;
using PlanSearch.Cli.Printing;

namespace PlanSearch.Cli.Commands;

/// <summary><c>plansearch replicate FILE</c>: makes a published count again and says what differs, by cause.</summary>
internal static class ReplicateCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<FileInfo>("FILE")
        {
            Description = "检索说明：--certificate 写出的复核单，search、mentions 的 JSON 答案，或 jsonl、ndjson、csv 导出",
        };
        var collection = new CollectionOption(terminal);
        var format = new FormatOption(FormatOption.Text, FormatOption.Json);
        var command = new Command("replicate", "复核：按一份检索说明重新检索，逐项说明与当时有何不同、因何不同；相同以 0 结束，不同以 1 结束") { file, collection, format };
        command.SetAction((parse, cancellationToken) =>
        {
            using var stream = parse.GetRequiredValue(file).OpenRead();
            var (certificate, fault) = CertificateFile.Read(stream);
            if (certificate is null)
            {
                terminal.Error.WriteLine($"{parse.GetRequiredValue(file).FullName}：{fault!.Message}");
                return Task.FromResult(ExitCode.WrongUse);
            }

            using var plans = collection.Open(parse);
            using var reader = plans.Read();
            var report = CertificateComparison.Replicate(reader, certificate, cancellationToken);
            if (parse.GetValue(format) == FormatOption.Json)
            {
                JsonPrinter.Print(report, terminal.Out);
            }
            else
            {
                ReplicationPrinter.Print(report, terminal.Out);
            }

            return Task.FromResult(report.Same ? ExitCode.Done : ExitCode.DoneWithFailures);
        });
        return command;
    }
}
