using Lucene.Net.Store;
using PlanSearch.Index.Storage;

namespace PlanSearch.Index.Codec;

/// <summary>A file that Lucene reads. Clones read the same open file, and only the first one closes it.</summary>
internal sealed class CommitInput : IndexInput
{
    private readonly IndexFile _file;
    private bool _isClone;
    private long _position;

    /// <summary>The file, which is disposed of with the input.</summary>
    public CommitInput(string name, IndexFile file)
        : base(name) => _file = file;

    /// <inheritdoc/>
    public override long Position => _position;

    /// <inheritdoc/>
    public override long Length => _file.Length;

    /// <inheritdoc/>
    public override void Seek(long pos) => _position = pos;

    /// <inheritdoc/>
    public override byte ReadByte() => Take(1)[0];

    /// <inheritdoc/>
    public override void ReadBytes(byte[] b, int offset, int len) => Take(len).CopyTo(b.AsSpan(offset));

    /// <inheritdoc/>
    public override object Clone()
    {
        var clone = (CommitInput)base.Clone();
        clone._isClone = true;
        return clone;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isClone)
        {
            _file.Dispose();
        }
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || _position > _file.Length - count)
        {
            throw new EndOfStreamException($"{ToString()}: {count} bytes at {_position} reach over the end, {_file.Length}");
        }

        var bytes = _file.Slice(_position, count);
        _position += count;
        return bytes;
    }
}
