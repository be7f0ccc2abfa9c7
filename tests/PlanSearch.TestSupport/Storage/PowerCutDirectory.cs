using PlanSearch.Engine.Storage;

namespace PlanSearch.TestSupport.Storage;

/// <summary>A directory that knows what is on the disk for certain, and what is only in the system's memory.</summary>
/// <remarks>Bytes are certain once a file is synced, names once the directory is. A cut keeps any part of the rest: files cut short, names old or new.</remarks>
public sealed class PowerCutDirectory : IndexDirectory
{
    private readonly Lock _gate = new();
    private readonly MemoryIndexDirectory _live = new();
    private readonly HashSet<string> _synced = [];
    private readonly List<Action<Dictionary<string, (byte[] Bytes, bool IsSynced)>>> _pending = [];
    private Dictionary<string, (byte[] Bytes, bool IsSynced)> _certain = [];

    /// <summary>What a cut at this moment leaves.</summary>
    public MemoryIndexDirectory Cut(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        lock (_gate)
        {
            var names = new Dictionary<string, (byte[] Bytes, bool IsSynced)>(_certain);
            foreach (var change in _pending.Where(_ => random.Next(2) == 0))
            {
                change(names);
            }

            var left = new MemoryIndexDirectory();
            foreach (var (name, (bytes, isSynced)) in names)
            {
                left[name] = isSynced ? bytes : bytes[..random.Next(bytes.Length + 1)];
            }

            return left;
        }
    }

    public override string Describe(string name) => _live.Describe(name);

    public override IReadOnlyList<string> List() => _live.List();

    public override Stream Create(string name) => _live.Create(name);

    public override void Sync(string name)
    {
        lock (_gate)
        {
            _synced.Add(name);
        }
    }

    public override void Rename(string from, string to)
    {
        lock (_gate)
        {
            _live.Rename(from, to);
            var now = (_live[to], _synced.Remove(from));
            _pending.Add(names =>
            {
                names.Remove(from);
                names[to] = now;
            });
        }
    }

    public override void SyncDirectory()
    {
        lock (_gate)
        {
            foreach (var change in _pending)
            {
                change(_certain);
            }

            _pending.Clear();
            _certain = new(_certain);
        }
    }

    public override void Delete(string name)
    {
        lock (_gate)
        {
            _live.Delete(name);
            _pending.Add(names => names.Remove(name));
        }
    }

    public override bool TryDelete(string name)
    {
        lock (_gate)
        {
            if (!_live.TryDelete(name))
            {
                return false;
            }

            _pending.Add(names => names.Remove(name));
            return true;
        }
    }

    public override IndexFile Open(string name) => _live.Open(name);

    public override long Length(string name) => _live.Length(name);

    public override IDisposable? TryHold(string name) => _live.TryHold(name);

    public override IDisposable Lock() => _live.Lock();
}
