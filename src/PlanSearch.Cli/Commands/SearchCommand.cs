using System.CommandLine;
using PlanSearch.Cli.Printing;
using PlanSearch.Corpus;

namespace PlanSearch.Cli.Commands;

/// <summary><c>plansearch search QUERY</c>: the sections, boxes and tables that say it, one page of them.</summary>
internal static class SearchCommand
{
    public static Command Create(Terminal terminal)
    {
        var collection = new CollectionOption();
        var request = new RequestOptions();
        var format = new FormatOption(FormatOption.Text, FormatOption.Json);
        var command = new Command("search", "检索：列出提到它的章节、专栏和表格") { collection, format };
        var certificate = new CertificateOption();
        command.Add(certificate);
        request.AddTo(command);
        command.SetAction(async (parse, cancellationToken) =>
        {
            var asJson = parse.GetValue(format) == FormatOption.Json;
            var asked = request.Of(parse, withFacets: asJson);
            using var corpus = PlanCorpus.Open(collection.Of(parse));
            var outcome = corpus.Search(asked, cancellationToken);
            if (outcome.Value is not { } answer)
            {
                return FaultPrinter.Print(asked.Query, outcome.Fault!, terminal.Error);
            }

            if (asJson)
            {
                JsonPrinter.Print(answer, terminal.Out);
            }
            else
            {
                new SearchPrinter(terminal).Print(answer);
            }

            await certificate.WriteAsync(parse, corpus, asked, cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }
}
