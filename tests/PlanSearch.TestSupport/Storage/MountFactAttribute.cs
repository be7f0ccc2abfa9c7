using Xunit;

namespace PlanSearch.TestSupport.Storage;

/// <summary>A test that mounts a file system of its own; skipped, and said to be, where this may not be done.</summary>
public sealed class MountFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> CanMount = new(SmallDisk.CanMount);

    public MountFactAttribute()
    {
        if (!CanMount.Value)
        {
            Skip = "The user of this run cannot mount a tmpfs.";
        }
    }
}
