using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;

namespace PlanSearch.Corpus.Tests.Upkeep;

/// <summary>A store whose writers publish and then fail, as a disk that is full when what is old is to be removed.</summary>
internal sealed class LateFaultStore(IPlanIndexStore inner) : IPlanIndexStore
{
    public IPlanIndex Open() => new Index(inner.Open());

    public void Recover() => inner.Recover();

    public IIndexRebuild BeginRebuild() => inner.BeginRebuild();

    public BackupReport? Backup(string file, CancellationToken cancellationToken) => inner.Backup(file, cancellationToken);

    public RestoreReport Restore(string file, Func<long, CorpusManifest, CorpusManifest> manifestOf, CancellationToken cancellationToken) =>
        inner.Restore(file, manifestOf, cancellationToken);

    public CheckReport? Check(CancellationToken cancellationToken) => inner.Check(cancellationToken);

    private sealed class Index(IPlanIndex index) : IPlanIndex
    {
        public long NewestGeneration => index.NewestGeneration;

        public IPlanSnapshot? OpenNewest() => index.OpenNewest();

        public IPlanSnapshot? Open(long generation) => index.Open(generation);

        public IPlanIndexWriter OpenWriter() => new Writer(index.OpenWriter());

        public void Dispose() => index.Dispose();
    }

    private sealed class Writer(IPlanIndexWriter writer) : IPlanIndexWriter
    {
        public void Put(StoredPlan plan, IReadOnlyList<string> texts) => writer.Put(plan, texts);

        public bool Remove(string planId) => writer.Remove(planId);

        public long Keep(string name, StoredPlan plan, IReadOnlyList<string> texts) => writer.Keep(name, plan, texts);

        public void LetGo(string name) => writer.LetGo(name);

        public long Commit(CorpusManifest manifest)
        {
            writer.Commit(manifest);
            throw new IndexUnwritableException("/data/index", "cannot be written", new IOException("no room", 28));
        }

        public void Dispose() => writer.Dispose();
    }
}
