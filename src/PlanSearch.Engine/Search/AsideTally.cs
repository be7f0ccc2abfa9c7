namespace PlanSearch.Engine.Search;

/// <summary>Tallies what one part finds in blocks set aside, document by document, and gives it to the counts of all parts at the end.</summary>
/// <param name="view">The segment.</param>
/// <param name="counts">Takes the sums; other parts may give theirs at the same time.</param>
internal sealed class AsideTally(SegmentView view, QueryCounts counts)
{
    private readonly List<AsideCount> _found = [];
    private int _document;

    /// <summary>What follows is of this document, by its number in the reader.</summary>
    public void Begin(int document) => _document = document;

    /// <summary>Counts an occurrence. Runs in one document mostly stand in blocks of one kind.</summary>
    public void Add(int combination)
    {
        var value = view.Combinations.Value(combination, 0);
        if (_found.Count > 0 && _found[^1] is var last && last.Document == _document && last.Value == value)
        {
            _found[^1] = last with { Count = last.Count + 1 };
        }
        else
        {
            _found.Add(new AsideCount(_document, value, 1));
        }
    }

    /// <summary>Gives the sums.</summary>
    public void Flush() => counts.AddAside(_found);
}
