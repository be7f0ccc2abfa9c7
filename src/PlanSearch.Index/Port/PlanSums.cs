using System.Collections.Immutable;

namespace PlanSearch.Index.Port;

/// <summary>An answer out of counts that are there for every plan: few enough plans to be summed one by one.</summary>
/// <param name="table">The plans.</param>
/// <param name="selection">Those that are searched.</param>
/// <param name="request">What was asked.</param>
/// <param name="mentions">By number of the plan.</param>
/// <param name="records">By number of the plan, its records with mentions.</param>
/// <param name="aside">What is set aside, by plan and kind, in any order.</param>
internal sealed class PlanSums(
    SnapshotPlans table,
    PlanSelection selection,
    TallyRequest request,
    int[] mentions,
    int[] records,
    IReadOnlyList<(int Plan, int Kind, long Count)> aside)
{
    private int[]? _mentioning;

    /// <summary>The plans with mentions, by their numbers: every facet is counted over these alone.</summary>
    public ReadOnlySpan<int> Mentioning => _mentioning ??= MentioningOf(mentions);

    /// <summary>Sums over the plans that are let through; the lists behind the sums are made when they are asked for.</summary>
    /// <param name="longerRuns">See <see cref="TallyAnswer.LongerRuns"/>.</param>
    /// <param name="ofBlocks">The facet of a column of blocks.</param>
    /// <param name="best">The page by relevance.</param>
    public TallyAnswer Answer(long longerRuns, Func<string, ImmutableArray<UnitCounts>> ofBlocks, ImmutableArray<ScoredRecord> best)
    {
        var lists = new CountedLists(table, selection, mentions, records, aside.Select(one => one.Plan));
        var facets = ImmutableArray.CreateBuilder<FacetTally>(request.Facets.Length);
        foreach (var name in request.Facets)
        {
            facets.Add(new FacetTally(name, table.Columns.Find(name) is { } column ? ByPlans(column) : ofBlocks(name)));
        }

        var (occurs, occursAside) = Occurs();
        return new TallyAnswer
        {
            Total = Total(),
            PlansSearched = selection.Count,
            Occurs = occurs,
            OccursAside = occursAside,
            Aside = Aside(),
            LongerRuns = longerRuns,
            Facets = facets.MoveToImmutable(),
            Page = request.Page is { Order: not TallyOrder.Relevance } page ? lists.Page(page) : PlanPage.Empty,
            Best = best,
            Lists = lists,
        };
    }

    /// <summary>The plans with mentions, by their numbers.</summary>
    /// <param name="mentions">By number of the plan.</param>
    public static int[] MentioningOf(int[] mentions)
    {
        if (!mentions.AsSpan().ContainsAnyExcept(0))
        {
            return [];
        }

        // Written without a branch, of which a processor would guess many wrong.
        var plans = new int[mentions.Length];
        var count = 0;
        for (var plan = 0; plan < mentions.Length; plan++)
        {
            plans[count] = plan;
            count += mentions[plan] > 0 ? 1 : 0;
        }

        return plans[..count];
    }

    private (bool Mentions, bool Aside) Occurs()
    {
        if (request.Plans.Scope.IsEmpty)
        {
            return (mentions.AsSpan().ContainsAnyExcept(0), aside.Count > 0);
        }

        var scope = table.Columns.Select(new PlanFilter { Scope = request.Plans.Scope });
        return (
            Enumerable.Range(0, scope.Total).Any(plan => mentions[plan] > 0 && scope.Contains(plan)),
            aside.Any(one => scope.Contains(one.Plan)));
    }

    private UnitCounts Total()
    {
        var (ofMentions, ofRecords, ofPlans) = (0L, 0L, 0L);
        for (var plan = 0; plan < mentions.Length; plan++)
        {
            if (mentions[plan] > 0 && selection.Contains(plan))
            {
                ofMentions += mentions[plan];
                ofRecords += records[plan];
                ofPlans++;
            }
        }

        return new UnitCounts(ofMentions, ofRecords, ofPlans);
    }

    private ImmutableArray<(int Kind, long Count)> Aside()
    {
        if (aside.Count == 0)
        {
            return [];
        }

        var byKind = new long[BlockColumns.MaxValues];
        foreach (var (plan, kind, count) in aside)
        {
            byKind[kind] += selection.Contains(plan) ? count : 0;
        }

        return [.. byKind.Index().Where(kind => kind.Item > 0)];
    }

    // No tallies at all stand for zeros.
    private ImmutableArray<UnitCounts> ByPlans(PlanColumn column)
    {
        if (Mentioning.IsEmpty)
        {
            return [];
        }

        var tallies = new ValueTally[column.Values.Length];
        foreach (var plan in Mentioning)
        {
            if (selection.ContainsWithout(plan, column.Name))
            {
                foreach (var rank in column.RanksOf(plan))
                {
                    tallies[rank].Add(mentions[plan], records[plan]);
                }
            }
        }

        return ValueTally.Counts(tallies);
    }
}

/// <summary>What is counted of a value: as narrow as the plans of one request allow, as it is added to for every plan and value.</summary>
internal struct ValueTally
{
    private long _mentions;
    private int _records;
    private int _plans;

    public static ImmutableArray<UnitCounts> Counts(ValueTally[] tallies) =>
        [.. tallies.Select(tally => new UnitCounts(tally._mentions, tally._records, tally._plans))];

    /// <summary>Adds a plan; zeros may be added too.</summary>
    public void Add(int mentions, int records)
    {
        _mentions += mentions;
        _records += records;
        _plans += mentions > 0 ? 1 : 0;
    }
}
