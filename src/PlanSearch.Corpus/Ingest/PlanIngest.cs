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
            return Update(divisions, store.Open, firstGeneration: 1, options, request, progress, cancellationToken);
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

    private static Outcome<IngestReport> Update(
        DivisionTree divisions,
        Func<IPlanIndex> openIndex,
        long firstGeneration,
        CorpusOptions options,
        IngestRequest request,
        Action<IngestProgress>? progress,
        CancellationToken cancellationToken)
    {
        using var index = openIndex();
        using var writer = index.OpenWriter();
        using var before = index.OpenNewest();
        var recorder = new ChangeRecorder(writer, before, firstGeneration, options);
        return new IngestRun(options, request, divisions, before, recorder).Execute(progress, cancellationToken);
    }

    /// <summary>
    /// Nothing can be added to an index that cannot be read: a new one is built beside it and takes its place when it is whole.
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
        var outcome = Update(divisions, rebuild.Open, rebuild.FirstGeneration, options, request, progress, cancellationToken);
        if (outcome.Value is { Added.IsEmpty: true } && !request.AllowDrop)
        {
            return RootGuard.NothingToRebuild(request.Roots);
        }

        if (outcome.Value is not { } report)
        {
            return outcome;
        }

        return rebuild.TakePlace() is { } former
            ? report with { Warnings = [.. report.Warnings, $"原索引没有删除，移到 {former}；新索引已核验，不再需要时可删除：rm -r {former}"] }
            : report;
    }

    internal static ImmutableArray<IngestRoot> Look(CorpusOptions options, IEnumerable<string> roots) =>
        [.. roots.Select(root => IngestRoot.Look(root, options.FollowLinks)).DistinctBy(root => root.Path)];
}

/// <summary>What an ingest is asked to do.</summary>
/// <param name="Roots">Folders or single files. A folder is taken with all below it.</param>
/// <param name="Only">Plans of other roots are dropped.</param>
/// <param name="Rebuild">
/// Everything is read and built anew, as one more generation, so that whoever reads continues and takes it up; where the index cannot be
/// read, beside it and swapped, and then from the given roots alone.
/// </param>
public sealed record IngestRequest(ImmutableArray<string> Roots, bool Only = false, bool Rebuild = false)
{
    /// <summary>Whether a root may lose all or more than half of its plans: else it is taken for a folder that is not there.</summary>
    public bool AllowDrop { get; init; }

    /// <summary>Ids of plans whose files were removed on purpose.</summary>
    public ImmutableArray<string> Removing { get; init; } = [];
}
