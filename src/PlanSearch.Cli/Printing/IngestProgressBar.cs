using PlanSearch.Corpus.Ingest;
using PlanSearch.Queries.Requests;
using Spectre.Console;

namespace PlanSearch.Cli.Printing;

/// <summary>Shows how far an ingest has come: a bar where a person watches, a line now and then elsewhere.</summary>
internal static class IngestProgressBar
{
    private const int FilesPerLine = 100;

    /// <summary>Runs the ingest and hands on its report.</summary>
    public static Outcome<IngestReport> Show(Terminal terminal, Func<Action<IngestProgress>, Outcome<IngestReport>> ingest)
    {
        if (!terminal.IsAttended)
        {
            return ingest(step =>
            {
                if (step.Done % FilesPerLine == 0)
                {
                    terminal.Error.WriteLine($"已处理 {step.Done}/{step.Total}");
                }
            });
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        return console.Progress().AutoClear(enabled: true).Start(context =>
        {
            var bar = context.AddTask("入库");
            return ingest(step =>
            {
                bar.MaxValue = Math.Max(step.Total, 1);
                bar.Value = step.Done;
            });
        });
    }
}
