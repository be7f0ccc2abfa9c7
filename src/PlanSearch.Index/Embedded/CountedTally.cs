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

    /// <summary>Counts at once, lists behind the counts excepted; a column that is neither of plans nor of blocks is refused.</summary>
    /// <exception cref="ColumnNotKeptException">There is no such column.</exception>
    public static TallyAnswer Of(IndexSearcher searcher, SnapshotPlans table, TallyRequest request, CancellationToken cancellationToken) =>
        new CountedTally(searcher, table, request, cancellationToken).Answer();

    private TallyAnswer Answer()
    {
        var facets = _request.Facets;
        // Columns of blocks are counted by the engine, those of plans are summed here.
        ImmutableArray<string> ofBlocks = [.. facets.Where(name => _table.Columns.Find(name) is null)];
        var (counts, best) = Count([.. ofBlocks.Select(BlockColumns.RankOf)]);
        var sums = new PlanSums(
            _table, _selection, _request, counts.MentionsByDocument, counts.RecordsByDocument,
            [.. counts.Aside.Select(aside => (aside.Document, aside.Value, (long)aside.Count))]);
        return sums.Answer(LongerRunsOf(counts), name => CountBlocks(name, counts.ByColumn[ofBlocks.IndexOf(name)], sums.Mentioning), best);
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
            _request.Query,
            filter,
            columns,
            Ranks(),
            skip + page.Take,
            PlanSchema.Weighting with { ByLiteral = _request.Weights },
            _cancellationToken);
        return (counts, [.. best.Skip(skip).Select(record => new ScoredRecord(record.Document, record.Record, record.Score))]);
    }

    // By number of the plan: its place in the order; -1 for one that is not searched.
    private ImmutableArray<int> Ranks() =>
        _selection.IsEvery ? _table.Ranks : [.. _table.Ranks.Select((rank, plan) => _selection.Contains(plan) ? rank : -1)];

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

    // A facet without a choice of its own is under the very filters that everything was counted with.
    private ImmutableArray<UnitCounts> CountBlocks(string name, ColumnCounts counts, ReadOnlySpan<int> mentioning)
    {
        if (!_request.Blocks.Any(choice => choice.Column == name && !choice.IsLasting))
        {
            return CountBlocks(counts, mentioning);
        }

        var without = BlockColumns.FilterOf(_request.Blocks.RemoveAll(choice => choice.Column == name && !choice.IsLasting));
        var lifted = _searcher.Count(_request.Query, without, [BlockColumns.RankOf(name)], _cancellationToken);
        return CountBlocks(lifted.ByColumn[0], PlanSums.MentioningOf(lifted.MentionsByDocument));
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

        return ValueTally.Counts(tallies);
    }
}
