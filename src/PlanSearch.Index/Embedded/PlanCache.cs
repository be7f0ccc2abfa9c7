using PlanSearch.Index.Stored;

namespace PlanSearch.Index.Embedded;

/// <summary>The plans of a snapshot that were decoded last.</summary>
/// <param name="load">Decodes a plan by its number; may run twice for one plan when two threads ask at once.</param>
/// <param name="maxBlocks">The most blocks kept; about 300 bytes each. The plan asked for last stays whatever its size.</param>
/// <remarks>Safe for any number of threads.</remarks>
internal sealed class PlanCache(Func<int, StoredPlan> load, int maxBlocks)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, LinkedListNode<(int Number, StoredPlan Plan)>> _byNumber = [];
    private readonly LinkedList<(int Number, StoredPlan Plan)> _lastUsedFirst = [];
    private int _blocks;

    public StoredPlan Get(int number)
    {
        lock (_lock)
        {
            if (_byNumber.TryGetValue(number, out var known))
            {
                _lastUsedFirst.Remove(known);
                _lastUsedFirst.AddFirst(known);
                return known.Value.Plan;
            }
        }

        var plan = load(number);
        lock (_lock)
        {
            if (!_byNumber.ContainsKey(number))
            {
                _byNumber.Add(number, _lastUsedFirst.AddFirst((number, plan)));
                _blocks += plan.Blocks.Length;
                Trim();
            }
        }

        return plan;
    }

    private void Trim()
    {
        while (_blocks > maxBlocks && _lastUsedFirst.Count > 1)
        {
            var (number, plan) = _lastUsedFirst.Last!.Value;
            _lastUsedFirst.RemoveLast();
            _byNumber.Remove(number);
            _blocks -= plan.Blocks.Length;
        }
    }
}
