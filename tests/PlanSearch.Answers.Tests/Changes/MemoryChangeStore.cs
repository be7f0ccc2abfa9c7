using PlanSearch.Index.Embedded;
using PlanSearch.Index.Port;
using PlanSearch.Index.Storage;
using PlanSearch.TestSupport.Storage;

namespace PlanSearch.Answers.Tests.Changes;

/// <summary>Former versions in memory; every step that changes something can be made to fail.</summary>
internal sealed class MemoryChangeStore : IFormerIndexes
{
    private readonly Dictionary<string, IndexDirectory> _disks;
    private readonly Func<IndexDirectory> _newDisk;

    public MemoryChangeStore(Func<IndexDirectory>? newDisk = null)
        : this([], newDisk)
    {
    }

    private MemoryChangeStore(Dictionary<string, IndexDirectory> disks, Func<IndexDirectory>? newDisk) =>
        (_disks, _newDisk) = (disks, newDisk ?? (() => new MemoryIndexDirectory()));

    /// <summary>What steps are counted by; null for none.</summary>
    public FaultSteps? Steps { get; set; }

    public IPlanIndex Open(string name) => new EmbeddedPlanIndex(At(name));

    public string Describe(string name) => name;

    public long SizeOf(string name) => At(name) is var change ? change.List().Sum(change.Length) : 0;

    public CheckReport Check(string name, CancellationToken cancellationToken) => throw new NotSupportedException("Only what lies in a folder is checked.");

    public IndexDirectory At(string name)
    {
        if (!_disks.TryGetValue(name, out var disk))
        {
            _disks.Add(name, disk = _newDisk());
        }

        return Steps is null ? disk : new FaultyIndexDirectory(disk, Steps);
    }

    public IReadOnlyList<string> List() => [.. _disks.Where(disk => disk.Value.List().Count > 0).Select(disk => disk.Key)];

    public void Remove(string name)
    {
        try
        {
            Steps?.Next();
            _disks.Remove(name);
        }
        catch (IOException)
        {
            // It stays, as the port says.
        }
    }

    /// <summary>What a power cut at this moment leaves; its disks are such that know it.</summary>
    public MemoryChangeStore Cut(Random random) =>
        new(_disks.ToDictionary(disk => disk.Key, disk => (IndexDirectory)((PowerCutDirectory)disk.Value).Cut(random)), null);
}
