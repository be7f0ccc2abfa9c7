using System.Collections.Immutable;
using PlanSearch.Engine.Format;
using PlanSearch.Engine.Storage;

namespace PlanSearch.Engine.Indexing;

/// <summary>Decides which older generations stay, and removes the files of the others.</summary>
/// <remarks>
/// The newest stays, so many beside it, those whose place was taken less than a lease ago (as far as the disk allows), and those that a reader holds.
/// Only the writer uses it, under its locks. A manifest is removed before the segments that it alone names, with a sync between: a generation is never
/// found without its segments.
/// </remarks>
internal sealed class Retention(IndexDirectory directory, IndexWriterOptions options)
{
    private readonly SortedDictionary<long, Kept> _kept = new(Comparer<long>.Create((left, right) => right.CompareTo(left)));

    private sealed record Kept(string Manifest, DateTimeOffset PublishedAt, ImmutableArray<string> Segments);

    /// <summary>Learns which generations lie in the directory, and removes what none of them names: a writer that was cut short left it.</summary>
    public void Begin()
    {
        foreach (var generation in Manifest.Generations(directory))
        {
            _kept[generation] = Look(generation);
        }

        var named = _kept.Values.SelectMany(kept => kept.Segments.Append(kept.Manifest)).ToHashSet();
        var nameless = directory.List().Where(name => IsOurs(name) && !named.Contains(name)).ToList();
        if (nameless.Count == 0)
        {
            return;
        }

        // That writer may have removed manifests and not come to the sync.
        directory.SyncDirectory();
        nameless.ForEach(directory.Delete);
    }

    /// <summary>Takes a generation up that was just published.</summary>
    public void Add(Manifest manifest) => _kept[manifest.Generation] = Of(manifest);

    /// <summary>Removes the generations that need not stay, and the segments that nothing names any more.</summary>
    public void Reclaim()
    {
        var before = _kept.Values.SelectMany(kept => kept.Segments).ToHashSet();
        var removed = false;
        foreach (var generation in Expired())
        {
            if (directory.TryDelete(_kept[generation].Manifest))
            {
                _kept.Remove(generation);
                removed = true;
            }
        }

        if (!removed)
        {
            return;
        }

        directory.SyncDirectory();
        before.ExceptWith(_kept.Values.SelectMany(kept => kept.Segments));
        foreach (var segment in before)
        {
            directory.Delete(segment);
        }
    }

    /// <summary>The generations that nothing but a reader's hold keeps, oldest first.</summary>
    private List<long> Expired()
    {
        var now = options.Time.GetUtcNow();
        var expired = new List<long>();
        var counted = new HashSet<string>();
        var (rank, leased) = (0, 0L);
        DateTimeOffset? replacedAt = null;
        foreach (var (generation, kept) in _kept)
        {
            var added = kept.Segments.Append(kept.Manifest).Where(counted.Add).ToList();
            if (rank > options.KeptGenerations)
            {
                var isYoung = now - replacedAt < options.Lease;
                leased += isYoung ? added.Sum(Length) : 0;
                if (!isYoung || leased > options.MaxLeasedBytes)
                {
                    expired.Add(generation);
                }
            }

            (rank, replacedAt) = (rank + 1, kept.PublishedAt);
        }

        expired.Reverse();
        return expired;
    }

    /// <summary>Nobody can open a generation whose manifest cannot be read: it names nothing and goes when its turn comes.</summary>
    private Kept Look(long generation)
    {
        try
        {
            return Of(Manifest.Read(directory, generation));
        }
        catch (Exception e) when (e is CorruptIndexException or IndexFormatException)
        {
            return new Kept(Manifest.NameOf(generation), DateTimeOffset.UnixEpoch, []);
        }
    }

    private long Length(string name)
    {
        try
        {
            return directory.Length(name);
        }
        catch (FileNotFoundException)
        {
            // A damaged generation lacks it; what is not there takes no room.
            return 0;
        }
    }

    private static Kept Of(Manifest manifest) =>
        new(manifest.FileName, manifest.PublishedAt, [.. manifest.Segments.Select(segment => segment.FileName)]);

    private static bool IsOurs(string name) =>
        name.StartsWith("manifest-", StringComparison.Ordinal) || name.StartsWith("segment-", StringComparison.Ordinal);
}
