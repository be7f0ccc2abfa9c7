using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;
using PlanSearch.OpenSearch.Client;
using PlanSearch.OpenSearch.Generations;

namespace PlanSearch.OpenSearch;

/// <summary>The index of a collection in a cluster.</summary>
/// <param name="options">The cluster.</param>
public sealed class OpenSearchIndexStore(ClusterOptions options) : IPlanIndexStore
{
    /// <inheritdoc/>
    public IPlanIndex Open() => new OpenSearchPlanIndex(options);

    /// <summary>Nothing is left over: a head is replaced at once, or not.</summary>
    public void Recover()
    {
    }

    /// <inheritdoc/>
    public IIndexRebuild BeginRebuild() => new Rebuild(options);

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
        using var index = new OpenSearchPlanIndex(options);
        return index.Check(cancellationToken);
    }

    private IndexRefusedException OwnSnapshots() => ClusterFaults.Refused(
        options, $"{options.Place}: a collection in a cluster is backed up and restored by the snapshots of the cluster, see docs/集群部署.md.", cause: null);

    private sealed class Rebuild : IIndexRebuild
    {
        private readonly ClusterOptions _options;
        private readonly ClusterClient _client;
        private readonly ControlIndex _current;
        private readonly ControlIndex _next;
        private readonly (HeadStamp Stamp, long Newest)? _former;
        private WriterSession? _held;

        public Rebuild(ClusterOptions options)
        {
            _options = options;
            _client = new ClusterClient(options);
            _current = new ControlIndex(_client, options.Prefix, ControlIndex.Current);
            _next = new ControlIndex(_client, options.Prefix, ControlIndex.Next);
            try
            {
                // Whoever writes keeps others out; one that cannot be read has no writer, and is replaced only as it is now.
                _held = WriterSession.Begin(_client, _current, CancellationToken.None);
            }
            catch (IndexUnusableException)
            {
                _held = null;
            }

            _former = _current.ReadAny(CancellationToken.None);
            DropUnfinished();
        }

        public long FirstGeneration => (_former?.Newest ?? 0) + 1;

        public IPlanIndex Open() => new OpenSearchPlanIndex(_options, ControlIndex.Next, FirstGeneration);

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
            return _former is { Newest: > 0 } ? $"{_client.Place}: {_options.Prefix}-plans-*, {_options.Prefix}-texts-*" : null;
        }

        public void Dispose()
        {
            _held?.End(isClean: true);
            _client.Dispose();
        }

        // Its indexes are in nobody's way, and have names of their own.
        private void DropUnfinished()
        {
            if (_next.ReadAny(CancellationToken.None) is not null)
            {
                _next.Remove(ControlIndex.Next, CancellationToken.None);
            }
        }
    }
}
