using PlanSearch.Index.Embedded;
using PlanSearch.Index.Port;
using PlanSearch.Index.Storage;
using PlanSearch.Index.Stored;

namespace PlanSearch.Answers.Tests.Changes;

/// <summary>A recorded collection as a store: it is only opened.</summary>
internal sealed class RecordedStore(IndexDirectory disk) : IPlanIndexStore
{
    public IPlanIndex Open() => new EmbeddedPlanIndex(disk, RecordedCollection.Small);

    public void Recover() => throw new NotSupportedException();

    public IIndexRebuild BeginRebuild() => throw new NotSupportedException();

    public BackupReport? Backup(string file, CancellationToken cancellationToken) => throw new NotSupportedException();

    public RestoreReport Restore(string file, Func<long, CorpusManifest, CorpusManifest> manifestOf, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public CheckReport? Check(CancellationToken cancellationToken) => throw new NotSupportedException();
}
