using System.Collections.Immutable;
using PlanSearch.Plans;
using PlanSearch.Plans.Metadata;

namespace PlanSearch.Index.Port;

/// <summary>The columns by which the plans of a snapshot are told apart, any number of them, and which values each plan has.</summary>
/// <remarks>Made of what is known of the plans; kept by whoever answers, and never sent.</remarks>
public sealed class PlanColumns
{
    /// <summary>The steps of the region, each with those above it: a value holds for all below it.</summary>
    public const string Region = FacetNames.Region;

    /// <summary>层级.</summary>
    public const string Level = FacetNames.Level;

    /// <summary>时期.</summary>
    public const string Period = FacetNames.Period;

    /// <summary>类型.</summary>
    public const string Type = FacetNames.Type;

    /// <summary>The id.</summary>
    public const string Plan = FacetNames.Plan;

    private static readonly ImmutableArray<string> Taken =
        [Region, Level, Period, Type, Plan, BlockColumns.Part, BlockColumns.Section, BlockColumns.Context];

    private readonly Dictionary<string, PlanColumn> _byName;

    private PlanColumns(ImmutableArray<PlanColumn> all, int plans)
    {
        (All, Plans) = (all, plans);
        _byName = all.ToDictionary(column => column.Name, StringComparer.Ordinal);
    }

    /// <summary>Region, level, period, type, the further columns by name, and the id.</summary>
    public ImmutableArray<PlanColumn> All { get; }

    /// <summary>How many plans there are.</summary>
    public int Plans { get; }

    /// <summary>The columns of some plans, by number.</summary>
    public static PlanColumns Of(IReadOnlyList<PlanTraits> plans)
    {
        ArgumentNullException.ThrowIfNull(plans);
        var columns = new List<PlanColumn>
        {
            PlanColumn.Tree(Region, plans, plan => plan.RegionPath),
            PlanColumn.Flat(Level, plans, plan => plan.Level),
            PlanColumn.Flat(Period, plans, plan => plan.Period),
            PlanColumn.Flat(Type, plans, plan => plan.Type),
        };
        var extra = plans.SelectMany(plan => plan.Extra.Keys).Distinct(StringComparer.Ordinal).Except(Taken);
        columns.AddRange(extra.Order(StringComparer.Ordinal).Select(
            name => PlanColumn.Flat(name, plans, plan => plan.Extra.GetValueOrDefault(name, PlanMetadata.Unknown))));
        columns.Add(PlanColumn.Flat(Plan, plans, plan => plan.Id));
        return new PlanColumns([.. columns], plans.Count);
    }

    /// <summary>The column of that name; null when there is none.</summary>
    public PlanColumn? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The plans that a filter lets through.</summary>
    public PlanSelection Select(PlanFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return PlanSelection.Of(this, filter);
    }
}
