using System.Collections.Immutable;
using PlanSearch.Plans;
using PlanSearch.Plans.Metadata;

namespace PlanSearch.Queries.Requests;

/// <summary>Values of facets under the names they have today: what addresses, tokens and files of before say is still read.</summary>
public static class ValuesToday
{
    /// <summary>What is chosen, each value under its name of today: addresses, certificates and tokens stay what they were.</summary>
    public static ImmutableSortedDictionary<string, FacetSelection> Of(ImmutableSortedDictionary<string, FacetSelection> filters)
    {
        foreach (var (name, said) in filters)
        {
            if (said.Included.Concat(said.Excluded).Any(value => Of(name, value) != value))
            {
                filters = filters.SetItem(name, new FacetSelection(Of(name, said.Included), Of(name, said.Excluded)));
            }
        }

        return filters;
    }

    /// <summary>A value of a facet under its name of today.</summary>
    public static string Of(string facet, string value) => facet switch
    {
        // The id of a plan is no word of ours.
        not FacetNames.Plan when value == PlanMetadata.UnknownInWords => PlanMetadata.Unknown,
        FacetNames.Level => PlanLevels.Today(value),
        FacetNames.Type => PlanTypes.Today(value),
        _ => value,
    };

    private static ImmutableArray<string> Of(string facet, ImmutableArray<string> values) =>
        [.. values.Select(value => Of(facet, value)).Distinct()];
}
