namespace PlanSearch.Index.Storage;

/// <summary>An index in memory, for tests and trials; it is gone with the object.</summary>
public sealed class MemoryIndexDirectory : IndexDirectory
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, byte[]> _files = [];
    private readonly Dictionary<string, long> _stamps = [];
    private readonly Dictionary<string, int> _holders = [];
    private long _changes;
    private bool _isLocked;

    /// <inheritdoc/>
    public override string Describe(string name) => $"(memory)/{name}";

    /// <inheritdoc/>
    public override IReadOnlyList<string> List()
    {
        lock (_gate)
        {
            return [.. _files.Keys];
        }
    }

    /// <inheritdoc/>
    public override Stream Create(string name)
    {
        lock (_gate)
        {
            return _files.TryAdd(name, []) ? new Sink(this, name) : throw new IOException($"{Describe(name)} exists");
        }
    }

    /// <inheritdoc/>
    public override void Sync(string name)
    {
    }

    /// <inheritdoc/>
    public override void Rename(string from, string to)
    {
        lock (_gate)
        {
            if (!_files.TryGetValue(from, out var bytes) || !_files.TryAdd(to, bytes))
            {
                throw new IOException($"{Describe(from)} cannot become {to}");
            }

            _files.Remove(from);
            _stamps[to] = _stamps.GetValueOrDefault(from);
        }
    }

    /// <inheritdoc/>
    public override long Stamp(string name)
    {
        lock (_gate)
        {
            return _stamps.GetValueOrDefault(name);
        }
    }

    /// <inheritdoc/>
    public override void SyncDirectory()
    {
    }

    /// <inheritdoc/>
    public override void Delete(string name)
    {
        lock (_gate)
        {
            _files.Remove(name);
        }
    }

    /// <inheritdoc/>
    public override IndexFile Open(string name)
    {
        lock (_gate)
        {
            return _files.TryGetValue(name, out var bytes)
                ? new MemoryIndexFile(bytes)
                : throw new FileNotFoundException(null, Describe(name));
        }
    }

    /// <inheritdoc/>
    public override long Length(string name)
    {
        lock (_gate)
        {
            return _files.TryGetValue(name, out var bytes) ? bytes.Length : throw new FileNotFoundException(null, Describe(name));
        }
    }

    /// <inheritdoc/>
    public override IDisposable? TryHold(string name)
    {
        lock (_gate)
        {
            if (!_files.ContainsKey(name))
            {
                return null;
            }

            _holders[name] = _holders.GetValueOrDefault(name) + 1;
            return new Held(this, () => _holders[name]--);
        }
    }

    /// <inheritdoc/>
    public override bool TryDelete(string name)
    {
        lock (_gate)
        {
            if (_holders.GetValueOrDefault(name) > 0)
            {
                return false;
            }

            _files.Remove(name);
            return true;
        }
    }

    /// <summary>The bytes of a file, and new bytes for it: how a test damages one.</summary>
    public byte[] this[string name]
    {
        get
        {
            lock (_gate)
            {
                return _files[name];
            }
        }

        set
        {
            lock (_gate)
            {
                _files[name] = value;
                _stamps[name] = ++_changes;
            }
        }
    }

    /// <inheritdoc/>
    public override IDisposable Lock()
    {
        lock (_gate)
        {
            if (_isLocked)
            {
                throw new DirectoryLockedException(Describe(FileIndexDirectory.LockName));
            }

            _isLocked = true;
            return new Held(this, () => _isLocked = false);
        }
    }

    private sealed class Held(MemoryIndexDirectory directory, Action release) : IDisposable
    {
        private Action? _release = release;

        public void Dispose()
        {
            lock (directory._gate)
            {
                _release?.Invoke();
                _release = null;
            }
        }
    }

    private sealed class Sink(MemoryIndexDirectory directory, string name) : MemoryStream
    {
        protected override void Dispose(bool disposing)
        {
            directory[name] = ToArray();
            base.Dispose(disposing);
        }
    }
}
