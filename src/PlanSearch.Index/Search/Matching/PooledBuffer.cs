using System.Buffers;

namespace PlanSearch.Index.Search.Matching;

/// <summary>A growing list on rented memory; one owner, one thread.</summary>
/// <typeparam name="T">Values without references.</typeparam>
internal sealed class PooledBuffer<T> : IDisposable
    where T : unmanaged
{
    private T[] _items;

    /// <param name="capacity">How many are expected: so much is rented at once.</param>
    public PooledBuffer(int capacity = 256) => _items = ArrayPool<T>.Shared.Rent(capacity);

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The values so far, in place; no longer valid once one more is added.</summary>
    public Span<T> Span => _items.AsSpan(0, Count);

    /// <summary>Adds a value at the end; larger memory is rented when it is full.</summary>
    public void Add(T item)
    {
        if (Count == _items.Length)
        {
            Grow(Count + 1);
        }

        _items[Count++] = item;
    }

    /// <summary>Adds values at the end, in their order; they must not be of this buffer, whose memory may be given back first.</summary>
    public void AddRange(ReadOnlySpan<T> items) => items.CopyTo(Extend(items.Length));

    /// <summary>Makes room for several, for the caller to write; what is there until then is anything.</summary>
    public Span<T> Extend(int count)
    {
        if (Count + count > _items.Length)
        {
            Grow(Count + count);
        }

        Count += count;
        return _items.AsSpan(Count - count, count);
    }

    /// <summary>Keeps the first <paramref name="count"/>.</summary>
    public void Truncate(int count) => Count = count;

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<T>.Shared.Return(_items);
        _items = [];
        Count = 0;
    }

    private void Grow(int needed)
    {
        var larger = ArrayPool<T>.Shared.Rent(Math.Max(needed, _items.Length * 2));
        Span.CopyTo(larger);
        ArrayPool<T>.Shared.Return(_items);
        _items = larger;
    }
}
