using System.CommandLine;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Answers.Mentions;
using PlanSearch.Cli.Options;
using PlanSearch.Cli.Printing;
using PlanSearch.Corpus;
using PlanSearch.Export.Tables;
using PlanSearch.Export.Word;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Cli.Commands;

/// <summary><c>plansearch mentions QUERY</c>: every mention, one by one.</summary>
internal static class MentionsCommand
{
    private const string JsonLines = "jsonl";
    private const string Csv = "csv";
    private const string Xlsx = "xlsx";
    private const string Docx = "docx";

    public static Command Create(Terminal terminal)
    {
        var collection = new CollectionOption(terminal);
        var request = new RequestOptions();
        var format = new FormatOption(FormatOption.Text, JsonLines, Csv, Xlsx, Docx, FormatOption.Json);
        var file = new Option<FileInfo?>("--out") { Description = "写入文件；全部写完才替换原文件", HelpName = "FILE" };
        var command = new Command("mentions", "逐处查看：列出每一处及其出处；text、jsonl、csv、xlsx 为全部，docx 为全部但有上限，json 为一页") { collection, format, file };
        var certificate = new CertificateOption();
        command.Add(certificate);
        var sample = new SampleOptions();
        sample.AddTo(command);
        request.AddTo(command);
        command.SetAction(async (parse, cancellationToken) =>
        {
            if (parse.GetValue(format) is (Xlsx or Docx) and var binary && parse.GetValue(file) is null)
            {
                await terminal.Error.WriteLineAsync($"{binary} 不是文字，不能显示在终端上：请加 --out FILE。");
                return ExitCode.WrongUse;
            }

            var named = parse.GetValue(format);
            var asked = request.Of(parse, withFacets: false).ForMentions() with { Sample = sample.Of(parse) };
            var (coding, codingFault) = sample.CodingOf(parse);
            if (coding is null)
            {
                return FaultPrinter.Print(asked.Query, codingFault!, terminal.Error);
            }

            var options = collection.Of(parse);
            using var plans = collection.Open(parse);
            using var session = new ReadingSession(plans);
            // Only a page continues where another ended.
            var (inquiry, unread) = session.Ask(named == FormatOption.Json ? asked : asked with { Cursor = null }, cancellationToken);
            var (write, fault) = inquiry is null ? unread!
                : named == FormatOption.Json
                    ? inquiry.Mentions(MentionOrder.Document).Then<Func<Stream, Task>>(page => JsonPrinter.WriterOf(page))
                : named == Docx ? WordWriterOf(inquiry, options, cancellationToken)
                : WriterOf(inquiry.Stream() with { Coding = coding.Names }, named, terminal, cancellationToken);
            if (write is null)
            {
                return FaultPrinter.Print(asked.Query, fault!, terminal.Error);
            }

            await (parse.GetValue(file) is { } target ? OutputFile.WriteAsync(target.FullName, write) : write(terminal.OutBytes()));
            await certificate.WriteAsync(parse, inquiry!);
            return ExitCode.Done;
        });
        return command;
    }

    private static Outcome<Func<Stream, Task>> WriterOf(
        MentionStream stream, string? format, Terminal terminal, CancellationToken cancellationToken) => format switch
        {
            JsonLines => new Func<Stream, Task>(output => NdjsonExport.WriteAsync(stream, output, cancellationToken)),
            Csv => new Func<Stream, Task>(output => CsvExport.WriteAsync(stream, output, cancellationToken)),
            Xlsx => new Func<Stream, Task>(output => XlsxExport.WriteAsync(stream, output, cancellationToken)),
            _ => new MentionPrinter(terminal).WriterOf(stream),
        };

    private static Outcome<Func<Stream, Task>> WordWriterOf(Inquiry inquiry, CorpusOptions options, CancellationToken cancellationToken)
    {
        var stream = inquiry.Stream();
        return MentionWordExport.Refusal(stream.Certificate) is { } refusal
            ? refusal
            : WordTemplate.Of(options).Then<Func<Stream, Task>>(
                template => new Func<Stream, Task>(output => MentionWordExport.WriteAsync(stream, template, output, cancellationToken)));
    }
}
