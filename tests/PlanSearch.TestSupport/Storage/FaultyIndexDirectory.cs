using PlanSearch.Index.Storage;

namespace PlanSearch.TestSupport.Storage;

/// <summary>
/// A directory whose n-th changing step fails, as a full disk would make it, or that step and all after it, as a pulled plug would.
/// </summary>
/// <param name="inner">What it works on.</param>
/// <param name="steps">Counts the steps; several directories may share it.</param>
public sealed class FaultyIndexDirectory(IndexDirectory inner, FaultSteps steps) : IndexDirectory
{
    public FaultyIndexDirectory(IndexDirectory inner, int failAt, bool isFatal = false)
        : this(inner, new FaultSteps(failAt, isFatal))
    {
    }

    public int Steps => steps.Count;

    public bool HasFailed => steps.HasFailed;

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

    public override long Stamp(string name) => inner.Stamp(name);

    public override IDisposable? TryHold(string name) => inner.TryHold(name);

    public override bool TryDelete(string name)
    {
        Step();
        return inner.TryDelete(name);
    }

    public override IDisposable Lock() => inner.Lock();

    private void Step() => steps.Next();
}

/// <summary>Counts steps that change something, and fails one.</summary>
/// <param name="failAt">The step that fails, from 1.</param>
/// <param name="isFatal">Whether all after it fail too.</param>
public sealed class FaultSteps(int failAt, bool isFatal)
{
    private int _count;

    public int Count => _count;

    public bool HasFailed => _count >= failAt;

    /// <exception cref="IOException">This is the step.</exception>
    public void Next()
    {
        var step = Interlocked.Increment(ref _count);
        if (step == failAt || (isFatal && step > failAt))
        {
            throw new IOException($"step {failAt} fails");
        }
    }
}
