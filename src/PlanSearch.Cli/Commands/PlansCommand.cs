using System.CommandLine;
using PlanSearch.Cli.Options;
using PlanSearch.Cli.Printing;

namespace PlanSearch.Cli.Commands;

/// <summary><c>plansearch plans</c>: what is in the collection.</summary>
internal static class PlansCommand
{
    public static Command Create(Terminal terminal)
    {
        var collection = new CollectionOption(terminal);
        var format = new FormatOption(FormatOption.Text, FormatOption.Json);
        var command = new Command("plans", "规划一览：已入库的规划和各自的规划信息") { collection, format };
        command.SetAction(parse =>
        {
            using var plans = collection.Open(parse);
            using var reader = plans.Read();
            if (parse.GetValue(format) == FormatOption.Json)
            {
                JsonPrinter.Print(reader.Plans, terminal.Out);
            }
            else
            {
                PlansPrinter.Print(reader.Status, reader.Plans, terminal.Out);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
