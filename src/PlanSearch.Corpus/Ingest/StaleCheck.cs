using System.Collections.Immutable;
using PlanSearch.Corpus.Index;
using PlanSearch.Plans.Metadata;
using PlanSearch.Plans.Reading;

namespace PlanSearch.Corpus.Ingest;

/// <summary>Whether a generation is in step with its files, without reading more of them than must be.</summary>
internal sealed class StaleCheck
{
    private readonly CorpusManifest _manifest;
    private readonly ImmutableSortedDictionary<string, string> _versions;
    private readonly Dictionary<string, KnownPlan> _known;
    private readonly HashSet<(string Root, string File)> _failed;

    /// <param name="snapshot">The generation.</param>
    /// <param name="versions">Those of this program.</param>
    public StaleCheck(IPlanSnapshot snapshot, ImmutableSortedDictionary<string, string> versions)
    {
        _manifest = snapshot.Manifest;
        _versions = versions;
        _known = Enumerable.Range(0, snapshot.PlanCount)
            .Select(plan => KnownPlan.Of(snapshot.Facts(plan)))
            .ToDictionary(plan => plan.Id, StringComparer.Ordinal);
        _failed = [.. _manifest.Failures.Zip(_manifest.FailureRoots, (failure, root) => (root, failure.File))];
    }

    /// <param name="roots">The roots as they are now.</param>
    /// <param name="divisions">Loads the divisions: only where there is a metadata table.</param>
    public bool IsStale(ImmutableArray<IngestRoot> roots, Func<DivisionTree> divisions)
    {
        var plan = IngestPlan.Of(roots, _known, isOnly: false);
        var tables = FolderTables.Read(roots, plan.Files, roots.Any(root => root.Tables.Length > 0) ? divisions() : DivisionTree.Empty);
        return !_manifest.Versions.SequenceEqual(_versions)
            || plan.Gone.Length > 0
            || plan.Failures.Any(failure => !_failed.Contains((failure.Root, failure.File)))
            || plan.Files.Any(file => HasChanged(file, tables.DigestOf(file.Id)));
    }

    private bool HasChanged(FoundFile file, string tableDigest)
    {
        if (_failed.Contains((file.Root, file.File)))
        {
            // Few, and a permission given since leaves no trace in size or time: try.
            return FileBytes.Read(file.FullPath).Bytes is { } bytes && PlanReader.Read(bytes).Source is not null;
        }

        if (file.HasLongId && !_known.ContainsKey(file.Id) && _manifest.Warnings.Contains(SameStems.SameText(file)))
        {
            return IsNewer(file.FullPath);
        }

        if (!_known.TryGetValue(file.Id, out var plan) || plan.Root != file.Root || plan.File != file.File)
        {
            return true;
        }

        var sidecar = FileNames.SidecarOf(file.FullPath, file.Id);
        var facts = FileBytes.FactsOf(file.FullPath);
        return !facts.Exists
            || facts.Length != plan.Bytes
            || !PlanLoader.HasTable(plan.FileDigest, tableDigest)
            || Path.Exists(sidecar) != PlanLoader.HasSidecar(plan.FileDigest)
            || ((IsNewer(file.FullPath) || IsNewer(sidecar)) && PlanLoader.DigestOf(file, tableDigest) != plan.FileDigest);
    }

    private bool IsNewer(string path) => FileBytes.FactsOf(path) is { Exists: true } facts && facts.LastWriteTimeUtc >= _manifest.BuiltAt.UtcDateTime;
}
