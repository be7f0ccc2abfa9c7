using PlanSearch.Index.Codec;
using PlanSearch.Index.Port;
using PlanSearch.Index.Storage;

namespace PlanSearch.Index.Embedded;

/// <summary>Former versions in the folder of an index, each change in a folder below it.</summary>
/// <param name="indexDirectory">The folder of the index.</param>
internal sealed class EmbeddedFormerIndexes(string indexDirectory) : IFormerIndexes
{
    private readonly string _folder = Path.GetFullPath(indexDirectory);

    /// <inheritdoc/>
    public IPlanIndex Open(string name) => new EmbeddedPlanIndex(At(name));

    /// <inheritdoc/>
    public IReadOnlyList<string> List() => Directory.Exists(_folder)
        ? [.. Directory.EnumerateDirectories(_folder, IFormerIndexes.Prefix + "*").Select(folder => Path.GetFileName(folder))]
        : [];

    /// <inheritdoc/>
    public string Describe(string name) => At(name).Describe("");

    /// <inheritdoc/>
    public long SizeOf(string name)
    {
        var change = At(name);
        return change.List().Sum(change.Length);
    }

    /// <inheritdoc/>
    public CheckReport Check(string name, CancellationToken cancellationToken) => EmbeddedIndexStore.Check(At(name), cancellationToken);

    /// <inheritdoc/>
    public void Remove(string name)
    {
        var change = At(name);
        try
        {
            if (change.List().Where(IndexFiles.IsGeneration).All(change.TryDelete))
            {
                Directory.Delete(Path.Combine(_folder, name), recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Nothing names it any more; whoever commits next removes it.
        }
    }

    private FileIndexDirectory At(string name) => new(Path.Combine(_folder, name));
}
