using System.Collections.Immutable;
using PlanSearch.Corpus.Changes;
using PlanSearch.Corpus.Ingest.Files;
using PlanSearch.Index.Port;
using PlanSearch.Plans.Metadata;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Corpus.Ingest;

/// <summary>Folders of plan files -> a published generation of the index.</summary>
public static class PlanIngest
{
    /// <summary>Brings the index in step with the roots: adds, replaces, drops what is gone, skips what has not changed.</summary>
    /// <param name="options">Where the collection lies.</param>
    /// <param name="request">Which roots, and how.</param>
    /// <param name="progress">Told after each file; may be null.</param>
    /// <param name="cancellationToken">Ends it between files; nothing is published then.</param>
    /// <remarks>
    /// A file that cannot be read is a named failure of the report, never an exception. Nothing is visible before the commit.
    /// Where other versions of parser, fold or divisions built the index, all its roots are read again, not only those given.
    /// </remarks>
    /// <returns>What became of the files; a fault, and then nothing has changed: root_shrunk when a root has lost all or more than half of
    /// its plans, reference_invalid when the divisions cannot be read.</returns>
    /// <exception cref="IndexLockedException">Another process writes this index.</exception>
    /// <exception cref="IndexDamagedException">The index is damaged: <see cref="IngestRequest.Rebuild"/> builds it anew.</exception>
    /// <exception cref="IndexVersionException">
    /// Another version of the format, or of the schema: <see cref="IngestRequest.Rebuild"/> as well.
    /// </exception>
    /// <exception cref="IndexUnwritableException">
    /// The disk is full, or the folder may not be written to; what was published continues being served.
    /// </exception>
    public static Outcome<IngestReport> Run(
        CorpusOptions options, IngestRequest request, Action<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(request);
        var store = options.Store;
        store.Recover();
        var (divisions, fault) = ReferenceDivisions.Of(options);
        if (divisions is null)
        {
            // Read without divisions, every plan would lose its region.
            return fault!;
        }

        try
        {
            using var index = store.Open();
            using var writer = index.OpenWriter();
            using var before = index.OpenNewest();
            var recorder = new ChangeRecorder(writer, before, firstGeneration: 1, options);
            return new IngestRun(options, request, divisions, before, recorder).Execute(progress, cancellationToken);
        }
        catch (IndexUnusableException) when (request.Rebuild)
        {
            return BuildBeside(divisions, store, options, request, progress, cancellationToken);
        }
    }

    /// <summary>Whether the index is missing, of other versions, or not in step with the roots (by size, time and digest).</summary>
    /// <remarks>A file of the same size and time counts as unchanged; <see cref="Run"/> compares digests and misses nothing.</remarks>
    /// <exception cref="IndexDamagedException">The index is damaged.</exception>
    public static bool IsStale(CorpusOptions options, ImmutableArray<string> roots)
    {
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            using var index = options.Store.Open();
            using var snapshot = index.OpenNewest();
            return snapshot is null
                || new StaleCheck(snapshot, IngestVersions.Of(options.ReferenceDirectory)).IsStale(
                    Look(options, roots), ReferenceDivisions.Of(options).Value ?? DivisionTree.Empty);
        }
        catch (IndexVersionException)
        {
            // Written by another version of this program: exactly what the caller asks about.
            return true;
        }
    }

    /// <summary>
    /// Nothing can be added to an index that cannot be searched: a new one is built beside it and takes its place when it is whole. Where
    /// its texts can still be read, the new one continues it, with its changes and whatever is not read anew.
    /// </summary>
    private static Outcome<IngestReport> BuildBeside(
        DivisionTree divisions,
        IPlanIndexStore store,
        CorpusOptions options,
        IngestRequest request,
        Action<IngestProgress>? progress,
        CancellationToken cancellationToken)
    {
        using var rebuild = store.BeginRebuild();
        var outcome = Build(divisions, rebuild, options, request, progress, cancellationToken);
        if (outcome.Value is not { } report)
        {
            return outcome;
        }

        if (report.Added.IsEmpty && report.Replaced.IsEmpty && rebuild.Former is not { PlanCount: 0 } && !request.AllowDrop)
        {
            return RootGuard.NothingToRebuild(request.Roots);
        }

        List<string> warnings = [.. report.Warnings];
        if (rebuild.Former is null && rebuild.FirstGeneration > 1)
        {
            warnings.Add($"原索引的内容读不出来，变化记录从数据版本{report.Generation}重新开始，since 更早的订阅答 410");
        }

        if (rebuild.TakePlace() is { } former)
        {
            warnings.Add($"原索引没有删除，移到 {former}；新索引已核验，不再需要时可删除：rm -r {former}");
        }

        return report with { Warnings = [.. warnings] };
    }

    private static Outcome<IngestReport> Build(
        DivisionTree divisions,
        IIndexRebuild rebuild,
        CorpusOptions options,
        IngestRequest request,
        Action<IngestProgress>? progress,
        CancellationToken cancellationToken)
    {
        using var index = rebuild.Open();
        using var empty = index.OpenWriter();
        IPlanIndexWriter writer = rebuild.Former is { } former ? new ReplacementWriter(empty, former) : empty;
        var recorder = new ChangeRecorder(writer, rebuild.Former, rebuild.FirstGeneration, options);
        return new IngestRun(options, request, divisions, rebuild.Former, recorder).Execute(progress, cancellationToken);
    }

    internal static ImmutableArray<IngestRoot> Look(CorpusOptions options, IEnumerable<string> roots) =>
        [.. roots.Select(root => IngestRoot.Look(root, options.FollowLinks)).DistinctBy(root => root.Path)];
}

/// <summary>What an ingest is asked to do.</summary>
/// <param name="Roots">Folders or single files. A folder is taken with all below it.</param>
/// <param name="Only">Plans of other roots are dropped.</param>
/// <param name="Rebuild">
/// Everything is read and built anew, as one more generation, so that whoever reads continues and takes it up; where the index cannot be
/// searched, beside it and swapped; where not even its texts can be read, from the given roots alone.
/// </param>
public sealed record IngestRequest(ImmutableArray<string> Roots, bool Only = false, bool Rebuild = false)
{
    /// <summary>Whether a root may lose all or more than half of its plans: else it is taken for a folder that is not there.</summary>
    public bool AllowDrop { get; init; }

    /// <summary>Ids of plans whose files were removed on purpose.</summary>
    public ImmutableArray<string> Removing { get; init; } = [];
}
