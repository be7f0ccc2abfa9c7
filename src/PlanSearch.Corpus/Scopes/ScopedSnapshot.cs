using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;
using PlanSearch.Plans.Text;

namespace PlanSearch.Corpus.Scopes;

/// <summary>A snapshot of some plans of another: they are numbered anew, and nothing of the others can be reached through it.</summary>
/// <remarks>
/// Whatever is counted is counted under the choices of the scope. Scores weigh words by how common they are in the whole collection;
/// nothing else of it shows.
/// </remarks>
internal sealed class ScopedSnapshot : IPlanSnapshot
{
    private static readonly NotSearched Withheld = new("（名称从略）", "未能入库；是否属于本范围无法判断。");

    private readonly IPlanSnapshot _whole;
    private readonly ScopedPlans _plans;
    private readonly Action _release;

    /// <param name="whole">In use by this snapshot until it is disposed of.</param>
    /// <param name="plans">The plans of the scope.</param>
    /// <param name="release">Lets go of the whole.</param>
    public ScopedSnapshot(IPlanSnapshot whole, ScopedPlans plans, Action release)
    {
        (_whole, _plans, _release) = (whole, plans, release);
        var manifest = whole.Manifest;
        Manifest = manifest with
        {
            Roots = [],
            FailureRoots = [],
            Twins = [],
            Warnings = [],
            Failures = [.. manifest.Failures.Select(_ => Withheld)],
        };
    }

    /// <inheritdoc/>
    public long Generation => _whole.Generation;

    /// <inheritdoc/>
    public Guid Identity => _whole.Identity;

    /// <inheritdoc/>
    public CorpusManifest Manifest { get; }

    /// <inheritdoc/>
    public int PlanCount => _plans.Count;

    /// <inheritdoc/>
    public PlanColumns Columns => _plans.Columns;

    /// <inheritdoc/>
    public ImmutableArray<PlanFacts> Facts(IReadOnlyList<int> plans) => _whole.Facts(WholeOf(plans));

    /// <inheritdoc/>
    public void Prefetch(IReadOnlyList<int> plans) => _whole.Prefetch(WholeOf(plans));

    /// <inheritdoc/>
    public StoredPlan Plan(int plan) => _whole.Plan(_plans.WholeOf(plan));

    /// <inheritdoc/>
    public int Find(string planId) => _whole.Find(planId) is >= 0 and var number ? _plans.OwnOf(number) : -1;

    /// <inheritdoc/>
    public string BlockText(int plan, int block) => _whole.BlockText(_plans.WholeOf(plan), block);

    /// <inheritdoc/>
    public ImmutableArray<string> Texts(int plan) => _whole.Texts(_plans.WholeOf(plan));

    /// <inheritdoc/>
    public ImmutableArray<KeptPlan> Kept(string name)
    {
        var kept = _whole.Kept(name);
        var within = PlanColumns.Of([.. kept.Select(plan => PlanTraits.Of(plan.Facts))]).Select(new PlanFilter { Scope = _plans.Choices });
        return [.. kept.Where((_, number) => within.Contains(number))];
    }

    /// <inheritdoc/>
    public TallyAnswer Tally(TallyRequest request, CancellationToken cancellationToken)
    {
        var scoped = request.Plans with { Scope = request.Plans.Scope.AddRange(_plans.Choices) };
        var whole = _whole.Tally(request with { Plans = scoped }, cancellationToken);
        return whole with
        {
            Facets = ImmutableArray.CreateRange(whole.Facets, _plans.Own),
            Page = Own(whole.Page),
            Best = ImmutableArray.CreateRange(whole.Best, record => record with { Plan = _plans.OwnOf(record.Plan) }),
            Lists = new Lists(this, whole.Lists),
        };
    }

    /// <inheritdoc/>
    public UnitCounts Totals(Query query, CancellationToken cancellationToken) => Tally(new TallyRequest(query), cancellationToken).Total;

    /// <inheritdoc/>
    public void Mentions(Query query, ImmutableArray<BlockChoice> blocks, MentionReceiver receive, CancellationToken cancellationToken) =>
        Mentions(query, blocks, [.. Enumerable.Range(0, PlanCount)], receive, cancellationToken);

    /// <inheritdoc/>
    public void Mentions(
        Query query,
        ImmutableArray<BlockChoice> blocks,
        IReadOnlyList<int> plans,
        MentionReceiver receive,
        CancellationToken cancellationToken)
    {
        var next = 0;
        var own = new List<Mention>();
        _whole.Mentions(
            query,
            blocks,
            WholeOf(plans),
            found =>
            {
                own.Clear();
                foreach (var mention in found)
                {
                    own.Add(mention with { Plan = plans[next] });
                }

                next++;
                receive(CollectionsMarshal.AsSpan(own));
            },
            cancellationToken);
    }

    /// <summary>Lets go of the whole.</summary>
    public void Dispose() => _release();

    private int[] WholeOf(IReadOnlyList<int> plans) => [.. plans.Select(_plans.WholeOf)];

    private PlanPage Own(PlanPage page) => page with { Plans = ImmutableArray.CreateRange(page.Plans, Own) };

    private PlanCount Own(PlanCount plan) => plan with { Plan = _plans.OwnOf(plan.Plan) };

    private sealed class Lists(ScopedSnapshot scoped, ITallyLists whole) : ITallyLists
    {
        public PlanPage Page(TallyPage page) => scoped.Own(whole.Page(page));

        public IEnumerable<PlanCount> All() => whole.All().Select(scoped.Own);

        public ImmutableArray<int> Without(int skip, int take) =>
            ImmutableArray.CreateRange(whole.Without(skip, take), scoped._plans.OwnOf);

        public ImmutableArray<int> SetAside(int take) => ImmutableArray.CreateRange(whole.SetAside(take), scoped._plans.OwnOf);
    }
}
