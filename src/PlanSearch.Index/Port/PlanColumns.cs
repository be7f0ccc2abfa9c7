using System.Collections.Immutable;
using PlanSearch.Plans.Metadata;

namespace PlanSearch.Index.Port;

/// <summary>The columns by which the plans of a snapshot are told apart, any number of them, and which values each plan has.</summary>
/// <remarks>Made of what is known of the plans; kept by whoever answers, and never sent.</remarks>
public sealed class PlanColumns
{
    private readonly Dictionary<string, PlanColumn> _byName;

    private PlanColumns(ImmutableArray<PlanColumn> all, int plans)
    {
        (All, Plans) = (all, plans);
        _byName = all.ToDictionary(column => column.Name, StringComparer.Ordinal);
    }

    /// <summary>The facets of plans that are listed, the further columns by name, and the id.</summary>
    public ImmutableArray<PlanColumn> All { get; }

    /// <summary>How many plans there are.</summary>
    public int Plans { get; }

    /// <summary>The columns of some plans, by number.</summary>
    public static PlanColumns Of(IReadOnlyList<PlanTraits> plans)
    {
        ArgumentNullException.ThrowIfNull(plans);
        var own = PlanFacets.OfPlans.Select((facet, at) => (facet.IsListed, Column: OfFacet(facet, at, plans))).ToLookup(
            one => one.IsListed, one => one.Column);
        var further = plans.SelectMany(plan => plan.Extra.Keys)
            .Distinct(StringComparer.Ordinal)
            .Where(name => PlanFacets.Find(name) is null)
            .Order(StringComparer.Ordinal)
            .Select(name => PlanColumn.Flat(name, plans, plan => plan.Extra.GetValueOrDefault(name, PlanMetadata.Unknown)));
        return new PlanColumns([.. own[true], .. further, .. own[false]], plans.Count);
    }

    /// <summary>The column of that name; null when there is none.</summary>
    public PlanColumn? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The plans that a filter lets through.</summary>
    public PlanSelection Select(PlanFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return PlanSelection.Of(this, filter);
    }

    private static PlanColumn OfFacet(PlanFacet facet, int at, IReadOnlyList<PlanTraits> plans) => facet.IsTree
        ? PlanColumn.Tree(facet.Name, plans, plan => plan.Values[at])
        : PlanColumn.Flat(facet.Name, plans, plan => plan.Values[at]);
}
