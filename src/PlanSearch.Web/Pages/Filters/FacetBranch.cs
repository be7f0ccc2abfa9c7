using PlanSearch.Answers.Hits;

namespace PlanSearch.Web.Pages.Filters;

/// <summary>A value of a facet with the values below it; a flat facet has none below.</summary>
/// <param name="Value">The value.</param>
/// <param name="Below">Its children, in the order of the facet.</param>
public sealed record FacetBranch(FacetValue Value, IReadOnlyList<FacetBranch> Below)
{
    /// <summary>How many values there are, this one included.</summary>
    public int Size => 1 + Below.Sum(branch => branch.Size);

    /// <summary>Whether it, or a value below it, is included or excluded.</summary>
    public bool HasChoice => Value.State != "none" || Below.Any(branch => branch.HasChoice);

    /// <summary>The values at the top of a facet. A value whose parent is not listed is at the top itself.</summary>
    public static IReadOnlyList<FacetBranch> Of(Facet facet)
    {
        ArgumentNullException.ThrowIfNull(facet);
        var top = new List<FacetBranch>();
        var open = new Stack<(FacetBranch Branch, List<FacetBranch> Below)>();
        foreach (var value in facet.Values)
        {
            var below = new List<FacetBranch>();
            var branch = new FacetBranch(value, below);
            while (open.Count > 0 && open.Peek().Branch.Value.Depth >= value.Depth)
            {
                open.Pop();
            }

            (open.Count > 0 ? open.Peek().Below : top).Add(branch);
            open.Push((branch, below));
        }

        return top;
    }
}
