using System.Collections.Immutable;

namespace PlanSearch.Corpus.Ingest.Files;

/// <summary>One root of an ingest as it was found: a folder with all below it, or a single file.</summary>
internal sealed record IngestRoot
{
    /// <summary>The root, absolute.</summary>
    public required string Path { get; init; }

    /// <summary>Whether it is a folder; a file or nothing otherwise.</summary>
    public required bool IsFolder { get; init; }

    /// <summary>
    /// Whether there is anything at the path. The plans of a root that is missing stay: a drive that is not mounted deletes nothing.
    /// </summary>
    public required bool Exists { get; init; }

    /// <summary>The files to read, in ordinal order of their paths under the root.</summary>
    public required ImmutableArray<FoundFile> Files { get; init; }

    /// <summary>What is named instead of read.</summary>
    public required ImmutableArray<FailedFile> Failures { get; init; }

    /// <summary>Tables of metadata for its plans, by path.</summary>
    public ImmutableArray<FoundFile> Tables { get; init; } = [];

    /// <summary>Folders below that could not be listed, each with its "/": their plans stay.</summary>
    public ImmutableArray<string> UnreadFolders { get; init; } = [];

    /// <summary>Sidecars under the whole name of a file, which count where its id holds its extension.</summary>
    public ImmutableArray<string> LongSidecars { get; init; } = [];

    /// <summary>What changes that were cut short left in it; see <see cref="Corpus.Ingest.Files.Leftovers"/>.</summary>
    public ImmutableArray<string> Leftovers { get; init; } = [];

    /// <summary>What a person should know of it, in Chinese.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>Whether a file belongs to this root, by the root and path it was found under.</summary>
    public bool Owns(string root, string file) =>
        root == Path || (!IsFolder && System.IO.Path.Combine(root, file) == Path);

    /// <summary>Whether a file of this root that was not found is gone.</summary>
    public bool HasLost(string file) => Exists && !UnreadFolders.Any(folder => file.StartsWith(folder, StringComparison.Ordinal));

    /// <summary>What lies at a path now; where nothing does, a root that does not exist with the failure that says so.</summary>
    /// <param name="root">The root, as given.</param>
    /// <param name="followsLinks">Whether links are followed out of it.</param>
    public static IngestRoot Look(string root, bool followsLinks)
    {
        var path = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(root));
        return Directory.Exists(path) ? FolderWalk.Of(path, followsLinks)
            : File.Exists(path) ? OfFile(path)
            : new IngestRoot
            {
                Path = path,
                IsFolder = false,
                Exists = false,
                Files = [],
                Failures = [new FailedFile(path, root, "没有这个文件夹或文件；请检查路径。其中以前入库的规划予以保留。")],
            };
    }

    private static IngestRoot OfFile(string path)
    {
        var file = new FoundFile(System.IO.Path.GetDirectoryName(path) ?? path, System.IO.Path.GetFileName(path));
        var isRead = FileNames.IsRead(file.File);
        return new IngestRoot
        {
            Path = path,
            IsFolder = false,
            Exists = true,
            Tables = TablesBeside(file),
            Files = isRead ? [file] : [],
            Failures = isRead ? [] : [new FailedFile(file.Root, file.File, FolderWalk.Unsupported(file.File))],
        };
    }

    /// <summary>A file that is ingested alone is in the same table as when its folder is.</summary>
    private static ImmutableArray<FoundFile> TablesBeside(FoundFile file) =>
    [
        .. FileNames.Tables
            .Select(name => new FoundFile(file.Root, name))
            .Where(table => File.Exists(table.FullPath)),
    ];
}
