using System.CommandLine;
using PlanSearch.Cli.Printing;
using PlanSearch.Corpus;
using PlanSearch.Corpus.Answers;

namespace PlanSearch.Cli.Commands;

/// <summary><c>plansearch mentions QUERY</c>: every mention, one by one.</summary>
internal static class MentionsCommand
{
    private const string JsonLines = "jsonl";
    private const string Csv = "csv";

    public static Command Create(Terminal terminal)
    {
        var collection = new CollectionOption();
        var request = new RequestOptions();
        var format = new FormatOption(FormatOption.Text, JsonLines, Csv, FormatOption.Json);
        var file = new Option<FileInfo?>("--out") { Description = "写入文件；全部写完才替换原文件", HelpName = "FILE" };
        var command = new Command("mentions", "逐处查看：列出每一处及其出处；text、jsonl、csv 为全部，json 为一页") { collection, format, file };
        request.AddTo(command);
        command.SetAction((parse, cancellationToken) =>
        {
            var asked = request.Of(parse, withFacets: false);
            using var corpus = PlanCorpus.Open(collection.Of(parse));
            if (parse.GetValue(format) == FormatOption.Json)
            {
                var page = corpus.Mentions(asked, cancellationToken);
                return Task.FromResult(Print(page, asked.Query, terminal, parse.GetValue(file), JsonPrinter.Print));
            }

            var stream = corpus.StreamMentions(asked, cancellationToken);
            return Task.FromResult(Print(stream, asked.Query, terminal, parse.GetValue(file), WriterOf(parse.GetValue(format), terminal)));
        });
        return command;
    }

    private static Action<MentionStream, TextWriter> WriterOf(string? format, Terminal terminal) => format switch
    {
        JsonLines => MentionJsonLines.Write,
        Csv => MentionCsv.Write,
        _ => new MentionPrinter(terminal).Print,
    };

    private static int Print<T>(Outcome<T> outcome, string query, Terminal terminal, FileInfo? file, Action<T, TextWriter> print)
        where T : class
    {
        if (outcome.Value is not { } answer)
        {
            return FaultPrinter.Print(query, outcome.Fault!, terminal.Error);
        }

        if (file is null)
        {
            print(answer, terminal.Out);
        }
        else
        {
            OutputFile.Write(file.FullName, writer => print(answer, writer));
        }

        return ExitCode.Done;
    }
}
