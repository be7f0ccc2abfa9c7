namespace PlanSearch.Corpus.Ingest.Files;

/// <summary>A folder with all below it -> the files to read and the failures to name.</summary>
/// <remarks>
/// Every file and folder is taken once, by its real path: first whatever lies below the root, then what links lead to. So a link never
/// takes the place of what it leads to, and none goes round in a circle.
/// </remarks>
internal sealed class FolderWalk
{
    private readonly string _root;
    private readonly string _realRoot;
    private readonly bool _followsLinks;
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Queue<string> _links = new();
    private readonly List<FoundFile> _files = [];
    private readonly List<FailedFile> _failures = [];
    private readonly List<FoundFile> _tables = [];
    private readonly List<string> _unread = [];
    private readonly List<string> _orphans = [];
    private readonly List<string> _longSidecars = [];
    private readonly List<string> _leftovers = [];

    private FolderWalk(string root, bool followsLinks) =>
        (_root, _realRoot, _followsLinks) = (root, RealPath.Of(root) ?? root, followsLinks);

    /// <summary>Files, failures and tables in ordinal order of their paths; a folder that cannot be listed is named among them.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="followsLinks">Whether links that lead out of it are followed.</param>
    public static IngestRoot Of(string root, bool followsLinks)
    {
        var walk = new FolderWalk(root, followsLinks);
        walk._taken.Add(walk._realRoot);
        walk.Enter("", walk._realRoot);
        while (walk._links.TryDequeue(out var link))
        {
            walk.Follow(link);
        }

        return new IngestRoot
        {
            Path = root,
            IsFolder = true,
            Exists = true,
            Files = [.. walk._files.OrderBy(file => file.File, StringComparer.Ordinal)],
            Failures = [.. walk._failures.OrderBy(failure => failure.File, StringComparer.Ordinal)],
            Tables = [.. walk._tables.OrderBy(table => table.File, StringComparer.Ordinal)],
            UnreadFolders = [.. walk._unread],
            LongSidecars = [.. walk._longSidecars],
            Leftovers = [.. walk._leftovers],
            Warnings = [.. walk.Warnings()],
        };
    }

    private IEnumerable<string> Warnings()
    {
        if (_files.Count + _failures.Count == 0)
        {
            yield return $"{_root}：文件夹里没有可以入库的规划文件（txt、md、html、docx、ofd、pdf、doc、wps、rtf 或无扩展名）。";
        }

        foreach (var orphan in _orphans)
        {
            yield return $"{orphan}：旁边没有它的规划文件，没有采用；放回规划文件，或者删去它。";
        }
    }

    /// <summary>The reason named for a format that is not read.</summary>
    public static string Unsupported(string file) =>
        $"不支持 {FileNames.ExtensionOf(file)} 格式；请另存为 docx 或纯文本（.txt，UTF-8）后再入库。";

    private void Enter(string folder, string real)
    {
        var all = EntriesOf(folder);
        NoteWhatIsNoPlan(folder, all);
        foreach (var entry in all.Where(entry => !FileNames.IsSkipped(entry.Name)).OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            var file = folder + entry.Name;
            if (entry.LinkTarget is not null)
            {
                _links.Enqueue(file);
            }
            else if (!_taken.Add(Path.Combine(real, entry.Name)))
            {
                Fail(file, "已经入库，没有再次采用。");
            }
            else if (entry.Attributes.HasFlag(FileAttributes.Directory))
            {
                EnterBelow(file, Path.Combine(real, entry.Name));
            }
            else
            {
                Take(file);
            }
        }
    }

    /// <summary>Sidecars without their plan, and what a change that was cut short left.</summary>
    private void NoteWhatIsNoPlan(string folder, List<FileSystemInfo> all)
    {
        _leftovers.AddRange(all.Where(entry => Leftovers.IsOne(entry.Name)).Select(entry => entry.FullName));
        var names = all.Where(entry => !FileNames.IsSkipped(entry.Name)).Select(entry => entry.Name).ToList();
        var owned = names.SelectMany(name => FileNames.BesideOf(name, FileNames.IdOf(name))).ToHashSet(StringComparer.Ordinal);
        var perhapsOwned = names.SelectMany(name => FileNames.BesideOf(name, FileNames.LongIdOf(name))).ToHashSet(StringComparer.Ordinal);
        var sidecars = all.Select(entry => entry.Name).Where(FileNames.IsSidecar);
        foreach (var name in sidecars.Where(name => !owned.Contains(name)).Order(StringComparer.Ordinal))
        {
            (perhapsOwned.Contains(name) ? _longSidecars : _orphans).Add(folder + name);
        }
    }

    private void Follow(string link)
    {
        var path = Path.Combine(_root, link);
        if (RealPath.Of(path) is not { } real)
        {
            // Taken for a file: when it is read, it says where the link leads.
            Take(link);
        }
        else if (!_followsLinks && !RealPath.IsIn(real, _realRoot))
        {
            Fail(link, $"链接指向规划文件夹之外（{real}），没有采用。确要采用，设置 PlanSearch__FollowLinks=true，命令行加 --follow-links。");
        }
        else if (!_taken.Add(real))
        {
            Fail(link, $"链接指向的 {real} 已经入库，没有再次采用。");
        }
        else if (Directory.Exists(real))
        {
            EnterBelow(link, real);
        }
        else
        {
            Take(link);
        }
    }

    private void Take(string file)
    {
        var name = Path.GetFileName(file);
        if (FileNames.IsTable(name))
        {
            _tables.Add(new FoundFile(_root, file));
        }
        else if (FileNames.IsRead(name))
        {
            _files.Add(new FoundFile(_root, file));
        }
        else
        {
            Fail(file, Unsupported(file));
        }
    }

    private void EnterBelow(string file, string real)
    {
        var before = _files.Count + _failures.Count + _links.Count;
        Enter(file + "/", real);
        if (_files.Count + _failures.Count + _links.Count == before && FileNames.ExtensionOf(file).Length > 0)
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
}
