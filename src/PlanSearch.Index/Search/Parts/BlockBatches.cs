using PlanSearch.Index.Segments;

namespace PlanSearch.Index.Search.Parts;

/// <summary>Offsets with their blocks, as many at a time as stay in the nearest cache.</summary>
/// <param name="view">The segment.</param>
/// <param name="offsets">The offsets.</param>
/// <param name="buffer">Room for <see cref="Length"/> blocks.</param>
internal ref struct BlockBatches(SegmentView view, ReadOnlySpan<int> offsets, Span<int> buffer)
{
    /// <summary>Offsets of a batch, the last one left out.</summary>
    public const int Length = 256;

    private readonly Span<int> _buffer = buffer[..Length];
    private ReadOnlySpan<int> _rest = offsets;

    /// <summary>The offsets at hand.</summary>
    public ReadOnlySpan<int> Offsets { get; private set; }

    /// <summary>Their blocks, by their numbers in the segment.</summary>
    public readonly ReadOnlySpan<int> Blocks => _buffer[..Offsets.Length];

    /// <summary>Steps to the next batch; false when there is none.</summary>
    public bool Next()
    {
        Offsets = _rest[..Math.Min(Length, _rest.Length)];
        _rest = _rest[Offsets.Length..];
        view.Locate(Offsets, _buffer);
        return !Offsets.IsEmpty;
    }
}
