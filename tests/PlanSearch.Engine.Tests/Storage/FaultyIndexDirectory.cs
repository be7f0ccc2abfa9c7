using PlanSearch.Engine.Storage;

namespace PlanSearch.Engine.Tests.Storage;

/// <summary>A directory whose n-th changing step fails, as a full disk would make it, or that step and all after it, as a pulled plug would.</summary>
internal sealed class FaultyIndexDirectory(IndexDirectory inner, int failAt, bool isFatal = false) : IndexDirectory
{
    private int _steps;

    public int Steps => _steps;

    public override string Describe(string name) => inner.Describe(name);

    public override IReadOnlyList<string> List() => inner.List();

    public override Stream Create(string name)
    {
        Step();
        return inner.Create(name);
    }

    public override void Sync(string name)
    {
        Step();
        inner.Sync(name);
    }

    public override void Rename(string from, string to)
    {
        Step();
        inner.Rename(from, to);
    }

    public override void SyncDirectory()
    {
        Step();
        inner.SyncDirectory();
    }

    public override void Delete(string name)
    {
        Step();
        inner.Delete(name);
    }

    public override IndexFile Open(string name) => inner.Open(name);

    public override long Length(string name) => inner.Length(name);

    public override IDisposable? TryHold(string name) => inner.TryHold(name);

    public override bool TryDelete(string name)
    {
        Step();
        return inner.TryDelete(name);
    }

    public override IDisposable Lock() => inner.Lock();

    private void Step()
    {
        var step = Interlocked.Increment(ref _steps);
        if (step == failAt || (isFatal && step > failAt))
        {
            throw new IOException($"step {failAt} fails");
        }
    }
}
