using System.Collections.Immutable;
using PlanSearch.Index.Stored;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Port;

/// <summary>A version of a plan that is kept beside those that are searched. Valid while its snapshot is open.</summary>
/// <param name="facts">What is known of it as a whole.</param>
/// <param name="read">Reads it.</param>
/// <param name="filterOf">The blocks that some choices leave.</param>
public sealed class KeptPlan(
    PlanFacts facts, Func<(StoredPlan Plan, ImmutableArray<string> Texts)> read, Func<ImmutableArray<BlockChoice>, BlockFilter> filterOf)
{
    /// <summary>What is known of it as a whole.</summary>
    public PlanFacts Facts { get; } = facts;

    /// <summary>Its structure and the logical texts of its blocks, read anew with each call.</summary>
    public (StoredPlan Plan, ImmutableArray<string> Texts) Read() => read();

    /// <summary>The same with the mentions of a query in it: no list knows of them, so its text is read.</summary>
    /// <exception cref="ColumnNotKeptException">A column of blocks, or a value of one, that this index does not keep.</exception>
    public (StoredPlan Plan, ImmutableArray<string> Texts, IReadOnlyList<TextMatch> Mentions) Find(
        Query query, ImmutableArray<BlockChoice> blocks)
    {
        var (plan, texts) = read();
        return (plan, texts, new TextMatcher(query).In(PlanTextBlocks.Of(plan, texts), filterOf(blocks)).Mentions);
    }
}
