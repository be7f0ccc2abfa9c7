using System.Collections.Immutable;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;
using PlanSearch.Plans.Metadata;
using PlanSearch.Plans.Text;

namespace PlanSearch.TestSupport.Scan;

/// <summary>A tally as it is defined: every mention of every plan is looked at, once for each number.</summary>
internal sealed class ScanTally : ITallyLists
{
    private readonly IReadOnlyList<ScanPlan> _plans;
    private readonly PlanColumns _columns;
    private readonly TallyRequest _request;
    private readonly List<string> _extra;
    private readonly List<TextMatches> _matches;
    private readonly List<int> _searched;

    public ScanTally(IReadOnlyList<ScanPlan> plans, PlanColumns columns, TallyRequest request)
    {
        (_plans, _columns, _request) = (plans, columns, request);
        _extra = [.. plans.SelectMany(plan => plan.Stored.Metadata.Extra.Keys).Distinct()];
        _matches = [.. plans.Select(plan => plan.Matches(request.Query, request.Blocks))];
        _searched = [.. InOrder.Where(plan => IsSearched(plan, lifted: null))];
    }

    private IEnumerable<int> InOrder => Enumerable.Range(0, _plans.Count)
        .OrderBy(plan => _plans[plan].Stored.OrderKey, StringComparer.Ordinal)
        .ThenBy(plan => _plans[plan].Stored.Id, StringComparer.Ordinal);

    public TallyAnswer Answer() => new()
    {
        Total = CountOf(_searched.Select(plan => (plan, (IEnumerable<TextMatch>)_matches[plan].Mentions))),
        PlansSearched = _searched.Count,
        Occurs = InScope.Any(plan => _matches[plan].Mentions.Length > 0),
        OccursAside = InScope.Any(plan => _matches[plan].Aside.Length > 0),
        Aside =
        [
            .. _searched.SelectMany(plan => _matches[plan].Aside.Select(match => _plans[plan].ValueOf(match, "kind")))
                .CountBy(kind => kind).OrderBy(kind => kind.Key).Select(kind => (kind.Key, (long)kind.Value)),
        ],
        LongerRuns = _searched.Sum(plan => (long)_matches[plan].LongerRuns),
        Facets = [.. _request.Facets.Select(Facet)],
        Page = _request.Page is { Order: not TallyOrder.Relevance } page ? Page(page) : PlanPage.Empty,
        Best = _request.Page is { Order: TallyOrder.Relevance } best
            ? [.. Best().Skip((int)Math.Min(best.Skip, int.MaxValue)).Take(best.Take)]
            : [],
        Lists = this,
    };

    public IEnumerable<PlanCount> All() => _searched.Where(plan => _matches[plan].Mentions.Length > 0).Select(plan =>
        new PlanCount(plan, _matches[plan].Mentions.Length, _matches[plan].Mentions.Select(_plans[plan].RecordOf).Distinct().Count()));

    public ImmutableArray<int> Without(int skip, int take) =>
        [.. _searched.Where(plan => _matches[plan].Mentions.Length == 0).Skip(skip).Take(take)];

    public ImmutableArray<int> SetAside(int take) => [.. _searched.Where(plan => _matches[plan].Aside.Length > 0).Take(take)];

    // Every unit is written out, and those of the page are looked up.
    public PlanPage Page(TallyPage page)
    {
        var ordered = page.Order switch
        {
            TallyOrder.Density => All().OrderByDescending(
                plan => 10_000.0 * plan.Mentions / Math.Max(1, PlanFacts.Of(_plans[plan.Plan].Stored).Characters)),
            TallyOrder.Date => All().OrderByDescending(
                plan => PrintedDate.SortKeyOf(_plans[plan.Plan].Stored.Metadata.Date), StringComparer.Ordinal),
            TallyOrder.Title => All().OrderBy(
                plan => PlanSortKeys.OfTitle(_plans[plan.Plan].Stored.Metadata.Title), StringComparer.Ordinal),
            TallyOrder.Mentions => All().OrderByDescending(plan => plan.Mentions),
            _ => All(),
        };
        var units = ordered.SelectMany(plan => Enumerable.Range(
            0, page.Unit switch { TallyUnit.Plans => 1, TallyUnit.Records => plan.Records, _ => plan.Mentions })
                .Select(unit => (plan, unit)));
        var wanted = units.Skip((int)Math.Min(page.Skip, int.MaxValue)).Take(page.Take).ToList();
        return new PlanPage([.. wanted.Select(unit => unit.plan).Distinct()], wanted.Count > 0 ? wanted[0].unit : 0);
    }

    private IEnumerable<int> InScope =>
        Enumerable.Range(0, _plans.Count).Where(plan => _request.Plans.Scope.All(choice => _plans[plan].Passes(choice, _extra)));

    private bool IsSearched(int plan, string? lifted) => _request.Plans.Scope.Concat(_request.Plans.Lasting)
        .Concat(_request.Plans.Chosen.Where(choice => choice.Column != lifted))
        .All(choice => _plans[plan].Passes(choice, _extra));

    private FacetTally Facet(string name)
    {
        if (_columns.Find(name) is { } column)
        {
            return new FacetTally(name, [.. column.Values.Select(value => CountOf(
                Enumerable.Range(0, _plans.Count)
                    .Where(plan => IsSearched(plan, name) && _plans[plan].Passes(new PlanChoice(name, [value], []), _extra))
                    .Select(plan => (plan, (IEnumerable<TextMatch>)_matches[plan].Mentions))))]);
        }

        var blocks = _request.Blocks.RemoveAll(choice => choice.Column == name && !choice.IsLasting);
        var matches = _searched.Select(plan => (Plan: plan, _plans[plan].Matches(_request.Query, blocks).Mentions)).ToList();
        return new FacetTally(name, [.. Enumerable.Range(0, 64).Select(value => CountOf(
            matches.Select(plan => (plan.Plan, plan.Mentions.Where(match => _plans[plan.Plan].ValueOf(match, name) == value)))))]);
    }

    private UnitCounts CountOf(IEnumerable<(int Plan, IEnumerable<TextMatch> Mentions)> found)
    {
        var each = found.SelectMany(plan => plan.Mentions.Select(match => (plan.Plan, Record: _plans[plan.Plan].RecordOf(match)))).ToList();
        return new UnitCounts(each.Count, each.Distinct().Count(), each.Select(one => one.Plan).Distinct().Count());
    }

    /// <remarks>Weighted mentions, most first: a simple score of its own; which records are found is what it vouches for.</remarks>
    private IEnumerable<ScoredRecord> Best() => _searched
        .SelectMany(plan => _matches[plan].Mentions
            .GroupBy(_plans[plan].RecordOf)
            .OrderBy(record => record.Key)
            .Select(record => new ScoredRecord(plan, record.Key, record.Sum(match =>
                (_plans[plan].Stored.Blocks[match.Block].Depth > 0 ? 4 : 1)
                    * (_request.Weights.IsEmpty ? 1 : _request.Weights[match.Literal])))))
        .OrderByDescending(record => record.Score);
}
