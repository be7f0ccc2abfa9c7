using System.CommandLine;
using PlanSearch.Cli.Printing;
using PlanSearch.Corpus;
using PlanSearch.Corpus.Answers;
using PlanSearch.Corpus.Export;
using PlanSearch.Corpus.Export.Word;
using PlanSearch.Corpus.Sampling;

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
        var collection = new CollectionOption();
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

            var asked = request.Of(parse, withFacets: false) with { Sample = sample.Of(parse) };
            var options = collection.Of(parse);
            using var corpus = PlanCorpus.Open(options);
            var (coding, codingFault) = sample.CodingOf(parse);
            var (write, fault) = coding is null ? (null, codingFault)
                : parse.GetValue(format) == Docx ? WordWriterOf(corpus, options, asked, cancellationToken)
                : WriterOf(corpus, asked, coding, parse.GetValue(format), terminal, cancellationToken);
            if (write is null)
            {
                return FaultPrinter.Print(asked.Query, fault!, terminal.Error);
            }

            await (parse.GetValue(file) is { } target ? OutputFile.WriteAsync(target.FullName, write) : write(terminal.OutBytes()));
            await certificate.WriteAsync(parse, corpus, asked, cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>What writes the answer, or why there is none: exactly one of the two is not null.</summary>
    private static (Func<Stream, Task>? Write, RequestFault? Fault) WriterOf(
        PlanCorpus corpus, SearchRequest asked, CodingColumns coding, string? format, Terminal terminal, CancellationToken cancellationToken)
    {
        if (format == FormatOption.Json)
        {
            var page = corpus.Mentions(asked, cancellationToken);
            return (page.Value is { } answer ? JsonPrinter.WriterOf(answer) : null, page.Fault);
        }

        var outcome = corpus.StreamMentions(asked, cancellationToken);
        if (outcome.Value is not { } stream)
        {
            return (null, outcome.Fault);
        }

        stream = stream with { Coding = coding.Names };
        return format switch
        {
            JsonLines => (output => NdjsonExport.WriteAsync(stream, output, cancellationToken), null),
            Csv => (output => CsvExport.WriteAsync(stream, output, cancellationToken), null),
            Xlsx => (output => XlsxExport.WriteAsync(stream, output, cancellationToken), null),
            _ => (new MentionPrinter(terminal).WriterOf(stream), null),
        };
    }

    private static (Func<Stream, Task>? Write, RequestFault? Fault) WordWriterOf(
        PlanCorpus corpus, CorpusOptions options, SearchRequest asked, CancellationToken cancellationToken)
    {
        var (stream, fault) = corpus.StreamMentions(asked, cancellationToken);
        if (stream is null || (fault = MentionWordExport.Refusal(stream.Certificate)) is not null)
        {
            return (null, fault);
        }

        var (template, unusable) = WordTemplate.Of(options);
        return template is null ? (null, unusable) : (output => MentionWordExport.WriteAsync(stream, template, output, cancellationToken), null);
    }
}
