using System.Collections.Immutable;
using PlanSearch.Corpus.Ingest.Files;

namespace PlanSearch.Corpus.Ingest;

/// <summary>Files that share their name but for the extension: each is a plan, and one of them has the id of the name.</summary>
internal static class SameStems
{
    /// <summary>The files in their order, each with its id.</summary>
    /// <remarks>
    /// The one that has the id keeps it, whatever comes beside it; else it is the first by format (<see cref="FileNames.RankOf"/>).
    /// The id with the extension is kept for good as well: also when the other file has gone.
    /// </remarks>
    /// <param name="files">All files, each path once.</param>
    /// <param name="known">What the index holds, by id.</param>
    public static ImmutableArray<FoundFile> Name(ImmutableArray<FoundFile> files, IReadOnlyDictionary<string, KnownPlan> known)
    {
        var owners = files
            .GroupBy(file => FileNames.StemOf(file.File), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => OwnerOf([.. group], known), StringComparer.Ordinal);
        return
        [
            .. files.Select(
                file => NeedsLongId(file, owners[FileNames.StemOf(file.File)]) ? file with { Id = FileNames.LongIdOf(file.File) } : file),
        ];
    }

    /// <summary>What is said of a file that has the same text as the other file of its name.</summary>
    public static IngestWarning SameText(FoundFile file) =>
        new($"{file.File}：正文与同名的另一文件相同，算作一份规划，没有另外入库。", file.Id);

    private static FoundFile? OwnerOf(ImmutableArray<FoundFile> files, IReadOnlyDictionary<string, KnownPlan> known)
    {
        if (known.TryGetValue(files[0].Id, out var plan) && files.FirstOrDefault(file => file.FullPath == plan.FullPath) is { } owner)
        {
            return owner;
        }

        return files
            .Where(file => !(known.TryGetValue(FileNames.LongIdOf(file.File), out var own) && own.FullPath == file.FullPath))
            .OrderBy(file => FileNames.RankOf(file.File))
            .ThenBy(file => file.File, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    // Files of one name in two roots are no two formats: the second is refused, as it is named.
    private static bool NeedsLongId(FoundFile file, FoundFile? owner) => owner is null || (file != owner && file.File != owner.File);
}
