using System.Collections.Immutable;
using PlanSearch.Index.Stored;
using PlanSearch.Plans.Metadata;

namespace PlanSearch.Index.Port;

/// <summary>
/// What whoever answers keeps in memory of the plans of a snapshot to filter, count and order them by: made once a snapshot.
/// </summary>
internal sealed class SnapshotPlans
{
    // Made when somebody first asks for the order: few do.
    private readonly Lazy<ImmutableArray<string>> _dateKeys;
    private readonly Lazy<ImmutableArray<string>> _titleKeys;

    private SnapshotPlans(PlanColumns columns, int[] inOrder, IReadOnlyList<PlanFacts> plans)
    {
        (Columns, InOrder) = (columns, inOrder);
        Characters = [.. plans.Select(plan => plan.Characters)];
        _dateKeys = new(() => [.. plans.Select(plan => PrintedDate.SortKeyOf(plan.Metadata.Date))]);
        _titleKeys = new(() => [.. plans.Select(plan => PlanSortKeys.OfTitle(plan.Metadata.Title))]);
        var ranks = new int[inOrder.Length];
        for (var rank = 0; rank < inOrder.Length; rank++)
        {
            ranks[inOrder[rank]] = rank;
        }

        Ranks = [.. ranks];
    }

    public PlanColumns Columns { get; }

    /// <summary>The plans by order key, then by id.</summary>
    public int[] InOrder { get; }

    /// <summary>By number of the plan, its place in <see cref="InOrder"/>.</summary>
    public ImmutableArray<int> Ranks { get; }

    /// <summary>By number of the plan, its characters that are searched.</summary>
    public int[] Characters { get; }

    /// <summary>By number of the plan, its date as a key that sorts (<see cref="PrintedDate.SortKeyOf"/>).</summary>
    public ImmutableArray<string> DateKeys => _dateKeys.Value;

    /// <summary>By number of the plan, its title as a key that sorts (<see cref="PlanSortKeys.OfTitle"/>).</summary>
    public ImmutableArray<string> TitleKeys => _titleKeys.Value;

    /// <param name="plans">What is known of each plan, by number.</param>
    public static SnapshotPlans Of(IReadOnlyList<PlanFacts> plans)
    {
        int[] inOrder = [.. Enumerable.Range(0, plans.Count)];
        Array.Sort(inOrder, (left, right) => Compare(plans[left], plans[right]));
        return new SnapshotPlans(
            PlanColumns.Of([.. plans.Select(PlanTraits.Of)]), inOrder, plans);
    }

    private static int Compare(PlanFacts left, PlanFacts right) =>
        string.CompareOrdinal(left.OrderKey, right.OrderKey) is var byKey and not 0 ? byKey : string.CompareOrdinal(left.Id, right.Id);
}
