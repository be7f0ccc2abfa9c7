using System.Buffers;
using System.Collections.Immutable;

namespace PlanSearch.Index.Port;

/// <summary>The plans behind a tally, out of counts that are there for every plan.</summary>
/// <param name="table">The plans.</param>
/// <param name="selection">Those that are searched.</param>
/// <param name="mentions">By number of the plan.</param>
/// <param name="records">By number of the plan, its records with mentions.</param>
/// <param name="aside">Plans with something set aside, in any order and as often as one likes.</param>
internal sealed class CountedLists(SnapshotPlans table, PlanSelection selection, int[] mentions, int[] records, IEnumerable<int> aside)
    : ITallyLists
{
    /// <inheritdoc/>
    public PlanPage Page(TallyPage page)
    {
        var plans = ImmutableArray.CreateBuilder<PlanCount>();
        var (skip, left, passed) = (page.Skip, (long)page.Take, 0);
        foreach (var plan in InOrder(page.Order))
        {
            var units = page.Unit switch { TallyUnit.Plans => 1, TallyUnit.Records => plan.Records, _ => plan.Mentions };
            if (units <= skip)
            {
                skip -= units;
                continue;
            }

            if (left <= 0)
            {
                break;
            }

            passed = plans.Count == 0 ? (int)skip : passed;
            plans.Add(plan);
            left -= units - skip;
            skip = 0;
        }

        return new PlanPage(plans.ToImmutable(), passed);
    }

    /// <inheritdoc/>
    public IEnumerable<PlanCount> All()
    {
        foreach (var plan in table.InOrder)
        {
            if (Has(plan))
            {
                yield return Of(plan);
            }
        }
    }

    /// <inheritdoc/>
    public ImmutableArray<int> Without(int skip, int take)
    {
        // Written without a branch, of which a processor would guess every third wrong.
        var plans = ArrayPool<int>.Shared.Rent(table.InOrder.Length);
        var count = 0;
        foreach (var plan in table.InOrder)
        {
            plans[count] = plan;
            count += selection.Contains(plan) & mentions[plan] == 0 ? 1 : 0;
        }

        var start = Math.Min(skip, count);
        var without = ImmutableArray.Create(plans.AsSpan(start, Math.Min(take, count - start)));
        ArrayPool<int>.Shared.Return(plans);
        return without;
    }

    /// <inheritdoc/>
    public ImmutableArray<int> SetAside(int take) =>
    [
        .. aside.Where(selection.Contains).Distinct()
            .OrderBy(plan => table.Ranks[plan])
            .Take(take),
    ];

    // Stable sorts of the order by key, so plans of one density, date or title stay in it.
    private IEnumerable<PlanCount> InOrder(TallyOrder order) => order switch
    {
        TallyOrder.Key => All(),
        TallyOrder.Density => All().OrderByDescending(plan => (double)plan.Mentions / Math.Max(1, table.Characters[plan.Plan])),
        TallyOrder.Date => All().OrderByDescending(plan => table.DateKeys[plan.Plan], StringComparer.Ordinal),
        TallyOrder.Title => All().OrderBy(plan => table.TitleKeys[plan.Plan], StringComparer.Ordinal),
        TallyOrder.Mentions => All().OrderByDescending(plan => plan.Mentions),
        _ => throw new ArgumentOutOfRangeException(nameof(order), order, "A list of plans has no such order."),
    };

    private bool Has(int plan) => mentions[plan] > 0 && selection.Contains(plan);

    private PlanCount Of(int plan) => new(plan, mentions[plan], records[plan]);
}
