using System.Collections.Immutable;
using PlanSearch.Plans;
using PlanSearch.Plans.Metadata;

namespace PlanSearch.Answers.Facets;

/// <summary>A facet of the collection: its name, and the values there are.</summary>
/// <param name="Name">See <see cref="FacetNames"/>, or an extra column.</param>
/// <param name="Label">As shown.</param>
/// <param name="Values">In the order they are listed; a tree lists a parent before its children.</param>
/// <param name="IsTree">Values are paths joined by "/".</param>
internal abstract record FacetField(string Name, string Label, ImmutableArray<string> Values, bool IsTree)
{
    private readonly Dictionary<string, int> _ranks = Ranks(Values);

    /// <summary>How each value is shown: the last step of a path, and how many are before it.</summary>
    public ImmutableArray<(string Label, int Depth)> Shown { get; } = ImmutableArray.CreateRange(
        Values,
        value => value == PlanMetadata.Unknown ? (PlanMetadata.UnknownInWords, 0)
            : IsTree ? (value[(value.LastIndexOf('/') + 1)..], value.AsSpan().Count('/'))
            : (value, 0));

    /// <summary>The rank of a value; -1 when there is none of that name.</summary>
    public int RankOf(string value) => _ranks.GetValueOrDefault(value, -1);

    private static Dictionary<string, int> Ranks(ImmutableArray<string> values)
    {
        var ranks = new Dictionary<string, int>(values.Length, StringComparer.Ordinal);
        for (var rank = 0; rank < values.Length; rank++)
        {
            ranks.Add(values[rank], rank);
        }

        return ranks;
    }
}

/// <summary>A facet by which whole plans are told apart.</summary>
/// <param name="Name">See <see cref="FacetField"/>; the column has the same.</param>
/// <param name="Label">See <see cref="FacetField"/>.</param>
/// <param name="Values">See <see cref="FacetField"/>.</param>
/// <param name="ColumnRanks">The rank of each value in the column.</param>
/// <param name="IsTree">See <see cref="FacetField"/>.</param>
/// <param name="IsListed">Whether answers count it; a list of all plans would be no help.</param>
internal sealed record PlanFacetField(
    string Name, string Label, ImmutableArray<string> Values, ImmutableArray<int> ColumnRanks, bool IsTree = false, bool IsListed = true)
    : FacetField(Name, Label, Values, IsTree);

/// <summary>A facet by which blocks, or spans of them, are told apart: its ranks are the numbers of the column's values.</summary>
/// <param name="Name">See <see cref="FacetField"/>; the column has the same.</param>
/// <param name="Label">See <see cref="FacetField"/>.</param>
/// <param name="Values">See <see cref="FacetField"/>.</param>
internal sealed record BlockFacetField(string Name, string Label, ImmutableArray<string> Values)
    : FacetField(Name, Label, Values, IsTree: false);
