using System.Buffers;

namespace PlanSearch.Export.Cells;

/// <summary>Gathers bytes and passes them on in chunks, so that a million small rows are not a million writes.</summary>
/// <param name="output">Where they go; not closed here.</param>
internal sealed class ChunkedOutput(Stream output)
{
    private const int ChunkBytes = 64 * 1024;

    private readonly ArrayBufferWriter<byte> _buffer = new(2 * ChunkBytes);

    public IBufferWriter<byte> Buffer => _buffer;

    /// <summary>Passes on what has gathered, if it is enough for a chunk.</summary>
    public ValueTask PassOnAsync(CancellationToken cancellationToken) =>
        _buffer.WrittenCount < ChunkBytes ? ValueTask.CompletedTask : FlushAsync(cancellationToken);

    /// <summary>Passes on everything.</summary>
    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await output.WriteAsync(_buffer.WrittenMemory, cancellationToken);
        _buffer.ResetWrittenCount();
    }
}
