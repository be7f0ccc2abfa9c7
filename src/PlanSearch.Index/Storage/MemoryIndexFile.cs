namespace PlanSearch.Index.Storage;

/// <summary>A file that is in memory alone; closing it does nothing.</summary>
/// <param name="bytes">The bytes; they must not change any more.</param>
internal sealed class MemoryIndexFile(byte[] bytes) : IndexFile
{
    /// <inheritdoc/>
    public override long Length => bytes.Length;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Slice(long offset, int count) => bytes.AsSpan(checked((int)offset), count);

    /// <inheritdoc/>
    public override void Dispose()
    {
    }
}
