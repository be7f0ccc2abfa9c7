using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;
using PlanSearch.OpenSearch.Client;
using PlanSearch.OpenSearch.Generations;

namespace PlanSearch.OpenSearch;

/// <summary>The index of a collection in a cluster, which is connected to once for all that is opened.</summary>
/// <param name="options">The cluster.</param>
/// <remarks>Made once, kept, and disposed of after what it has opened. Safe for any number of threads.</remarks>
public sealed class OpenSearchIndexStore(ClusterOptions options) : IPlanIndexStore, IDisposable
{
    private readonly ClusterConnection _cluster = new(options);

    /// <inheritdoc/>
    public IPlanIndex Open() => new OpenSearchPlanIndex(_cluster);

    /// <summary>Nothing is left over: a head is replaced at once, or not.</summary>
    public void Recover()
    {
    }

    /// <inheritdoc/>
    public IIndexRebuild BeginRebuild() => new ClusterRebuild(_cluster);

    /// <summary>Refused: a cluster has snapshots of its own.</summary>
    /// <exception cref="IndexRefusedException">Always.</exception>
    public BackupReport? Backup(string file, CancellationToken cancellationToken) => throw OwnSnapshots();

    /// <summary>Refused: a cluster has snapshots of its own.</summary>
    /// <exception cref="IndexRefusedException">Always.</exception>
    public RestoreReport Restore(string file, Func<long, CorpusManifest, CorpusManifest> manifestOf, CancellationToken cancellationToken) =>
        throw OwnSnapshots();

    /// <inheritdoc/>
    public CheckReport? Check(CancellationToken cancellationToken)
    {
        using var index = new OpenSearchPlanIndex(_cluster);
        return index.Check(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _cluster.Dispose();

    private IndexRefusedException OwnSnapshots() => ClusterFaults.Refused(
        options,
        $"{options.Place}: a collection in a cluster is backed up and restored by the snapshots of the cluster, see docs/集群部署.md.",
        cause: null);

    private sealed class ClusterRebuild : IIndexRebuild
    {
        private readonly ClusterConnection _cluster;
        private readonly ControlIndex _current;
        private readonly ControlIndex _next;
        private readonly (HeadStamp Stamp, long Newest)? _former;
        private WriterSession? _held;

        public ClusterRebuild(ClusterConnection cluster)
        {
            _cluster = cluster;
            _current = new ControlIndex(Client, Prefix, ControlIndex.Current);
            _next = new ControlIndex(Client, Prefix, ControlIndex.Next);
            try
            {
                // Whoever writes keeps others out; one that cannot be read has no writer, and is replaced only as it is now.
                _held = WriterSession.Begin(Client, _current, CancellationToken.None);
            }
            catch (IndexUnusableException)
            {
                _held = null;
            }

            try
            {
                _former = _current.ReadAny(CancellationToken.None);
                // What was being built lies in indexes of its own, which are in nobody's way.
                _next.Remove(ControlIndex.Next, CancellationToken.None);
            }
            catch
            {
                _held?.End(isClean: true);
                throw;
            }
        }

        public long FirstGeneration => (_former?.Newest ?? 0) + 1;

        /// <summary>Nothing: documents of another format have other fields.</summary>
        public IStoredPlans? Former => null;

        public IPlanIndex Open() => new OpenSearchPlanIndex(_cluster, ControlIndex.Next, FirstGeneration);

        public string? TakePlace()
        {
            using (var index = Open())
            {
                index.OpenNewest()!.Dispose();
            }

            var built = _next.Read(CancellationToken.None)!.Head with { Writer = null };
            if (_held is { } held)
            {
                held.GiveWayTo(built, CancellationToken.None);
                _held = null;
            }
            else if (_current.Replace(_former?.Stamp, built, CancellationToken.None) is null)
            {
                throw new IndexLockedException(_current.Place);
            }

            _next.Remove(ControlIndex.Next, CancellationToken.None);
            return _former is { Newest: > 0 } ? $"{Client.Place}: {Prefix}-plans-*, {Prefix}-texts-*" : null;
        }

        public void Dispose() => _held?.End(isClean: true);

        private ClusterClient Client => _cluster.Client;

        private string Prefix => Client.Options.Prefix;
    }
}
