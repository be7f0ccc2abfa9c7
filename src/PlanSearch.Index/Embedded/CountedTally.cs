using System.Collections.Immutable;
using PlanSearch.Index.Port;
using PlanSearch.Index.Search;

namespace PlanSearch.Index.Embedded;

/// <summary>A tally over the counts of every plan that the embedded engine gives: few enough plans to be summed one by one.</summary>
internal sealed class CountedTally
{
    private readonly IndexSearcher _searcher;
    private readonly SnapshotPlans _table;
    private readonly TallyRequest _request;
    private readonly CancellationToken _cancellationToken;
    private readonly PlanSelection _selection;

    private CountedTally(IndexSearcher searcher, SnapshotPlans table, TallyRequest request, CancellationToken cancellationToken)
    {
        (_searcher, _table, _request, _cancellationToken) = (searcher, table, request, cancellationToken);
        _selection = table.Columns.Select(request.Plans);
    }

    public static TallyAnswer Of(IndexSearcher searcher, SnapshotPlans table, TallyRequest request, CancellationToken cancellationToken) =>
        new CountedTally(searcher, table, request, cancellationToken).Answer();

    private TallyAnswer Answer()
    {
        var facets = _request.Facets;
        // Columns of blocks are counted by the engine, those of plans are summed here.
        ImmutableArray<string> ofBlocks = [.. facets.Where(name => _table.Columns.Find(name) is null)];
        var (counts, best) = Count([.. ofBlocks.Select(BlockColumns.RankOf)]);
        var lists = new CountedLists(
            _table, _selection, counts.MentionsByDocument, counts.RecordsByDocument, counts.Aside.Select(aside => aside.Document));
        var mentioning = facets.IsEmpty ? [] : Mentioning(counts);
        var tallies = ImmutableArray.CreateBuilder<FacetTally>(facets.Length);
        foreach (var name in facets)
        {
            tallies.Add(new FacetTally(name, _table.Columns.Find(name) is { } column
                ? CountPlans(column, counts, mentioning)
                : CountBlocks(name, counts.ByColumn[ofBlocks.IndexOf(name)], mentioning)));
        }

        var (occurs, occursAside) = Occurs(counts);
        return new TallyAnswer
        {
            Total = TotalOf(counts),
            PlansSearched = _selection.Count,
            Occurs = occurs,
            OccursAside = occursAside,
            Aside = AsideOf(counts),
            LongerRuns = LongerRunsOf(counts),
            Facets = tallies.MoveToImmutable(),
            Page = _request.Page is { Order: not TallyOrder.Relevance } page ? lists.Page(page) : PlanPage.Empty,
            Best = best,
            Lists = lists,
        };
    }

    private (QueryCounts Counts, ImmutableArray<ScoredRecord> Best) Count(int[] columns)
    {
        var filter = BlockColumns.FilterOf(_request.Blocks);
        if (_request.Page is not { Order: TallyOrder.Relevance } page)
        {
            return (_searcher.Count(_request.Query, filter, columns, _cancellationToken), []);
        }

        var skip = (int)Math.Min(page.Skip, int.MaxValue - page.Take);
        var (counts, best) = _searcher.Search(
            _request.Query, filter, columns, Ranks(), skip + page.Take, PlanSchema.Weighting with { ByLiteral = _request.Weights }, _cancellationToken);
        return (counts, [.. best.Skip(skip).Select(record => new ScoredRecord(record.Document, record.Record, record.Score))]);
    }

    // By number of the plan: its place in the order; -1 for one that is not searched.
    private ImmutableArray<int> Ranks() =>
        _selection.IsEvery ? _table.Ranks : [.. _table.Ranks.Select((rank, plan) => _selection.Contains(plan) ? rank : -1)];

    private (bool Mentions, bool Aside) Occurs(QueryCounts counts)
    {
        if (_request.Plans.Scope.IsEmpty)
        {
            return (counts.MentionsByDocument.AsSpan().ContainsAnyExcept(0), !counts.Aside.IsEmpty);
        }

        var scope = _table.Columns.Select(new PlanFilter { Scope = _request.Plans.Scope });
        return (
            Enumerable.Range(0, scope.Total).Any(plan => counts.MentionsByDocument[plan] > 0 && scope.Contains(plan)),
            counts.Aside.Any(aside => scope.Contains(aside.Document)));
    }

