namespace PlanSearch.Index.Stored;

/// <summary>What was asked for last, up to a bound.</summary>
/// <param name="sizeOf">How much of the bound a value takes.</param>
/// <param name="most">The bound. What was asked for last stays whatever its size.</param>
/// <remarks>Safe for any number of threads.</remarks>
internal sealed class LastUsed<TKey, TValue>(Func<TValue, int> sizeOf, int most)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> _byKey = [];
    private readonly LinkedList<(TKey Key, TValue Value)> _lastUsedFirst = [];
    private int _size;

    /// <summary>The value of a key; null when it is not there.</summary>
    public TValue? Find(TKey key)
    {
        lock (_lock)
        {
            if (!_byKey.TryGetValue(key, out var known))
            {
                return null;
            }

            _lastUsedFirst.Remove(known);
            _lastUsedFirst.AddFirst(known);
            return known.Value.Value;
        }
    }

    /// <summary>Keeps a value; where two threads have made one each, the first stays.</summary>
    /// <returns>The value given.</returns>
    public TValue Keep(TKey key, TValue value)
    {
        lock (_lock)
        {
            if (!_byKey.ContainsKey(key))
            {
                _byKey.Add(key, _lastUsedFirst.AddFirst((key, value)));
                _size += sizeOf(value);
            }

            while (_size > most && _lastUsedFirst.Count > 1)
            {
                var (last, leaving) = _lastUsedFirst.Last!.Value;
                _lastUsedFirst.RemoveLast();
                _byKey.Remove(last);
                _size -= sizeOf(leaving);
            }
        }

        return value;
    }
}
