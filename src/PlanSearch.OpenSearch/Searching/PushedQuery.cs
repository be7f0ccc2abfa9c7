using System.Collections.Immutable;
using System.Text.Json.Nodes;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;
using PlanSearch.OpenSearch.Client;
using PlanSearch.OpenSearch.Generations;
using PlanSearch.Plans;
using PlanSearch.Plans.Text;

namespace PlanSearch.OpenSearch.Searching;

/// <summary>A query that the cluster counts: the score of a word is how often it occurs, times the pairs of units it has.</summary>
/// <remarks>
/// Which one it may count, <see cref="PushRules"/> says. Some plans are read all the same: where words overlap; what is set aside in blocks
/// of unusual kinds; and plans so long that a score, a float, is not whole.
/// </remarks>
internal sealed class PushedQuery
{
    /// <summary>A float is whole below.</summary>
    public const long WholeScores = 1 << 24;

    private const string Records = "rec";
    private const string Aside = "aside";
    private const string AsideText = "t";

    // Of 1,024, some for all that is not a word.
    private const int MostClauses = 960;

    // Of a selection of more plans the hits are summed here: a request of many questions has room for no more numbers.
    private const int MostNamed = 60_000;

    private static readonly ImmutableArray<BlockKind> AsideKinds = [BlockKind.Cover, BlockKind.Contents, BlockKind.Noise];

    private readonly TallyRequest _request;
    private readonly GenerationPlans _plans;
    private readonly WireQuery _wire;
    private readonly ImmutableArray<PushedWord> _words;
    private readonly BlockQueries _blocks;
    private readonly HashSet<int> _isRead = [];

    private PushedQuery(TallyRequest request, WireQuery wire, GenerationPlans plans)
    {
        (_request, _wire, _plans) = (request, wire, plans);
        _words = [.. PushedWord.Of(wire.Decided)];
        _blocks = new BlockQueries(wire.Boost, _words.Min(word => Fold.Of(word.Literal.Text).Length), plans.LongestTitled);
    }

    private bool HasRuns => RunRule.Opened(_request.Query) is not null;

    /// <summary>The query of a request; null where the cluster does not count it.</summary>
    public static PushedQuery? Of(TallyRequest request, GenerationPlans plans) =>
        new WireQuery(request.Query) is var wire && PushRules.Against(wire) is null && HasRoom(request)
            ? new PushedQuery(request, wire, plans)
            : null;

    /// <summary>Counts in all plans, in one request; null where some would have to be read.</summary>
    public UnitCounts? Total(GenerationSearch search, CancellationToken cancellationToken)
    {
        if (_plans.Longest * _wire.Boost >= WholeScores || _wire.Overlaps.Count > 0)
        {
            return null;
        }

        var sums = search.Sums([Mentions([], isOpen: false), RecordsWith([])], cancellationToken);
        return new UnitCounts(Divided(sums[0].Score), (long)sums[1].Score, sums[0].Documents);
    }

    /// <summary>Counts what the cluster can.</summary>
    /// <returns>The plans that are to be read, rising.</returns>
    public List<int> Count(GenerationSearch search, PlanTallies tallies, CancellationToken cancellationToken)
    {
        var isOpen = HasRuns ? [false, true] : new[] { false };
        var questions = new List<Func<JsonObject>>
        {
            ToRead,
            () => RecordsWith(_request.Blocks),
            () => Mentions(_request.Blocks, isOpen: false),
        };
        questions.AddRange(isOpen.SelectMany(open => AsideKinds.Select(kind => (Func<JsonObject>)(() => SetAside(kind, open)))));
        questions.AddRange(HasRuns ? isOpen.Select(open => (Func<JsonObject>)(() => Mentions([], open))) : []);
        var lists = search.Lists(questions, cancellationToken);
        _isRead.UnionWith(lists[0].Select(hit => _plans.Of(hit.Number)));
        _isRead.UnionWith(Enumerable.Range(0, _plans.Numbers.Length).Where(plan => MayNotBeWhole(_plans.Entries[plan])));

        Dictionary<int, long> Counts(List<ClusterHit> hits, Func<float, long> count) => hits
            .Select(hit => (Plan: _plans.Of(hit.Number), hit.Score))
            .Where(hit => !_isRead.Contains(hit.Plan))
            .ToDictionary(hit => hit.Plan, hit => count(hit.Score));
        var records = Counts(lists[1], score => (long)score);
        foreach (var (plan, count) in Counts(lists[2], WholeCount))
        {
            (tallies.Mentions[plan], tallies.Records[plan]) = ((int)count, (int)records[plan]);
        }

        var others = lists.Skip(3).Select(hits => Counts(hits, WholeCount)).ToList();
        var whole = others[..AsideKinds.Length];
        foreach (var (kind, counts) in AsideKinds.Zip(whole))
        {
            foreach (var (plan, count) in counts)
            {
                tallies.AddAside(plan, (int)kind, count);
            }
        }

        if (HasRuns)
        {
            tallies.AddLongerRuns(More([.. others[AsideKinds.Length..^2], others[^1]], [.. whole, others[^2]], tallies));
        }

        CountFacets(search, tallies, cancellationToken);
        return [.. _isRead.Order()];
    }

