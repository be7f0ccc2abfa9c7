using System.Collections.Immutable;
using PlanSearch.Index.Stored;
using PlanSearch.Plans.Metadata;

namespace PlanSearch.Index.Port;

/// <summary>What a plan is told apart by.</summary>
/// <param name="Values">Its value of each of <see cref="PlanFacets.OfPlans"/>.</param>
/// <param name="Extra">Its further columns.</param>
public readonly record struct PlanTraits(ImmutableArray<string> Values, ImmutableSortedDictionary<string, string> Extra)
{
    /// <summary>Reads them off what is known of a plan; unknown values are values too.</summary>
    public static PlanTraits Of(PlanOrigin plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new PlanTraits([.. PlanFacets.OfPlans.Select(facet => facet.Of!(plan.Id, plan.Metadata))], plan.Metadata.Extra);
    }
}
