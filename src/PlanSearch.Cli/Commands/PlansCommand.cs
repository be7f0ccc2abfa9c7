using System.Collections.Immutable;
using System.CommandLine;
using PlanSearch.Cli.Options;
using PlanSearch.Cli.Printing;
using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Upkeep;

namespace PlanSearch.Cli.Commands;

/// <summary><c>plansearch plans</c>: what is in the collection.</summary>
internal static class PlansCommand
{
    public static Command Create(Terminal terminal)
    {
        var collection = new CollectionOption(terminal);
        var format = new FormatOption(FormatOption.Text, FormatOption.Json);
        var confirmed = new Option<string?>("--confirmed") { Description = "只看已校核：大纲 outline、表格 tables、规划信息 metadata", HelpName = "PART" };
        confirmed.AcceptOnlyFromAmong([.. OutlineWords.Parts]);
        var command = new Command("plans", "规划一览：已入库的规划和各自的规划信息") { collection, format, confirmed };
        command.SetAction(parse =>
        {
            using var plans = collection.Open(parse);
            using var reader = plans.Read();
            ImmutableArray<PlanSummary> listed =
                parse.GetValue(confirmed) is { } part ? [.. reader.Plans.Where(plan => plan.IsConfirmed(part))] : reader.Plans;
            if (parse.GetValue(format) == FormatOption.Json)
            {
                JsonPrinter.Print(listed, terminal.Out);
            }
            else
            {
                PlansPrinter.Print(reader.Status, listed, terminal.Out);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