    /// <summary>By the rank of the word, the records that have it, of all plans but those that are read.</summary>
    public long[] Containing(GenerationSearch search, CancellationToken cancellationToken) =>
    [
        .. search.Sums(
            [.. _words.Select(word => Of(RecordsWith([word], _request.Blocks), plan => !_isRead.Contains(plan)))], cancellationToken)
            .Select(sum => (long)sum.Score),
    ];

    /// <summary>Of the plans that are searched and not read, those that have the best records.</summary>
    /// <param name="search">Searches.</param>
    /// <param name="scoring">How records are scored.</param>
    /// <param name="count">How many records.</param>
    /// <param name="selection">The plans that are searched.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <remarks>So many records lie in the plans of the so many best ones, and in those whose best is as good.</remarks>
    public IEnumerable<int> Best(
        GenerationSearch search, RecordScoring scoring, long count, PlanSelection selection, CancellationToken cancellationToken)
    {
        JsonObject Scored(PushedWord word, int rank) =>
            scoring.Of(rank, ClusterQuery.Summed(BlockQueries.Path, _blocks.Weighed(word, _request.Blocks)), _wire.Boost);
        JsonObject Any() => ClusterQuery.Any([.. _words.Select(Scored)]);
        JsonObject Decided() => Holds(_wire.Decided, isOpen: false);
        JsonObject Best() => _wire.IsOfPlan
            ? ClusterQuery.Bool(must: [ClusterQuery.Best(Records, Any())], filter: [Decided()])
            : ClusterQuery.Best(Records, ClusterQuery.Bool(must: [Any()], filter: [Decided()]));
        return search.Best(() => Of(Best(), plan => selection.Contains(plan) && !_isRead.Contains(plan)), count, cancellationToken)
            .Select(_plans.Of);
    }

    // A word is looked for where it counts and where the query is decided; by its 用法 it is in four places instead of one. For the best
    // records each word has the choices, a level and two scripts to itself.
    private static bool HasRoom(TallyRequest request)
    {
        var columns = request.Blocks.Select(choice => choice.Column).Distinct().ToList();
        var counted = (AsksForContext(request) ? 4 : 1) + 1;
        var scored = (columns.Contains(BlockColumns.Context) ? 4 : 1) + columns.Count + 4;
        return PushRules.ClausesOf(request.Query) * Math.Max(counted, request.Page is { Order: TallyOrder.Relevance } ? scored : 0)
            <= MostClauses;
    }

    private static bool AsksForContext(TallyRequest request) =>
        request.Facets.Contains(BlockColumns.Context) || request.Blocks.Any(choice => choice.Column == BlockColumns.Context);

    private bool MayNotBeWhole(ClusterPlan plan) =>
        plan.Length * _wire.Boost >= WholeScores || (AsksForContext(_request) && _blocks.Highest(plan.Titled) >= WholeScores);

    // Plan by plan, and none has fewer than none: a NOT may leave out more where runs are open.
    private static long More(List<Dictionary<int, long>> open, List<Dictionary<int, long>> whole, PlanTallies tallies) =>
        open.SelectMany(counts => counts.Keys).Distinct().Where(tallies.IsSearched)
            .Sum(
                plan => Math.Max(
                    0, open.Sum(counts => counts.GetValueOrDefault(plan)) - whole.Sum(counts => counts.GetValueOrDefault(plan))));

