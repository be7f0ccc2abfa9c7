using PlanSearch.OpenSearch.Generations;

namespace PlanSearch.OpenSearch.Searching;

/// <summary>The plans of a generation as they are read.</summary>
/// <param name="reads">Reads them.</param>
/// <param name="view">Where they lie.</param>
/// <param name="plans">The generation.</param>
internal sealed class GenerationTexts(PlanReads reads, GenerationView view, GenerationPlans plans)
{
    /// <summary>A plan.</summary>
    public ReadPlan One(int plan) => reads.One(view, plans.Numbers[plan]);

    /// <summary>What is seen in some plans, in their order.</summary>
    /// <param name="of">Their numbers in the snapshot.</param>
    /// <param name="look">Looks into a plan; on any thread.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public IEnumerable<T> Of<T>(IEnumerable<int> of, Func<ReadPlan, T> look, CancellationToken cancellationToken) =>
        reads.Of(view, [.. of.Select(plan => plans.Numbers[plan])], look, cancellationToken);
}
