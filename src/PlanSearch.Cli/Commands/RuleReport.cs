using PlanSearch.Plans.Files;
using PlanSearch.Plans.Parsing;

namespace PlanSearch.Cli.Commands;

/// <summary><c>segment --rules</c>: how often each rule of the parser decided something, over the files of a folder.</summary>
internal static class RuleReport
{
    /// <summary>
    /// Prints one line a rule: hits, and in how many of the files. A rule that decides in one file only may be fitted to it.
    /// </summary>
    public static int Print(string path, Terminal terminal)
    {
        var hits = new SortedDictionary<string, (int Hits, int Files)>(StringComparer.Ordinal);
        var (read, failed) = (0, 0);
        foreach (var file in FilesOf(path))
        {
            if (PlanReader.Read(File.ReadAllBytes(file)).Source is not { } source)
            {
                failed++;
                terminal.Error.WriteLine($"{file}：未能读取。");
                continue;
            }

            read++;
            foreach (var (rule, count) in PlanExplanation.CountRules(source))
            {
                var before = hits.GetValueOrDefault(rule);
                hits[rule] = (before.Hits + count, before.Files + 1);
            }
        }

        terminal.Out.WriteLine($"规则\t次数\t文件数（共 {read} 份）");
        foreach (var (rule, count) in hits)
        {
            terminal.Out.WriteLine($"{rule}\t{count.Hits}\t{count.Files}");
        }

        return failed == 0 ? ExitCode.Done : ExitCode.DoneWithFailures;
    }

    private static IEnumerable<string> FilesOf(string path) =>
        Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(IsPlan).Order(StringComparer.Ordinal)
            : [path];

    // Tables of metadata and sidecars lie beside the plans.
    private static bool IsPlan(string file) =>
        Path.GetExtension(file).ToLowerInvariant() is not (".csv" or ".xlsx" or ".yaml" or ".yml" or ".json");
}
