using Lucene.Net.Store;
using PlanSearch.Index.Storage;

namespace PlanSearch.Index.Tests.Embedded;

/// <summary>The files of an index in Lucene's own directory in memory: nothing of ours relies on how our directories keep them.</summary>
internal sealed class RamIndexDirectory : IndexDirectory, IDisposable
{
    private readonly System.Threading.Lock _gate = new();
    private readonly RAMDirectory _files = new();
    private readonly Dictionary<string, int> _holders = [];
    private bool _isLocked;

    public override string Describe(string name) => $"(ram)/{name}";

    public override IReadOnlyList<string> List() => _files.ListAll();

    public override Stream Create(string name) =>
        Has(name) ? throw new IOException($"{Describe(name)} exists") : new Sink(_files.CreateOutput(name, IOContext.DEFAULT));

    public override void Sync(string name) => _files.Sync([name]);

    public override void Rename(string from, string to)
    {
        if (Has(to))
        {
            throw new IOException($"{Describe(to)} exists");
        }

        _files.Copy(_files, from, to, IOContext.DEFAULT);
        _files.DeleteFile(from);
    }

    public override void SyncDirectory()
    {
    }

    public override void Delete(string name)
    {
        if (Has(name))
        {
            _files.DeleteFile(name);
        }
    }

    public override IndexFile Open(string name)
    {
        _ = Length(name);
        using var input = _files.OpenInput(name, IOContext.READ_ONCE);
        var bytes = new byte[input.Length];
        input.ReadBytes(bytes, 0, bytes.Length);
        return new MemoryIndexFile(bytes);
    }

    public override long Length(string name) => Has(name) ? _files.FileLength(name) : throw new FileNotFoundException(null, Describe(name));

    public override IDisposable? TryHold(string name)
    {
        lock (_gate)
        {
            if (!Has(name))
            {
                return null;
            }

            _holders[name] = _holders.GetValueOrDefault(name) + 1;
            return new Held(_gate, () => _holders[name]--);
        }
    }

    public override bool TryDelete(string name)
    {
        lock (_gate)
        {
            if (_holders.GetValueOrDefault(name) > 0)
            {
                return false;
            }

            Delete(name);
            return true;
        }
    }

    public override IDisposable Lock()
    {
        lock (_gate)
        {
            if (_isLocked)
            {
                throw new DirectoryLockedException(Describe(FileIndexDirectory.LockName));
            }

            _isLocked = true;
            return new Held(_gate, () => _isLocked = false);
        }
    }

    public void Dispose() => _files.Dispose();

    private bool Has(string name) => _files.ListAll().Contains(name);

    private sealed class Held(System.Threading.Lock gate, Action release) : IDisposable
    {
        private Action? _release = release;

        public void Dispose()
        {
            lock (gate)
            {
                _release?.Invoke();
                _release = null;
            }
        }
    }

    /// <summary>A file of Lucene's as a stream that is only written.</summary>
    private sealed class Sink(IndexOutput output) : Stream
    {
        private bool _isClosed;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => output.Length;

        public override long Position { get => output.Position; set => throw new NotSupportedException(); }

        public override void Flush() => output.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => output.WriteBytes(buffer, offset, count);

        protected override void Dispose(bool disposing)
        {
            if (disposing && !_isClosed)
            {
                _isClosed = true;
                output.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
