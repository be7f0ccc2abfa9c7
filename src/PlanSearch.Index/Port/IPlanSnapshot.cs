using System.Collections.Immutable;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Port;

/// <summary>One generation, open for reading. Never changes; safe for any number of threads.</summary>
public interface IPlanSnapshot : IStoredPlans
{
    /// <summary>What its plans are told apart by.</summary>
    PlanColumns Columns { get; }

    /// <summary>Says that structure and texts of some plans will be asked for next.</summary>
    void Prefetch(IReadOnlyList<int> plans);

    /// <summary>The logical text of a block; table cells are separated by TAB.</summary>
    string BlockText(int plan, int block);

    /// <summary>Counts a query under filters, in all and by the values of columns, and lists a page of where it occurs.</summary>
    /// <exception cref="ColumnNotKeptException">A column of blocks, or a value of one, that this index does not keep.</exception>
    TallyAnswer Tally(TallyRequest request, CancellationToken cancellationToken);

    /// <summary>Mentions, records and plans in all, without any filter: what the index can say at once it does not count.</summary>
    UnitCounts Totals(Query query, CancellationToken cancellationToken);

    /// <summary>The mentions in all plans, plan by plan, many at a time.</summary>
    void Mentions(Query query, ImmutableArray<BlockChoice> blocks, MentionReceiver receive, CancellationToken cancellationToken);

    /// <summary>
    /// The mentions in some plans in reading order, a call a plan in the order they are named in, also where there are none.
    /// </summary>
    void Mentions(
        Query query,
        ImmutableArray<BlockChoice> blocks,
        IReadOnlyList<int> plans,
        MentionReceiver receive,
        CancellationToken cancellationToken);
}
