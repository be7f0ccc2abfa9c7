using PlanSearch.Corpus.Ingest;
using PlanSearch.Queries.Requests;
using Spectre.Console;

namespace PlanSearch.Web.Hosting;

/// <summary>Shows how far an ingest has come: a bar on a terminal, a line per file elsewhere.</summary>
internal static class IngestDisplay
{
    public static Outcome<IngestReport> Show(Func<Action<IngestProgress>, Outcome<IngestReport>> ingest)
    {
        if (!AnsiConsole.Profile.Out.IsTerminal)
        {
            return ingest(step => Console.WriteLine($"入库 {step.Done}/{step.Total} {step.File}"));
        }

        return AnsiConsole.Progress().Start(context =>
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
