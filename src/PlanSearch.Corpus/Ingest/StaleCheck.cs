using System.Collections.Immutable;
using PlanSearch.Corpus.Ingest.Files;
using PlanSearch.Corpus.Ingest.Metadata;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;
using PlanSearch.Plans.Files;
using PlanSearch.Plans.Metadata;

namespace PlanSearch.Corpus.Ingest;

/// <summary>Whether a generation is in step with its files, without reading more of them than must be.</summary>
internal sealed class StaleCheck
{
    private readonly CorpusManifest _manifest;
    private readonly ImmutableSortedDictionary<string, string> _versions;
    private readonly Dictionary<string, KnownPlan> _known;
    private readonly HashSet<(string Root, string File)> _failed;
    private readonly Dictionary<(string Root, string File), TwinFile> _twins;

    /// <param name="snapshot">The generation.</param>
    /// <param name="versions">Those of this program.</param>
    public StaleCheck(IPlanSnapshot snapshot, ImmutableSortedDictionary<string, string> versions)
    {
        _manifest = snapshot.Manifest;
        _versions = versions;
        _known = KnownPlan.AllOf(snapshot);
        _twins = _manifest.Twins.ToDictionary(twin => (twin.Root, twin.File));
        _failed = [.. _manifest.Failures.Zip(_manifest.FailureRoots, (failure, root) => (root, failure.File))];
    }

    /// <param name="roots">The roots as they are now.</param>
    /// <param name="divisions">What regions of metadata tables are looked up in.</param>
    public bool IsStale(ImmutableArray<IngestRoot> roots, DivisionTree divisions)
    {
        var plan = IngestPlan.Of(roots, _known, isOnly: false);
        var tables = FolderTables.Read(roots, plan.Files, divisions);
        return !_manifest.Versions.SequenceEqual(_versions)
            || plan.Gone.Length > 0
            || roots.Any(root => root.Leftovers.Length > 0)
            || plan.Failures.Any(failure => !_failed.Contains((failure.Root, failure.File)))
            || _twins.Keys.Any(twin => IsMended(twin, roots, plan))
            || _failed.Any(failed => IsMended(failed, roots, plan))
            || plan.Files.Any(file => HasChanged(file, tables.DigestOf(file.Id)));
    }

    /// <summary>Whether what has failed is there no longer: a file that was taken away, a folder that is back.</summary>
    private static bool IsMended((string Root, string File) failed, ImmutableArray<IngestRoot> roots, IngestPlan plan) =>
        roots.Any(root => root.Owns(failed.Root, failed.File))
        && !plan.Failures.Any(failure => (failure.Root, failure.File) == failed)
        && !plan.Files.Any(file => (file.Root, file.File) == failed);

    private bool HasChanged(FoundFile file, string tableDigest)
    {
        if (_failed.Contains((file.Root, file.File)))
        {
            // Few, and a permission given since leaves no trace in size or time: try.
            return FileBytes.Read(file.FullPath).Bytes is { } bytes && PlanReader.Read(bytes).Source is not null;
        }

        if (!_known.ContainsKey(file.Id) && _twins.TryGetValue((file.Root, file.File), out var twin))
        {
            return FileBytes.LengthOf(file.FullPath) != twin.Bytes
                || (IsOther(file.FullPath, twin.WrittenAt)
                    && PlanLoader.DigestOf(FileBytes.Read(file.FullPath).Bytes ?? []) != twin.FileDigest);
        }

        if (!_known.TryGetValue(file.Id, out var plan) || plan.Root != file.Root || plan.File != file.File)
        {
            return true;
        }

        var sidecar = FileNames.SidecarOf(file.FullPath, file.Id);
        var outline = FileNames.OutlineOf(file.FullPath, file.Id);
        var facts = FileBytes.FactsOf(file.FullPath);
        return !facts.Exists
            || facts.Length != plan.Bytes
            || !PlanLoader.HasTable(plan.FileDigest, tableDigest)
            || Path.Exists(sidecar) != PlanLoader.HasSidecar(plan.FileDigest)
            || Path.Exists(outline) != PlanLoader.HasOutline(plan.FileDigest)
            || ((IsOther(file.FullPath, plan.WrittenAt)
                    || IsOther(sidecar, plan.SidecarWrittenAt)
                    || IsOther(outline, plan.OutlineWrittenAt))
                && PlanLoader.DigestOf(file, tableDigest) != plan.FileDigest);
    }

    /// <summary>
    /// Whether a file may hold something else: of another time than the one that was read, also an older one, or written since the ingest
    /// began.
    /// </summary>
    private bool IsOther(string path, long writtenAt) =>
        FileBytes.WrittenAt(path) is var now && (now != writtenAt || now >= _manifest.BuiltAt.UtcTicks);
}
