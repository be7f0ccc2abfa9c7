using System.CommandLine;
using PlanSearch.Cli.Printing;
using PlanSearch.Corpus;

namespace PlanSearch.Cli.Commands;

/// <summary><c>plansearch plans</c>: what is in the collection.</summary>
internal static class PlansCommand
{
    public static Command Create(Terminal terminal)
    {
        var collection = new CollectionOption();
        var format = new FormatOption(FormatOption.Text, FormatOption.Json);
        var command = new Command("plans", "规划一览：已入库的规划和各自的题录") { collection, format };
        command.SetAction(parse =>
        {
            using var corpus = PlanCorpus.Open(collection.Of(parse));
            if (parse.GetValue(format) == FormatOption.Json)
            {
                JsonPrinter.Print(corpus.Plans, terminal.Out);
            }
            else
            {
                PlansPrinter.Print(corpus.Status, corpus.Plans, terminal.Out);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
