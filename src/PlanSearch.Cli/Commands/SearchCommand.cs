using System.CommandLine;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Cli.Options;
using PlanSearch.Cli.Printing;

namespace PlanSearch.Cli.Commands;

/// <summary><c>plansearch search QUERY</c>: the sections, boxes and tables that say it, one page of them.</summary>
internal static class SearchCommand
{
    public static Command Create(Terminal terminal)
    {
        var collection = new CollectionOption(terminal);
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
            using var plans = collection.Open(parse);
            using var session = new ReadingSession(plans);
            var (inquiry, unread) = session.Ask(asked.ForRecords(), cancellationToken);
            var (answer, fault) = inquiry?.Records ?? unread!;
            if (answer is null)
            {
                return FaultPrinter.Print(asked.Query, fault!, terminal.Error);
            }

            if (asJson)
            {
                JsonPrinter.Print(answer, terminal.Out);
            }
            else
            {
                new SearchPrinter(terminal).Print(answer);
            }

            await certificate.WriteAsync(parse, inquiry!);
            return ExitCode.Done;
        });
        return command;
    }
}
