using PlanSearch.Index.Storage;

namespace PlanSearch.TestSupport.Storage;

/// <summary>A directory that knows what is on the disk for certain, and what is only in the system's memory.</summary>
/// <remarks>
/// Bytes are certain once a file is synced, names once the directory is. A cut keeps any part of the rest: files whole, cut short or full
/// of zeros, names old or new, in any order.
/// </remarks>
public sealed class PowerCutDirectory : IndexDirectory
{
    private readonly Lock _gate = new();
    private readonly MemoryIndexDirectory _live = new();
    private readonly Dictionary<string, Node> _nodes = [];
    private readonly List<Action<Dictionary<string, Node>>> _pending = [];
    private Dictionary<string, Node> _certain = [];

    /// <summary>What a cut at this moment leaves.</summary>
    public MemoryIndexDirectory Cut(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        lock (_gate)
        {
            var names = new Dictionary<string, Node>(_certain);
            foreach (var change in _pending.Where(_ => random.Next(2) == 0))
            {
                change(names);
            }

            var left = new MemoryIndexDirectory();
            foreach (var (name, node) in names)
            {
                left[name] = node.IsSynced ? node.Bytes : PartOf(node.Bytes, random);
            }

            return left;
        }
    }

    public override string Describe(string name) => _live.Describe(name);

    public override IReadOnlyList<string> List() => _live.List();

    public override Stream Create(string name)
    {
        lock (_gate)
        {
            var node = new Node();
            var stream = new Sink(_live.Create(name), node);
            _nodes[name] = node;
            _pending.Add(names => names[name] = node);
            return stream;
        }
    }

    public override void Sync(string name)
    {
        lock (_gate)
        {
            _nodes[name].IsSynced = true;
        }
    }

    public override void Rename(string from, string to)
    {
        lock (_gate)
        {
            _live.Rename(from, to);
            _nodes.Remove(from, out var node);
            _nodes[to] = node!;
            _pending.Add(names =>
            {
                names.Remove(from);
                names[to] = node!;
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
            Forget(name);
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

            Forget(name);
            return true;
        }
    }

    public override IndexFile Open(string name) => _live.Open(name);

    public override long Length(string name) => _live.Length(name);

    public override long Stamp(string name) => _live.Stamp(name);

    public override IDisposable? TryHold(string name) => _live.TryHold(name);

    public override IDisposable Lock() => _live.Lock();

    private static byte[] PartOf(byte[] bytes, Random random)
    {
        var part = bytes[..(random.Next(3) == 0 ? bytes.Length : random.Next(bytes.Length + 1))];
        return random.Next(4) == 0 ? new byte[part.Length] : part;
    }

    private void Forget(string name)
    {
        _nodes.Remove(name);
        _pending.Add(names => names.Remove(name));
    }

    private sealed class Node
    {
        public byte[] Bytes { get; set; } = [];

        public bool IsSynced { get; set; }
    }

    private sealed class Sink(Stream live, Node node) : MemoryStream
    {
        protected override void Dispose(bool disposing)
        {
            if (disposing && live.CanWrite)
            {
                node.Bytes = ToArray();
                live.Write(node.Bytes);
                live.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
