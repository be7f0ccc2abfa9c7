using System.Collections.Immutable;
using PlanSearch.Corpus.Ingest.Files;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Corpus.Ingest;

/// <summary>
/// Tells a folder that was emptied from one that is not there: a drive that is not mounted, a folder that was moved away.
/// </summary>
internal static class RootGuard
{
    /// <summary>The code of an ingest that would drop too much.</summary>
    public const string ShrunkCode = FaultKinds.RootShrunk;

    /// <summary>The code of a folder that an index has plans from and that is not there.</summary>
    public const string MissingCode = FaultKinds.RootMissing;

    private const string Remedy = "请检查磁盘是否已挂载、文件夹是否被移走；改名、挪动文件也算移除。确要移除，命令行加 --allow-drop，接口加 allowDrop=true。";

    /// <summary>The fault of an ingest that would drop all plans of a root, or more than half of them; null when it may continue.</summary>
    /// <param name="roots">The roots as they were found.</param>
    /// <param name="known">What the index holds.</param>
    /// <param name="gone">Ids of what it would drop.</param>
    /// <param name="request">What was asked for: plans that are removed by name are not lost.</param>
    public static RequestFault? FaultOf(
        ImmutableArray<IngestRoot> roots, IReadOnlyCollection<KnownPlan> known, ImmutableArray<string> gone, IngestRequest request)
    {
        if (request.AllowDrop)
        {
            return null;
        }

        var lost = gone.Except(request.Removing).ToHashSet(StringComparer.Ordinal);
        foreach (var root in roots.Where(root => root.Exists))
        {
            var plans = known.Where(plan => root.Owns(plan.Root, plan.File) && !request.Removing.Contains(plan.Id)).ToList();
            var losing = plans.Count(plan => lost.Contains(plan.Id));
            if (losing * 2 > plans.Count)
            {
                return new RequestFault(
                    ShrunkCode,
                    $"规划文件夹 {root.Path} 里以前入库的 {plans.Count} 份规划只剩 {plans.Count - losing} 份（将移除 {losing} 份），没有入库，索引照旧。{Remedy}");
            }
        }

        return null;
    }

    /// <summary>
    /// The fault of a rebuild that found nothing, while the index before it cannot be read and so cannot say what is lost.
    /// </summary>
    public static RequestFault NothingToRebuild(ImmutableArray<string> roots) => new(
        ShrunkCode, $"原索引不能使用，而 {string.Join("、", roots)} 里没有可以入库的规划，没有重建。{Remedy}");

    /// <summary>The fault of a change in a folder that is not there.</summary>
    public static RequestFault Missing(string root) => new(
        MissingCode, $"规划文件夹 {root} 不在了，没有修改。请检查磁盘是否已挂载、文件夹是否被移走；恢复之后再试。");
}
