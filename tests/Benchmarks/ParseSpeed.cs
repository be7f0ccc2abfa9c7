using System.Diagnostics;
using PlanSearch.Plans.Files;
using PlanSearch.Plans.Metadata;
using PlanSearch.Plans.Parsing;

namespace PlanSearch.Benchmarks;

/// <summary>
/// How fast files of text become plans, on one thread, by the processor time of the process: time that others have is not in it.
/// </summary>
internal static class ParseSpeed
{
    private const int Rounds = 7;
    private const double LeastSeconds = 1;

    /// <summary>Prints the median of several rounds for each step, in MB of the files a second.</summary>
    public static void Print(string folder, string reference, TextWriter output)
    {
        var divisions = DivisionTree.Load(reference);
        var files = Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => (Name: Path.GetFileName(file), Bytes: File.ReadAllBytes(file)))
            .Where(file => PlanReader.Read(file.Bytes).Source is not null)
            .ToList();
        var bytes = files.Sum(file => (double)file.Bytes.Length);
        var sources = files.ConvertAll(file => (file.Name, Source: PlanReader.Read(file.Bytes).Source!));
        var plans = sources.ConvertAll(file => (file.Name, Plan: PlanParser.Parse(file.Source)));
        output.WriteLine($"{files.Count} files, {bytes / 1e6:F1} MB");
        void Show(string step, Action once) => output.WriteLine($"{step,-10} {bytes / 1e6 / Median(once),7:F1} MB/s");
        Show("read", () => files.ForEach(file => PlanReader.Read(file.Bytes)));
        Show("parse", () => sources.ForEach(file => PlanParser.Parse(file.Source)));
        Show("metadata", () => plans.ForEach(file => MetadataRecognizer.Recognize(file.Plan, file.Name, divisions)));
    }

    private static double Median(Action once)
    {
        SecondsOf(once);
        return Enumerable.Range(0, Rounds).Select(_ => SecondsOf(once)).Order().ElementAt(Rounds / 2);
    }

    // The clock of the process ticks slowly: a round lasts a second at least. The first, in which the code is compiled, does not count.
    private static double SecondsOf(Action once)
    {
        using var process = Process.GetCurrentProcess();
        var begun = process.TotalProcessorTime;
        var times = 0;
        double seconds;
        do
        {
            once();
            times++;
            process.Refresh();
            seconds = (process.TotalProcessorTime - begun).TotalSeconds;
        }
        while (seconds < LeastSeconds);
        return seconds / times;
    }
}