    private UnitCounts TotalOf(QueryCounts counts)
    {
        var (mentions, records, plans) = (0L, 0L, 0L);
        var (mentionsByPlan, recordsByPlan) = (counts.MentionsByDocument, counts.RecordsByDocument);
        for (var plan = 0; plan < mentionsByPlan.Length; plan++)
        {
            if (mentionsByPlan[plan] > 0 && _selection.Contains(plan))
            {
                mentions += mentionsByPlan[plan];
                records += recordsByPlan[plan];
                plans++;
            }
        }

        return new UnitCounts(mentions, records, plans);
    }

    private ImmutableArray<(int Kind, long Count)> AsideOf(QueryCounts counts)
    {
        if (counts.Aside.IsEmpty)
        {
            return [];
        }

        var byKind = new long[IndexSchema.MaxColumnValues];
        foreach (var (plan, kind, count) in counts.Aside)
        {
            byKind[kind] += _selection.Contains(plan) ? count : 0;
        }

        return [.. byKind.Index().Where(kind => kind.Item > 0)];
    }

    private long LongerRunsOf(QueryCounts counts)
    {
        var longerRuns = 0L;
        // Hardly a query has any.
        if (counts.LongerRunsByDocument.AsSpan().ContainsAnyExcept(0))
        {
            for (var plan = 0; plan < _selection.Total; plan++)
            {
                longerRuns += _selection.Contains(plan) ? counts.LongerRunsByDocument[plan] : 0;
            }
        }

        return longerRuns;
    }

    /// <summary>The plans with mentions, by their numbers: every facet is counted over these alone.</summary>
    private static ReadOnlySpan<int> Mentioning(QueryCounts counts)
    {
        var mentions = counts.MentionsByDocument.AsSpan();
        if (!mentions.ContainsAnyExcept(0))
        {
            return [];
        }

        var plans = new int[mentions.Length];
        var count = 0;
        for (var plan = 0; plan < mentions.Length; plan++)
        {
            plans[count] = plan;
            count += mentions[plan] > 0 ? 1 : 0;
        }

        return plans.AsSpan(0, count);
    }

    // No tallies at all stand for zeros.
    private ImmutableArray<UnitCounts> CountPlans(PlanColumn column, QueryCounts counts, ReadOnlySpan<int> mentioning)
    {
        if (mentioning.IsEmpty)
        {
            return [];
        }

        var tallies = new ValueTally[column.Values.Length];
        var (mentions, records) = (counts.MentionsByDocument, counts.RecordsByDocument);
        foreach (var plan in mentioning)
        {
            if (_selection.ContainsWithout(plan, column.Name))
            {
                foreach (var rank in column.RanksOf(plan))
                {
                    tallies[rank].Add(mentions[plan], records[plan]);
                }
            }
        }

        return Counts(tallies);
    }

    // A facet without a choice of its own stands under the very filters that everything was counted with.
    private ImmutableArray<UnitCounts> CountBlocks(string name, ColumnCounts counts, ReadOnlySpan<int> mentioning)
    {
        if (!_request.Blocks.Any(choice => choice.Column == name && !choice.IsLasting))
        {
            return CountBlocks(counts, mentioning);
        }

        var without = BlockColumns.FilterOf(_request.Blocks.RemoveAll(choice => choice.Column == name && !choice.IsLasting));
        var lifted = _searcher.Count(_request.Query, without, [BlockColumns.RankOf(name)], _cancellationToken);
        return CountBlocks(lifted.ByColumn[0], Mentioning(lifted));
    }

    private ImmutableArray<UnitCounts> CountBlocks(ColumnCounts counts, ReadOnlySpan<int> mentioning)
    {
        if (mentioning.IsEmpty)
        {
            return [];
        }

        var tallies = new ValueTally[counts.Values];
        foreach (var plan in mentioning)
        {
            if (!_selection.Contains(plan))
            {
                continue;
            }

            var ofPlan = counts.Of(plan);
            // Zeros are added as well: which values a plan has is more than a processor guesses.
            for (var value = 0; value < ofPlan.Length; value++)
            {
                tallies[value].Add(ofPlan[value].Mentions, ofPlan[value].Records);
            }
        }

        return Counts(tallies);
    }

    private static ImmutableArray<UnitCounts> Counts(ValueTally[] tallies) =>
        [.. tallies.Select(tally => new UnitCounts(tally.Mentions, tally.Records, tally.Plans))];

    // As narrow as one machine's plans allow: it is added to for every plan and value.
    private struct ValueTally
    {
        public long Mentions { get; private set; }

        public int Records { get; private set; }

        public int Plans { get; private set; }

        public void Add(int mentions, int records)
        {
            Mentions += mentions;
            Records += records;
            Plans += mentions > 0 ? 1 : 0;
        }
    }
}
