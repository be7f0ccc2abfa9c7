using System.CommandLine;
using PlanSearch.Cli.Options;
using PlanSearch.Cli.Printing;
using PlanSearch.Corpus.Generations;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Cli.Commands;

/// <summary><c>plansearch ledger [PLAN]</c>: the 入库报告 of one plan, or of the collection.</summary>
internal static class LedgerCommand
{
    public static Command Create(Terminal terminal)
    {
        var plan = new Argument<string?>("PLAN") { Description = "规划编号，见 plansearch plans；不写时列出全部", Arity = ArgumentArity.ZeroOrOne };
        var collection = new CollectionOption(terminal);
        var format = new FormatOption(FormatOption.Text, FormatOption.Json);
        var command = new Command("ledger", "入库报告：文字归类、编码、接合、待核事项") { plan, collection, format };
        command.SetAction(parse =>
        {
            using var plans = collection.Open(parse);
            using var reader = plans.Read();
            var asJson = parse.GetValue(format) == FormatOption.Json;
            return parse.GetValue(plan) is { } id
                ? PrintOne(reader.Ledger(id), id, asJson, terminal)
                : PrintAll(reader, asJson, terminal);
        });
        return command;
    }

    private static int PrintOne(Outcome<PlanLedger> outcome, string id, bool asJson, Terminal terminal)
    {
        if (outcome.Value is not { } ledger)
        {
            return FaultPrinter.Print(id, outcome.Fault!, terminal.Error);
        }

        if (asJson)
        {
            JsonPrinter.Print(ledger, terminal.Out);
        }
        else
        {
            LedgerPrinter.Print(ledger, terminal.Out);
        }

        return ExitCode.Done;
    }

    private static int PrintAll(CollectionReader reader, bool asJson, Terminal terminal)
    {
        var ledgers = reader.Plans.Select(plan => reader.Ledger(plan.Id).Value!).ToList();
        if (asJson)
        {
            JsonPrinter.Print(ledgers, terminal.Out);
        }
        else
        {
            LedgerPrinter.PrintAll(reader.Status, ledgers, terminal.Out);
        }

        return ExitCode.Done;
    }
}
