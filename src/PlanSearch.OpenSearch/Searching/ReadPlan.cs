using System.Collections.Immutable;
using PlanSearch.Index.Stored;
using PlanSearch.Plans.Text;

namespace PlanSearch.OpenSearch.Searching;

/// <summary>A plan that was fetched.</summary>
/// <param name="Plan">Its structure.</param>
/// <param name="Texts">The texts of its blocks.</param>
internal sealed record ReadPlan(StoredPlan Plan, ImmutableArray<string> Texts)
{
    /// <summary>The same as queries are decided in it.</summary>
    public TextBlocks Blocks { get; } = PlanTextBlocks.Of(Plan, Texts);
}
