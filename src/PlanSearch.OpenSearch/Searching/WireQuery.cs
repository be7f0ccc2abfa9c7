using PlanSearch.Plans.Text;

namespace PlanSearch.OpenSearch.Searching;

/// <summary>A query with what the rules and the cluster ask of it; each is worked out once, when it is first asked.</summary>
/// <param name="query">The query.</param>
internal sealed class WireQuery(Query query)
{
    private readonly Lazy<long> _boost = new(() => PushRules.BoostOf(query.Literals));
    private readonly Lazy<HashSet<string>> _overlaps = new(() => Searching.Overlaps.Of(query.Literals));

    /// <summary>The query.</summary>
    public Query Query => query;

    /// <summary>What is decided plan by plan, or else record by record.</summary>
    public Query Decided { get; } = query is ScopeQuery { Scope: Scope.Document } whole ? whole.Inner : query;

    /// <summary>Whether it is decided plan by plan.</summary>
    public bool IsOfPlan => Decided != query;

    /// <summary>See <see cref="PushRules.BoostOf"/>.</summary>
    public long Boost => _boost.Value;

    /// <summary>See <see cref="Searching.Overlaps"/>.</summary>
    public HashSet<string> Overlaps => _overlaps.Value;
}