    private void CountFacets(GenerationSearch search, PlanTallies tallies, CancellationToken cancellationToken)
    {
        var searched = Enumerable.Range(0, _plans.Numbers.Length).Count(plan => tallies.IsSearched(plan) && !_isRead.Contains(plan));
        var values = tallies.Facets.SelectMany(facet => ValuesOf(facet.Name).Select(value => (Facet: facet, Value: value))).ToList();
        if (Math.Min(searched, _plans.Numbers.Length - searched) > MostNamed)
        {
            foreach (var (facet, value) in values)
            {
                var choices = Only(facet, value);
                var records = search.Hits(() => RecordsWith(choices), [], cancellationToken)
                    .ToDictionary(hit => hit.Number, hit => (long)hit.Score);
                foreach (var hit in search.Hits(() => Mentions(choices, isOpen: false), [], cancellationToken))
                {
                    if (_plans.Of(hit.Number) is var plan && tallies.IsSearched(plan) && !_isRead.Contains(plan))
                    {
                        facet.Add(value, new UnitCounts(Divided(hit.Score), records[hit.Number], 1));
                    }
                }
            }

            return;
        }

        var within = Among(plan => tallies.IsSearched(plan) && !_isRead.Contains(plan));
        var questions = values
            .Select(one => Only(one.Facet, one.Value))
            .SelectMany(choices => new[] { within(Mentions(choices, isOpen: false)), within(RecordsWith(choices)) }).ToList();
        var sums = search.Sums(questions, cancellationToken);
        for (var at = 0; at < values.Count; at++)
        {
            var (mentions, records) = (sums[2 * at], sums[(2 * at) + 1]);
            values[at].Facet.Add(values[at].Value, new UnitCounts(Divided(mentions.Score), (long)records.Score, mentions.Documents));
        }
    }

    private JsonObject Of(JsonObject query, Func<int, bool> isWanted) => Among(isWanted)(query);

    /// <summary>What narrows a query to some plans: whichever are fewer are named, those that are wanted or the others.</summary>
    private Func<JsonObject, JsonObject> Among(Func<int, bool> isWanted)
    {
        var byWanted = Enumerable.Range(0, _plans.Numbers.Length).ToLookup(isWanted, plan => _plans.Numbers[plan]);
        long[] wanted = [.. byWanted[true]];
        long[] others = [.. byWanted[false]];
        return others.Length == 0 ? query => query
            : wanted.Length <= others.Length ? query => ClusterQuery.Bool(must: [query], filter: [ClusterQuery.Numbers("no", wanted)])
            : query => ClusterQuery.Bool(must: [query], mustNot: [ClusterQuery.Numbers("no", others)]);
    }

    private static IEnumerable<int> ValuesOf(string column) => column switch
    {
        BlockColumns.Kind => Enum.GetValues<BlockKind>().Select(kind => (int)kind),
        BlockColumns.Part => Enumerable.Range(0, PlanParts.PartNames.Length),
        BlockColumns.Section => Enumerable.Range(0, PlanParts.SectionNames.Length),
        _ => Enumerable.Range(0, PlanParts.ContextNames.Length),
    };

    private static ImmutableArray<BlockChoice> Only(BlockFacet facet, int value) => facet.Choices.Add(new BlockChoice(facet.Name, [value]));

    /// <summary>The plans that are read.</summary>
    private JsonObject ToRead()
    {
        var reasons = new List<JsonObject>();
        foreach (var path in _wire.Overlaps.Count > 0 ? new[] { BlockQueries.Path, Aside } : [])
        {
            reasons.Add(ClusterQuery.Somewhere(
                path, ClusterQuery.Any([.. _wire.Overlaps.Select(overlap => ClusterQuery.Literal(path + ".t", overlap))])));
        }

        reasons.Add(ClusterQuery.Somewhere(Aside, ClusterQuery.Bool(
            must: [InAside(_words, isOpen: true)],
            mustNot: [ClusterQuery.Terms(Aside + ".kind", AsideKinds.Select(kind => (long)kind))])));
        return ClusterQuery.Any([.. reasons]);
    }

