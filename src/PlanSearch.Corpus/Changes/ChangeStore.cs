using PlanSearch.Corpus.Index;
using PlanSearch.Engine.Storage;

namespace PlanSearch.Corpus.Changes;

/// <summary>Where the former versions of changed plans lie: for each change an index of its own, written once and never changed.</summary>
public abstract class ChangeStore
{
    /// <summary>What every name begins with.</summary>
    protected const string Prefix = "changes-";

    /// <summary>A name that no change has had.</summary>
    internal static string NewName(long generation) => $"{Prefix}{generation:D10}-{Guid.NewGuid():N}";

    /// <summary>The folder of a change; it need not exist yet.</summary>
    public abstract IndexDirectory At(string name);

    /// <summary>The names of all changes that lie here, whether a log names them or not.</summary>
    public abstract IReadOnlyList<string> List();

    /// <summary>Removes a change. One that a reader holds, or that cannot be removed now, stays for the next time.</summary>
    public abstract void Remove(string name);

    /// <summary>Whether a change can be read, every byte of it.</summary>
    internal bool IsWhole(string name)
    {
        try
        {
            using var index = new EmbeddedPlanIndex(At(name));
            using var former = index.OpenNewest();
            return former is not null;
        }
        catch (Exception e) when (e is CorruptIndexException or IndexFormatException)
        {
            // Exactly what the caller asks about.
            return false;
        }
    }

    /// <summary>Removes every change that the log does not name.</summary>
    internal void Keep(ChangeLog log)
    {
        foreach (var name in List().Except(log.Changes.Select(change => change.Name)))
        {
            Remove(name);
        }
    }
}

/// <summary>Former versions in the folder of an index, each change in a folder below it.</summary>
/// <param name="indexDirectory">The folder of the index.</param>
public sealed class FileChangeStore(string indexDirectory) : ChangeStore
{
    private readonly string _folder = Path.GetFullPath(indexDirectory);

    /// <inheritdoc/>
    public override IndexDirectory At(string name) => new FileIndexDirectory(Path.Combine(_folder, name));

    /// <inheritdoc/>
    public override IReadOnlyList<string> List() => Directory.Exists(_folder)
        ? [.. Directory.EnumerateDirectories(_folder, Prefix + "*").Select(folder => Path.GetFileName(folder))]
        : [];

    /// <inheritdoc/>
    public override void Remove(string name)
    {
        var change = At(name);
        try
        {
            if (change.List().Where(IndexDirectory.IsGeneration).All(change.TryDelete))
            {
                Directory.Delete(Path.Combine(_folder, name), recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Nothing names it any more; whoever commits next removes it.
        }
    }
}
