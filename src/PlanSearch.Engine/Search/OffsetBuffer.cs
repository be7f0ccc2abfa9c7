using System.Buffers;

namespace PlanSearch.Engine.Search;

/// <summary>A growing list of offsets on rented memory; one owner, one thread.</summary>
internal sealed class OffsetBuffer : IDisposable
{
    private int[] _items = ArrayPool<int>.Shared.Rent(256);

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The offsets.</summary>
    public Span<int> Span => _items.AsSpan(0, Count);

    /// <summary>Adds one.</summary>
    public void Add(int offset)
    {
        if (Count == _items.Length)
        {
            Grow(Count + 1);
        }

        _items[Count++] = offset;
    }

    /// <summary>Adds several.</summary>
    public void AddRange(ReadOnlySpan<int> offsets)
    {
        if (Count + offsets.Length > _items.Length)
        {
            Grow(Count + offsets.Length);
        }

        offsets.CopyTo(_items.AsSpan(Count));
        Count += offsets.Length;
    }

    /// <summary>Keeps the first <paramref name="count"/>.</summary>
    public void Truncate(int count) => Count = count;

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_items);
        _items = [];
        Count = 0;
    }

    private void Grow(int needed)
    {
        var larger = ArrayPool<int>.Shared.Rent(Math.Max(needed, _items.Length * 2));
        _items.AsSpan(0, Count).CopyTo(larger);
        ArrayPool<int>.Shared.Return(_items);
        _items = larger;
    }
}