    private JsonObject Mentions(ImmutableArray<BlockChoice> choices, bool isOpen)
    {
        JsonObject Counted() => ClusterQuery.Summed(BlockQueries.Path, _blocks.Of(_words, choices, isOpen));
        JsonObject Decided() => Holds(_wire.Decided, isOpen);
        return _wire.IsOfPlan
            ? ClusterQuery.Bool(must: [ClusterQuery.Summed(Records, Counted())], filter: [Decided()])
            : ClusterQuery.Summed(Records, ClusterQuery.Bool(must: [Counted()], filter: [Decided()]));
    }

    private JsonObject RecordsWith(ImmutableArray<BlockChoice> choices) => RecordsWith(_words, choices);

    private JsonObject RecordsWith(IReadOnlyList<PushedWord> words, ImmutableArray<BlockChoice> choices)
    {
        JsonObject Any() => ClusterQuery.Somewhere(BlockQueries.Path, _blocks.Of(words, choices, isOpen: false));
        JsonObject Decided() => Holds(_wire.Decided, isOpen: false);
        return _wire.IsOfPlan
            ? ClusterQuery.Bool(must: [ClusterQuery.Summed(Records, ClusterQuery.One(Any()))], filter: [Decided()])
            : ClusterQuery.Summed(Records, ClusterQuery.One(ClusterQuery.Bool(filter: [Any(), Decided()])));
    }

    // A kind of what is set aside is one record.
    private JsonObject SetAside(BlockKind kind, bool isOpen) => ClusterQuery.Bool(
        must: [ClusterQuery.Summed(Aside, OfKind(kind, InAside(_words.Where(word => word.IsIn(kind)), isOpen)))],
        filter: [Holds(_wire.Decided, isOpen, kind)]);

    /// <summary>Whether a query holds, in a record or a plan, or in what is set aside of a kind.</summary>
    private JsonObject Holds(Query query, bool isOpen, BlockKind? aside = null) => query switch
    {
        AndQuery and => ClusterQuery.Bool(
            filter: [.. and.Required.Select(part => Holds(part, isOpen, aside))],
            // What is prohibited keeps the rule of whole runs.
            mustNot: [.. and.Prohibited.Select(part => Holds(part, isOpen: false, aside))]),
        OrQuery or => ClusterQuery.Any(
        [
            Occurs(or.Parts.Where(IsWord).SelectMany(PushedWord.Of), isOpen, aside),
            .. or.Parts.Where(part => !IsWord(part)).Select(part => Holds(part, isOpen, aside)),
        ]),
        _ => Occurs(PushedWord.Of(query), isOpen, aside),
    };

    private static bool IsWord(Query query) => query is LiteralQuery or ColumnQuery or ScopeQuery;

    // One look into the blocks for all of them.
    private JsonObject Occurs(IEnumerable<PushedWord> words, bool isOpen, BlockKind? aside) => aside is not { } kind
        ? ClusterQuery.Somewhere(BlockQueries.Path, _blocks.Of(words, [], isOpen))
        : ClusterQuery.Somewhere(Aside, OfKind(kind, InAside(words.Where(word => word.IsIn(kind)), isOpen)));

    private JsonObject InAside(IEnumerable<PushedWord> words, bool isOpen) =>
        ClusterQuery.Any([.. words.Select(word => word.In(Aside, AsideText, isOpen, _wire.Boost))]);

    private static JsonObject OfKind(BlockKind kind, JsonObject query) =>
        ClusterQuery.Bool(must: [query], filter: [ClusterQuery.Terms(Aside + ".kind", [(long)kind])]);

    private long WholeCount(float score) => score < WholeScores
        ? Divided(score)
        : throw new IndexDamagedException(
            "score", offset: -1, $"{score} is too high to be whole: a plan has more text set aside than it may");

    // A remainder would show that the cluster does not score as it should.
    private long Divided(double score)
    {
        var (count, rest) = Math.DivRem((long)score, _wire.Boost);
        return rest == 0 && score == Math.Floor(score)
            ? count
            : throw new IndexDamagedException(
                "score", offset: -1, $"{score} is no multiple of {_wire.Boost}: the cluster does not count as it did");
    }
}
