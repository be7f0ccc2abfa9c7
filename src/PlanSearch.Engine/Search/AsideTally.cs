namespace PlanSearch.Engine.Search;

/// <summary>Tallies what one part finds in blocks set aside, document by document, and gives it to the counts of all parts at the end.</summary>
/// <param name="counts">Takes the sums; other parts may give theirs at the same time.</param>
internal sealed class AsideTally(QueryCounts counts)
{
    private readonly List<AsideCount> _found = [];

    /// <summary>Counts an occurrence. Runs in one document mostly stand in blocks of one kind.</summary>
    public void Add(in BlockEntry entry)
    {
        var value = entry.Value(0);
        if (_found.Count > 0 && _found[^1] is var last && last.Document == entry.Document && last.Value == value)
        {
            _found[^1] = last with { Count = last.Count + 1 };
        }
        else
        {
            _found.Add(new AsideCount(entry.Document, value, 1));
        }
    }

    /// <summary>Gives the sums.</summary>
    public void Flush() => counts.AddAside(_found);
}
