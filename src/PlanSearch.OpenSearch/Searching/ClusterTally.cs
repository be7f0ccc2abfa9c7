using System.Collections.Immutable;
using PlanSearch.Index.Port;
using PlanSearch.OpenSearch.Generations;
using PlanSearch.Plans.Text;

namespace PlanSearch.OpenSearch.Searching;

/// <summary>Counts over a generation of a cluster.</summary>
/// <param name="plans">Its plans.</param>
/// <param name="search">Searches them.</param>
/// <param name="texts">Reads some of them.</param>
internal sealed class ClusterTally(GenerationPlans plans, GenerationSearch search, GenerationTexts texts)
{
    /// <inheritdoc cref="IPlanSnapshot.Tally"/>
    public TallyAnswer Of(TallyRequest request, CancellationToken cancellationToken)
    {
        foreach (var name in request.Facets.Where(name => plans.Table.Columns.Find(name) is null))
        {
            // Throws where it is none of these either.
            BlockColumns.RankOf(name);
        }

        var selection = plans.Table.Columns.Select(request.Plans);
        var tallies = new PlanTallies(request, plans.Numbers.Length, selection);
        var best = Count(request, tallies, selection, cancellationToken);
        var answer = new PlanSums(plans.Table, selection, request, tallies.Mentions, tallies.Records, tallies.Aside)
            .Answer(tallies.LongerRuns, name => tallies.Facets.First(facet => facet.Name == name).ByValue, best);
        return answer with { PlansVerified = tallies.Verified };
    }

    /// <inheritdoc cref="IPlanSnapshot.Totals"/>
    public UnitCounts Totals(Query query, CancellationToken cancellationToken)
    {
        var request = new TallyRequest(query);
        return PushedQuery.Of(request, plans)?.Total(search, cancellationToken) ?? Of(request, cancellationToken).Total;
    }

    /// <summary>The plans that may have something of a query, rising.</summary>
    public List<int> CandidatesOf(Query query, CancellationToken cancellationToken) =>
        [.. search.Hits(() => Candidates.Of(query), [], cancellationToken).Select(hit => plans.Of(hit.Number))];

    private ImmutableArray<ScoredRecord> Count(
        TallyRequest request, PlanTallies tallies, PlanSelection selection, CancellationToken cancellationToken)
    {
        var wanted = request.Page is { Order: TallyOrder.Relevance } page ? page : null;
        var pushed = PushedQuery.Of(request, plans);
        var toRead = pushed is null ? CandidatesOf(request.Query, cancellationToken) : pushed.Count(search, tallies, cancellationToken);
        var scores = wanted is null ? null : new RecordScores(request.Query.Literals.Length);
        var matcher = new TextMatcher(request.Query);
        var looked = texts.Of(toRead, text => (text.Blocks, matcher.In(text.Blocks, BlockFilter.All)), cancellationToken);
        foreach (var (plan, (blocks, found)) in toRead.Zip(looked))
        {
            var mentions = tallies.Read(plan, blocks, found);
            scores?.Read(plan, blocks, mentions);
        }

        if (scores is null)
        {
            return [];
        }

        var containing = scores.Containing();
        if (pushed is null)
        {
            return [.. scores.Best(wanted!, selection, plans.Table.Ranks, new RecordScoring(plans, containing, request.Weights))];
        }

        var counted = pushed.Containing(search, cancellationToken);
        var scoring = new RecordScoring(plans, [.. containing.Zip(counted, (read, others) => read + others)], request.Weights);
        var best = pushed.Best(search, scoring, wanted!.Skip + wanted.Take, selection, cancellationToken).ToList();
        var filter = BlockColumns.FilterOf(request.Blocks);
        var lookedInto = texts.Of(best, text => (text.Blocks, matcher.In(text.Blocks, filter)), cancellationToken);
        foreach (var (plan, (blocks, found)) in best.Zip(lookedInto))
        {
            scores.Read(plan, blocks, found.Mentions);
        }

        return [.. scores.Best(wanted, selection, plans.Table.Ranks, scoring)];
    }
}
