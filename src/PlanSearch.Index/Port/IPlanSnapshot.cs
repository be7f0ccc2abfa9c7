using System.Collections.Immutable;
using PlanSearch.Index.Stored;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Port;

/// <summary>The plans of one generation as they were put, and what was published with them. Nothing here searches.</summary>
/// <remarks>Plans are numbered from 0; the numbers hold for this object only.</remarks>
public interface IStoredPlans : IDisposable
{
    /// <summary>Its number, from 1.</summary>
    long Generation { get; }

    /// <summary>
    /// The identity of the index it is of: kept over its generations, another one once an index is built anew, whose numbers mean something
    /// else.
    /// </summary>
    Guid Identity { get; }

    /// <summary>What was published with it.</summary>
    CorpusManifest Manifest { get; }

    /// <summary>How many plans it holds.</summary>
    int PlanCount { get; }

    /// <summary>
    /// What is known of some plans as a whole, in the order they are named in; quick for any number of them, and asked for together.
    /// </summary>
    ImmutableArray<PlanFacts> Facts(IReadOnlyList<int> plans);

    /// <summary>The plan as structure, without its texts.</summary>
    StoredPlan Plan(int plan);

    /// <summary>The number of the plan with this id; -1 when there is none.</summary>
    int Find(string planId);

    /// <summary>The logical texts of all blocks of a plan.</summary>
    ImmutableArray<string> Texts(int plan);

    /// <summary>The versions of plans kept under a name, in any order; none where there is no such name.</summary>
    ImmutableArray<KeptPlan> Kept(string name);
}

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
