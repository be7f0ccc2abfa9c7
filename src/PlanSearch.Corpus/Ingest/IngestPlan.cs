using System.Collections.Immutable;
using PlanSearch.Corpus.Ingest.Files;

namespace PlanSearch.Corpus.Ingest;

/// <summary>
/// What an ingest has to do, decided before the first file is opened: which files to read, which plans to drop, what has failed already.
/// </summary>
/// <param name="Files">The files to read, root by root, each id once.</param>
/// <param name="Gone">Ids of plans that the roots no longer hold.</param>
/// <param name="Failures">Whatever was found and is not read.</param>
/// <param name="Warnings">What a person should know of it.</param>
internal sealed record IngestPlan(
    ImmutableArray<FoundFile> Files,
    ImmutableArray<string> Gone,
    ImmutableArray<FailedFile> Failures,
    ImmutableArray<IngestWarning> Warnings)
{
    /// <summary>Decides.</summary>
    /// <param name="roots">The roots as they were found.</param>
    /// <param name="known">What the index holds, by id.</param>
    /// <param name="isOnly">Whether plans of other roots are dropped.</param>
    public static IngestPlan Of(ImmutableArray<IngestRoot> roots, IReadOnlyDictionary<string, KnownPlan> known, bool isOnly)
    {
        var failures = roots.SelectMany(root => root.Failures).ToList();
        var warnings = new List<IngestWarning>();
        var byId = new Dictionary<string, FoundFile>(StringComparer.Ordinal);
        var files = SameStems.Name([.. roots.SelectMany(root => root.Files).DistinctBy(file => file.FullPath)], known);

        // The plan that has an id first: 甲.pdf may be the id of 甲.pdf and the name of 甲.pdf.txt.
        foreach (var file in files.OrderBy(file => IsThePlan(file, known) ? 0 : 1).ThenBy(file => file.HasLongId))
        {
            if (byId.TryGetValue(file.Id, out var first))
            {
                failures.Add(new FailedFile(file.Root, file.File, SameId(file, first.FullPath)));
            }
            else if (known.TryGetValue(file.Id, out var other) && !isOnly && IsHeldElsewhere(other, file, roots))
            {
                failures.Add(new FailedFile(file.Root, file.File, SameId(file, other.FullPath)));
            }
            else
            {
                byId.Add(file.Id, file);
            }
        }

        warnings.AddRange(roots
            .SelectMany(root => root.LongSidecars)
            .Except(files.Where(file => file.HasLongId).SelectMany(file => FileNames.BesideOf(file.File, file.Id)))
            .Select(sidecar => new IngestWarning($"{sidecar}：旁边的规划，编号里没有扩展名，没有采用；请去掉文件名中的扩展名，如 甲.meta.yaml。")));
        var gone = known.Values.Where(plan => !byId.ContainsKey(plan.Id) && IsGone(plan, roots, failures, isOnly)).Select(plan => plan.Id);
        warnings.AddRange(known.Values
            .Where(plan => failures.Exists(failure => failure.Root == plan.Root && failure.File == plan.File) && !byId.ContainsKey(plan.Id))
            .Select(plan => KeptOld(plan.Id)));
        return new IngestPlan(
            [.. files.Where(file => byId.TryGetValue(file.Id, out var taken) && taken == file)],
            [.. gone.Order(StringComparer.Ordinal)],
            [.. failures],
            [.. warnings.OrderBy(warning => warning.Text, StringComparer.Ordinal)]);
    }

    /// <summary>The warning that a plan stays as it was because its file cannot be read now.</summary>
    public static IngestWarning KeptOld(string id) => new($"{id}：文件现在读不出，仍用以前入库的版本。", id);

    private static bool IsThePlan(FoundFile file, IReadOnlyDictionary<string, KnownPlan> known) =>
        known.TryGetValue(file.Id, out var plan) && plan.FullPath == file.FullPath;

    private static string SameId(FoundFile file, string first) =>
        $"与另一文件的标识同为“{file.Id}”，没有入库：{file.FullPath} 与 {first}。请改名。";

    /// <summary>Whether the id belongs to a file of another root, or another file of none given, that is still there.</summary>
    private static bool IsHeldElsewhere(KnownPlan other, FoundFile file, ImmutableArray<IngestRoot> roots) =>
        other.FullPath != file.FullPath && !roots.Any(root => root.Owns(other.Root, other.File)) && Path.Exists(other.FullPath);

    private static bool IsGone(KnownPlan plan, ImmutableArray<IngestRoot> roots, List<FailedFile> failures, bool isOnly)
    {
        if (roots.FirstOrDefault(root => root.Owns(plan.Root, plan.File)) is not { } owner)
        {
            return isOnly;
        }

        return owner.HasLost(plan.File) && !failures.Exists(failure => failure.Root == plan.Root && failure.File == plan.File);
    }
}
