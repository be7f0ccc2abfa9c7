using System.Runtime.InteropServices;
using PlanSearch.Index.Segments;

namespace PlanSearch.Index.Search;

/// <summary>
/// Tallies what one part finds in blocks set aside, document by document, and gives it to the counts of all parts at the end.
/// </summary>
/// <param name="view">The segment.</param>
/// <param name="counts">Takes the sums; other parts may give theirs at the same time.</param>
internal sealed class AsideTally(SegmentView view, QueryCounts counts)
{
    private readonly List<AsideCount> _found = [];
    private int _document;
    private int _first;

    /// <summary>What follows is of this document, by its number in the reader, which rises.</summary>
    public void Begin(int document) => (_document, _first) = (document, _found.Count);

    /// <summary>Counts an occurrence.</summary>
    public void Add(int combination)
    {
        var value = view.Combinations.Value(combination, 0);
        // A document has a few values at most, and mostly that of the occurrence before.
        var place = _found.Count;
        while (place > _first && _found[place - 1].Value > value)
        {
            place--;
        }

        if (place > _first && _found[place - 1].Value == value)
        {
            _found[place - 1] = _found[place - 1] with { Count = _found[place - 1].Count + 1 };
        }
        else
        {
            _found.Insert(place, new AsideCount(_document, value, 1));
        }
    }

    /// <summary>Gives the sums.</summary>
    public void Flush() => counts.AddAside(CollectionsMarshal.AsSpan(_found));
}
