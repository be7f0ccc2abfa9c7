using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;

namespace PlanSearch.Corpus.Tests.Upkeep;

/// <summary>A store whose writers publish and then fail, as a disk that is full when what is old is to be removed.</summary>
/// <param name="inner">The store.</param>
internal sealed class LateFaultStore(IPlanIndexStore inner) : IPlanIndexStore
{
    private bool _isSilent;

    /// <summary>What a writer says when it has published.</summary>
    public Func<PlanIndexException> Fault { get; init; } =
        () => new IndexUnwritableException("/data/index", "cannot be written", new IOException("no room", 28));

    /// <summary>Whether a writer publishes before it fails.</summary>
    public bool Publishes { get; init; } = true;

    /// <summary>Whether nothing answers any more once a writer has failed.</summary>
    public bool FallsSilent { get; init; }

    public IPlanIndex Open() => new Index(inner.Open(), this);

    public void Recover() => inner.Recover();

    public IIndexRebuild BeginRebuild() => inner.BeginRebuild();

    public BackupReport? Backup(string file, CancellationToken cancellationToken) => inner.Backup(file, cancellationToken);

    public RestoreReport Restore(string file, Func<long, CorpusManifest, CorpusManifest> manifestOf, CancellationToken cancellationToken) =>
        inner.Restore(file, manifestOf, cancellationToken);

    public CheckReport? Check(CancellationToken cancellationToken) => inner.Check(cancellationToken);

    private sealed class Index(IPlanIndex index, LateFaultStore store) : IPlanIndex
    {
        public long NewestGeneration => index.NewestGeneration;

        public IPlanSnapshot? OpenNewest() =>
            store._isSilent ? throw new IndexUnavailableException("the cluster") : index.OpenNewest();

        public IPlanSnapshot? Open(long generation) => index.Open(generation);

        public IPlanIndexWriter OpenWriter() => new Writer(index.OpenWriter(), store);

        public void Dispose() => index.Dispose();
    }

    private sealed class Writer(IPlanIndexWriter writer, LateFaultStore store) : IPlanIndexWriter
    {
        public void Put(StoredPlan plan, IReadOnlyList<string> texts) => writer.Put(plan, texts);

        public bool Remove(string planId) => writer.Remove(planId);

        public long Keep(string name, StoredPlan plan, IReadOnlyList<string> texts) => writer.Keep(name, plan, texts);

        public void LetGo(string name) => writer.LetGo(name);

        public long Commit(CorpusManifest manifest)
        {
            if (store.Publishes)
            {
                writer.Commit(manifest);
            }

            store._isSilent = store.FallsSilent;
            throw store.Fault();
        }

        public void Dispose() => writer.Dispose();
    }
}
