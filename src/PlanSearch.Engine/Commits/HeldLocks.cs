using Lucene.Net.Store;

namespace PlanSearch.Engine.Commits;

/// <summary>Lucene's locks over one that is held already: <see cref="Storage.IndexDirectory.Lock"/>, which excludes other processes too.</summary>
/// <remarks>
/// Lucene's own factory excludes nobody in another process on Linux, and takes its lock only after the commit has been chosen.
/// </remarks>
internal sealed class HeldLocks : LockFactory
{
    /// <inheritdoc/>
    public override Lucene.Net.Store.Lock MakeLock(string lockName) => new Held();

    /// <inheritdoc/>
    public override void ClearLock(string lockName)
    {
    }

    private sealed class Held : Lucene.Net.Store.Lock
    {
        public override bool Obtain() => true;

        public override bool IsLocked() => true;

        protected override void Dispose(bool disposing)
        {
        }
    }
}
