using Lucene.Net.Store;
using PlanSearch.Index.Format;
using PlanSearch.Index.Storage;

namespace PlanSearch.Index.Codec;

/// <summary>A file that Lucene writes; its length and CRC-32C are known when it is closed.</summary>
/// <param name="stream">Where the bytes go; closed with it.</param>
/// <param name="name">The name of the file.</param>
/// <param name="directory">Told of the file when it is closed.</param>
internal sealed class CommitOutput(Stream stream, string name, CommitDirectory directory) : IndexOutput
{
    private uint _lucenes = Crc32.Initial;
    private uint _ours = Crc32C.Initial;
    private long _position;
    private bool _isClosed;

    /// <inheritdoc/>
    public override long Position => _position;

    /// <inheritdoc/>
    public override long Length
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    /// <summary>The sum that Lucene writes into its files.</summary>
    public override long Checksum => Crc32.Finish(_lucenes);

    /// <inheritdoc/>
    public override void Flush() => directory.Write(name, _ => stream.Flush());

    /// <inheritdoc/>
    [Obsolete("Lucene's own is obsolete.")]
    public override void Seek(long pos) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void WriteByte(byte b) => WriteBytes([b], 0, 1);

    /// <inheritdoc/>
    public override void WriteBytes(byte[] b, int offset, int length)
    {
        _lucenes = Crc32.Append(_lucenes, b.AsSpan(offset, length));
        Write(b.AsSpan(offset, length));
    }

    /// <summary>
    /// Writes bytes of a file that has a checksum of its own: Lucene's is not reckoned, which takes longer than the writing.
    /// </summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            stream.Write(bytes);
        }
        catch (Exception e) when (Storage.IndexDirectory.IsWriteFault(e))
        {
            throw new Storage.IndexWriteException(directory.Files.Describe(name), e);
        }

        _ours = Crc32C.Append(_ours, bytes);
        _position += bytes.Length;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing || _isClosed)
        {
            return;
        }

        _isClosed = true;
        directory.Write(name, _ => stream.Dispose());
        directory.Written(new CommitFile(name, _position, Crc32C.Finish(_ours)));
    }
}
