using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;

namespace PlanSearch.Corpus.Changes;

/// <summary>What a log keeps of the indexes of former versions.</summary>
internal static class ChangeStore
{
    /// <summary>A name that no change has had.</summary>
    public static string NewName(long generation) => $"{IFormerIndexes.Prefix}{generation:D10}-{Guid.NewGuid():N}";

    /// <summary>Whether a change can be read, every byte of it.</summary>
    public static bool IsWhole(this IFormerIndexes formers, string name)
    {
        try
        {
            using var index = formers.Open(name);
            using var former = index.OpenNewest();
            return former is not null;
        }
        catch (IndexUnusableException)
        {
            // Exactly what the caller asks about.
            return false;
        }
    }

    /// <summary>Removes every change that the log does not name.</summary>
    public static void Keep(this IFormerIndexes formers, ChangeLog log)
    {
        foreach (var name in formers.List().Except(log.Changes.Select(change => change.Name)))
        {
            formers.Remove(name);
        }
    }
}
