using System.Collections.Immutable;

namespace PlanSearch.Corpus.Ingest;

/// <summary>A folder with all below it -> the files to read and the failures to name.</summary>
internal sealed class FolderWalk
{
    /// <summary>Deeper folders are taken for a loop of links.</summary>
    private const int MaxDepth = 64;

    private readonly string _root;
    private readonly List<FoundFile> _files = [];
    private readonly List<FailedFile> _failures = [];
    private readonly List<FoundFile> _tables = [];
    private readonly List<string> _unread = [];

    private FolderWalk(string root) => _root = root;

    /// <summary>Walks the folder; links are followed unless they lead back to a folder they lie in.</summary>
    public static IngestRoot Of(string root)
    {
        var walk = new FolderWalk(root);
        walk.Enter("", [TargetOf(root)]);
        return new IngestRoot
        {
            Path = root,
            IsFolder = true,
            Exists = true,
            Files = [.. walk._files.OrderBy(file => file.File, StringComparer.Ordinal)],
            Failures = [.. walk._failures.OrderBy(failure => failure.File, StringComparer.Ordinal)],
            Tables = [.. walk._tables.OrderBy(table => table.File, StringComparer.Ordinal)],
            UnreadFolders = [.. walk._unread],
            Warnings = walk._files.Count + walk._failures.Count > 0
                ? []
                : [$"{root}：文件夹里没有可以入库的规划文件（txt、md、html、docx、ofd、pdf、doc、wps、rtf 或无扩展名）。"],
        };
    }

    /// <summary>The reason named for a format that is not read.</summary>
    public static string Unsupported(string file) =>
        $"不支持 {FileNames.ExtensionOf(file)} 格式；请另存为 docx 或纯文本（.txt，UTF-8）后再入库。";

    private void Enter(string folder, ImmutableList<string> chain)
    {
        foreach (var entry in EntriesOf(folder))
        {
            var file = folder + entry.Name;
            if (FileNames.IsSkipped(entry.Name))
            {
                continue;
            }

            if (Directory.Exists(entry.FullName))
            {
                EnterBelow(file, entry.FullName, chain);
            }
            else if (FileNames.IsTable(entry.Name))
            {
                _tables.Add(new FoundFile(_root, file));
            }
            else if (FileNames.IsRead(entry.Name))
            {
                _files.Add(new FoundFile(_root, file));
            }
            else
            {
                Fail(file, Unsupported(file));
            }
        }
    }

    private void EnterBelow(string file, string path, ImmutableList<string> chain)
    {
        var target = TargetOf(path);
        if (chain.Contains(target) || chain.Count > MaxDepth)
        {
            Fail(file, "链接指回它所在的文件夹，没有进入。");
            return;
        }

        var before = _files.Count + _failures.Count;
        Enter(file + "/", chain.Add(target));
        if (_files.Count + _failures.Count == before && FileNames.ExtensionOf(file).Length > 0)
        {
            Fail(file, "名称像文件，实际是空文件夹。");
        }
    }

    private List<FileSystemInfo> EntriesOf(string folder)
    {
        try
        {
            // Not the default options: those leave out what cannot be read and what is hidden by attribute without a word.
            var all = new EnumerationOptions { IgnoreInaccessible = false, AttributesToSkip = FileAttributes.None };
            return [.. new DirectoryInfo(Path.Combine(_root, folder)).EnumerateFileSystemInfos("*", all)];
        }
        catch (UnauthorizedAccessException)
        {
            FailFolder(folder, "没有读取这个文件夹的权限。其中以前入库的规划予以保留。");
        }
        catch (IOException e)
        {
            FailFolder(folder, $"读不出这个文件夹：{e.Message} 其中以前入库的规划予以保留。");
        }

        return [];
    }

    private void FailFolder(string folder, string reason)
    {
        _unread.Add(folder);
        Fail(folder.Length > 0 ? folder : _root, reason);
    }

    private void Fail(string file, string reason) => _failures.Add(new FailedFile(_root, file, reason));

    private static string TargetOf(string path) => new DirectoryInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path;
}
