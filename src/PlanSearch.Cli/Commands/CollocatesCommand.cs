using System.CommandLine;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Cli.Options;
using PlanSearch.Cli.Printing;

namespace PlanSearch.Cli.Commands;

/// <summary><c>plansearch collocates QUERY</c>: what is said around the mentions.</summary>
internal static class CollocatesCommand
{
    public static Command Create(Terminal terminal)
    {
        var collection = new CollectionOption(terminal);
        var request = new RequestOptions();
        var format = new FormatOption(FormatOption.Text, FormatOption.Json);
        var command = new Command("collocates", "前后搭配：各处前面、后面和附近是什么词，各有几处，是不是偶然") { collection, format };
        request.AddTo(command);
        command.SetAction(parse =>
        {
            var asked = request.Of(parse, withFacets: false).ForMentions() with { Cursor = null };
            using var plans = collection.Open(parse);
            using var session = new ReadingSession(plans);
            var (inquiry, fault) = session.Ask(asked, CancellationToken.None);
            if (inquiry is null)
            {
                return FaultPrinter.Print(asked.Query, fault!, terminal.Error);
            }

            if (parse.GetValue(format) == FormatOption.Json)
            {
                JsonPrinter.Print(inquiry.Collocates, terminal.Out);
            }
            else
            {
                CollocatePrinter.Print(inquiry.Certificate, inquiry.Company, terminal.Out);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
