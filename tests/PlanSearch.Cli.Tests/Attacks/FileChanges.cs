namespace PlanSearch.Cli.Tests.Attacks;

/// <summary>
/// Counts what happens to the files of a folder, as the system tells of it, and does something at one of the changes to come.
/// </summary>
internal sealed class FileChanges : IDisposable
{
    private readonly FileSystemWatcher _files;
    private readonly Lock _lock = new();
    private int _count;
    private int _wanted;
    private Action _act = () => { };

    public FileChanges(string folder)
    {
        _files = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
        _files.Created += (_, _) => Next();
        _files.Changed += (_, _) => Next();
        _files.Deleted += (_, _) => Next();
        _files.Renamed += (_, _) => Next();

        // More than could be told: nobody knows how many, so it is now.
        _files.Error += (_, _) => At(0, _act);
        _files.EnableRaisingEvents = true;
    }

    /// <summary>How many there were.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _count;
            }
        }
    }

    /// <summary>Has something done once at so many changes from now.</summary>
    public void At(int more, Action act)
    {
        lock (_lock)
        {
            (_wanted, _act) = (_count + more, act);
            if (more == 0)
            {
                Do();
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _act = () => { };
        }

        _files.Dispose();
    }

    private void Next()
    {
        lock (_lock)
        {
            if (++_count == _wanted)
            {
                Do();
            }
        }
    }

    private void Do()
    {
        var act = _act;
        _act = () => { };
        act();
    }
}
