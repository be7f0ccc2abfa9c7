namespace PlanSearch.Index.Storage;

/// <summary>A published file, open for reading.</summary>
/// <remarks>A span from <see cref="Slice"/> dies with the file: whoever hands one out keeps the file alive.</remarks>
public abstract class IndexFile : IDisposable
{
    /// <summary>How many bytes it has; a published file never grows.</summary>
    public abstract long Length { get; }

    /// <summary>The bytes from <paramref name="offset"/> on, <paramref name="count"/> of them, without copying.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie within the file.</exception>
    public abstract ReadOnlySpan<byte> Slice(long offset, int count);

    /// <summary>Closes the file; closing twice is harmless.</summary>
    public abstract void Dispose();
}
