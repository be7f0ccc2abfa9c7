using PlanSearch.Corpus.Ingest;
using PlanSearch.Queries.Requests;
using Spectre.Console;

namespace PlanSearch.Web.Hosting;

/// <summary>Shows how far an ingest has come: a bar on a terminal, a line per file elsewhere.</summary>
internal static class IngestDisplay
{
    public static Outcome<IngestReport> Show(Func<IProgress<IngestProgress>, Outcome<IngestReport>> ingest)
    {
        if (!AnsiConsole.Profile.Out.IsTerminal)
        {
            return ingest(new Teller(step => Console.WriteLine($"入库 {step.Done}/{step.Total} {step.File}")));
        }

        return AnsiConsole.Progress().Start(context =>
        {
            var bar = context.AddTask("入库");
            return ingest(new Teller(step =>
            {
                bar.MaxValue = Math.Max(step.Total, 1);
                bar.Value = step.Done;
            }));
        });
    }

    // Progress<T> would tell from another thread, after the bar has ended.
    private sealed class Teller(Action<IngestProgress> tell) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value) => tell(value);
    }
}
