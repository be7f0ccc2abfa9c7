using System.Collections.Immutable;
using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Ingest;
using PlanSearch.Index.Stored;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Corpus.Upkeep;

/// <summary>The folders of plans of a service: ingested, and watched for whether they still are what the index was made from.</summary>
/// <remarks>Safe for any number of threads.</remarks>
/// <param name="options">Where the collection lies.</param>
/// <param name="roots">The folders, absolute.</param>
public sealed class PlanFolders(CorpusOptions options, ImmutableArray<string> roots)
{
    private volatile bool _wasRefused;

    /// <summary>See <see cref="PlanIngest.Run"/>; that it was refused is remembered until one was not.</summary>
    public Outcome<IngestReport> Ingest(IngestRequest request, Action<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        var outcome = PlanIngest.Run(options, request, progress, cancellationToken);
        _wasRefused = outcome.Fault is not null;
        return outcome;
    }

    /// <summary>Why the folders cannot be those the index was made from; null when they can.</summary>
    /// <remarks>
    /// Cheap unless an ingest was refused: a folder that is gone or holds nothing is seen at once, one that has merely lost much at the
    /// next ingest.
    /// </remarks>
    /// <param name="reader">The newest generation, whole.</param>
    public RequestFault? FaultOf(CollectionReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var snapshot = reader.View.Snapshot;
        if (roots.FirstOrDefault(root => !Directory.Exists(root) && snapshot.Manifest.Roots.Contains(root)) is { } missing)
        {
            return RootGuard.Missing(missing);
        }

        if (!_wasRefused && roots.All(HoldsSomething))
        {
            return null;
        }

        var known = KnownPlan.AllOf(snapshot);
        var found = PlanIngest.Look(options, roots);
        return RootGuard.FaultOf(found, known.Values, IngestPlan.Of(found, known, isOnly: false).Gone, new IngestRequest(roots));
    }

    /// <summary>The fault of a folder that is not there though the index knows it; null for one that is there, or is new.</summary>
    internal RequestFault? MissingOf(string root)
    {
        if (Directory.Exists(root))
        {
            return null;
        }

        using var index = options.Store.Open();
        using var snapshot = index.OpenNewest();
        return snapshot?.Manifest.Roots.Contains(root) == true ? RootGuard.Missing(root) : null;
    }

    /// <summary>The file that would be the plan of an id if the one that is went; null when there is none.</summary>
    internal string? SuccessorOf(StoredPlan plan)
    {
        using var index = options.Store.Open();
        using var snapshot = index.OpenNewest();
        var left = PlanIngest.Look(options, roots)
            .SelectMany(root => root.Files)
            .DistinctBy(file => file.FullPath)
            .Where(file => file.FullPath != Path.Combine(plan.Root, plan.File));
        return SameStems.Name([.. left], KnownPlan.AllOf(snapshot)).FirstOrDefault(file => file.Id == plan.Id)?.FullPath;
    }

    private static bool HoldsSomething(string root) => !Directory.Exists(root) || Directory.EnumerateFileSystemEntries(root).Any();
}
