using System.Collections.Immutable;
using PlanSearch.Index.Stored;

namespace PlanSearch.Index.Port;

/// <summary>What plans are told apart by.</summary>
/// <param name="Id">Its id.</param>
/// <param name="RegionPath">The names of its region from the province down; empty when unknown.</param>
/// <param name="Level">层级.</param>
/// <param name="Period">时期.</param>
/// <param name="Type">类型.</param>
/// <param name="Extra">Its further columns.</param>
public readonly record struct PlanTraits(
    string Id, ImmutableArray<string> RegionPath, string Level, string Period, string Type, ImmutableSortedDictionary<string, string> Extra)
{
    /// <summary>The traits of a plan.</summary>
    public static PlanTraits Of(PlanOrigin plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var known = plan.Metadata;
        return new PlanTraits(plan.Id, known.RegionPath, known.Level, known.Period, known.Type, known.Extra);
    }
}
