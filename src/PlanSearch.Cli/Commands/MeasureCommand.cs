using System.Collections.Immutable;
using System.CommandLine;
using PlanSearch.Answers.Measuring;
using PlanSearch.Cli.Options;
using PlanSearch.Cli.Printing;

namespace PlanSearch.Cli.Commands;

/// <summary><c>plansearch measure</c>: how long the queries of a file take, operation by operation.</summary>
internal static class MeasureCommand
{
    private const int DefaultRepeat = 200;

    public static Command Create(Terminal terminal)
    {
        var collection = new CollectionOption(terminal);
        var queries = new Option<FileInfo>("--queries")
        {
            Description = "检索词文件，每行一个；A|B 指同一章节中兼有 A 和 B",
            HelpName = "FILE",
            Required = true
        };
        queries.AcceptExistingOnly();
        var repeat = new Option<int>("--repeat") { Description = "每项计时的次数", DefaultValueFactory = _ => DefaultRepeat };
        repeat.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--repeat 至少为 1。");
            }
        });
        var apart = new Option<bool>("--apart") { Description = "逐个检索词连续计时（同类引擎通常的测法）；缺省时各检索词轮流" };
        var format = new FormatOption(FormatOption.Text, FormatOption.Json);
        var command = new Command("measure", "计时：检索、分面和逐处列举各需多久") { collection, queries, repeat, apart, format };
        command.SetAction((parse, cancellationToken) =>
        {
            var file = parse.GetRequiredValue(queries);
            using var plans = collection.Open(parse);
            using var reader = plans.Read();
            var outcome = QueryTimer.Measure(
                reader, [.. File.ReadLines(file.FullName)], parse.GetValue(repeat), parse.GetValue(apart), cancellationToken);
            if (outcome.Value is not { } measured)
            {
                return Task.FromResult(FaultPrinter.Print(file.Name, outcome.Fault!, terminal.Error));
            }

            if (parse.GetValue(format) == FormatOption.Json)
            {
                JsonPrinter.Print(measured, terminal.Out);
            }
            else
            {
                Print(measured.Times, terminal.Out);
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static void Print(ImmutableArray<QueryTimes> times, TextWriter writer)
    {
        foreach (var time in times)
        {
            writer.WriteLine(
                $"{time.Op,-8}  p50 {time.P50 / 1e6,9:0.000} ms  p99 {time.P99 / 1e6,9:0.000} ms  {time.Mentions,8} 处  {time.Q}");
        }
    }
}
