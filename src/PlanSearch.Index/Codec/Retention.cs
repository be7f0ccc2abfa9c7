using System.Collections.Immutable;
using PlanSearch.Index.Format;
using PlanSearch.Index.Storage;

namespace PlanSearch.Index.Codec;

/// <summary>
/// Decides which older generations stay, and removes the names of the others; Lucene then deletes their files, see
/// <see cref="NamedCommits"/>.
/// </summary>
/// <remarks>
/// The newest stays, the one before it, those whose place was taken less than a lease ago (as far as the disk allows), and those that a
/// reader holds. Only the writer uses it, under its locks. A name is removed before the files that it alone names, with a sync between: a
/// generation is never found without its files.
/// </remarks>
internal sealed class Retention(IndexDirectory directory, IndexWriterOptions options, ImmutableArray<GenerationFile> found)
{
    // Whoever was about to open the one before still finds it.
    private const int KeptGenerations = 1;

    private readonly SortedDictionary<long, GenerationFile> _kept =
        new(found.ToDictionary(generation => generation.Number), Comparer<long>.Create((left, right) => right.CompareTo(left)));

    /// <summary>Takes a generation up that was just published.</summary>
    public void Add(GenerationFile generation) => _kept[generation.Number] = generation;

    /// <summary>Whether a generation names a <c>segments_N</c>.</summary>
    public bool Names(string segmentsFile) =>
        _kept.Values.Any(generation => !generation.Files.IsEmpty && generation.SegmentsFile == segmentsFile);

    /// <summary>
    /// Removes what was written and no generation names: after a fault it must not take up the disk until the next writer comes.
    /// </summary>
    public void Sweep()
    {
        CommitFiles.Unnamed(directory, _kept.Values).ForEach(directory.Discard);
    }

    /// <summary>Removes the names of the generations that need not stay.</summary>
    /// <returns>Whether there were any: then their files may be deleted.</returns>
    public bool Reclaim()
    {
        var removed = false;
        foreach (var generation in Expired())
        {
            if (directory.TryDelete(generation.FileName))
            {
                _kept.Remove(generation.Number);
                removed = true;
            }
        }

        if (removed)
        {
            directory.SyncDirectory();
        }

        return removed;
    }

    /// <summary>The generations that nothing but a reader's hold keeps, oldest first.</summary>
    private List<GenerationFile> Expired()
    {
        var now = options.Time.GetUtcNow();
        var expired = new List<GenerationFile>();
        var counted = new HashSet<string>(StringComparer.Ordinal);
        var (rank, leased) = (0, 0L);
        DateTimeOffset? replacedAt = null;
        foreach (var generation in _kept.Values)
        {
            var added = generation.Files.Where(file => counted.Add(file.Name)).Sum(file => file.Length) + Length(generation.FileName);
            if (generation.Number == 0 ? rank > 0 : rank > KeptGenerations)
            {
                var isYoung = now - replacedAt < options.Lease;
                leased += isYoung ? added : 0;
                if (!isYoung || leased > options.MaxLeasedBytes || generation.Number == 0)
                {
                    expired.Add(generation);
                }
            }

            (rank, replacedAt) = (rank + 1, generation.PublishedAt);
        }

        expired.Reverse();
        return expired;
    }

    private long Length(string name)
    {
        try
        {
            return directory.Length(name);
        }
        catch (FileNotFoundException)
        {
            // Removed by somebody's hand; what is not there takes no room.
            return 0;
        }
    }
}
