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
/// Which one it may count, <see cref="PushRules"/> says. Some plans are read all the same: where words overlap; where a column is asked for
/// that differs inside 《》; what is set aside in blocks of unusual kinds; and plans so long that a score, a float, is not whole.
/// </remarks>
internal sealed class PushedQuery
{
    private const string Records = "rec";
    private const string Blocks = "rec.blk";
    private const string Aside = "aside";
    private const long WholeScores = 1 << 24;

    // Of a selection of more plans the hits are summed here: a request has room for no more numbers.
    private const int MostNamed = 60_000;

    private static readonly ImmutableArray<BlockKind> AsideKinds = [BlockKind.Cover, BlockKind.Contents, BlockKind.Noise];

    private readonly TallyRequest _request;
    private readonly GenerationPlans _plans;
    private readonly Query _decided;
    private readonly bool _isOfPlan;
    private readonly ImmutableArray<PushedWord> _words;
    private readonly long _boost;

    private PushedQuery(TallyRequest request, GenerationPlans plans)
    {
        (_request, _plans) = (request, plans);
        _decided = PushRules.Scoped(request.Query);
        _isOfPlan = _decided != request.Query;
        _words = [.. Words(_decided)];
        _boost = PushRules.BoostOf(request.Query.Literals);
    }

    private bool AsksForContext =>
        _request.Facets.Contains(BlockColumns.Context) || _request.Blocks.Any(choice => choice.Column == BlockColumns.Context);

    private bool HasRuns => RunRule.Opened(_request.Query) is not null;

    /// <summary>The query of a request; null where the cluster does not count it.</summary>
    public static PushedQuery? Of(TallyRequest request, GenerationPlans plans) =>
        PushRules.Against(request.Query) is null ? new PushedQuery(request, plans) : null;

    /// <summary>Counts in all plans, in one request; null where some would have to be read.</summary>
    public UnitCounts? Total(GenerationSearch search, CancellationToken cancellationToken)
    {
        if (_plans.Longest * _boost >= WholeScores || Overlaps.Of(_request.Query.Literals).Count > 0)
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
        var isRead = search.Hits(ToRead, [], cancellationToken).Select(hit => _plans.Of(hit.Number)).ToHashSet();
        isRead.UnionWith(Enumerable.Range(0, _plans.Numbers.Length).Where(plan => _plans.Entries[plan].Length * _boost >= WholeScores));

        Dictionary<int, long> Hits(Func<JsonObject> query, Func<float, long> count) => search.Hits(query, [], cancellationToken)
            .Select(hit => (Plan: _plans.Of(hit.Number), hit.Score))
            .Where(hit => !isRead.Contains(hit.Plan))
            .ToDictionary(hit => hit.Plan, hit => count(hit.Score));
        Dictionary<int, long> Scores(Func<JsonObject> query) => Hits(query, WholeCount);

        var mentions = Scores(() => Mentions(_request.Blocks, isOpen: false));
        var records = Hits(() => RecordsWith(_request.Blocks), score => (long)score);
        foreach (var (plan, count) in mentions)
        {
            (tallies.Mentions[plan], tallies.Records[plan]) = ((int)count, (int)records[plan]);
        }

        var aside = AsideKinds.Select(kind => Scores(() => SetAside(kind, isOpen: false))).ToList();
        for (var kind = 0; kind < aside.Count; kind++)
        {
            foreach (var (plan, count) in aside[kind])
            {
                tallies.AddAside(plan, (int)AsideKinds[kind], count);
            }
        }

        if (HasRuns)
        {
            var whole = aside.Append(_request.Blocks.IsEmpty ? mentions : Scores(() => Mentions([], isOpen: false)));
            var open = AsideKinds.Select(kind => Scores(() => SetAside(kind, isOpen: true))).Append(Scores(() => Mentions([], isOpen: true)));
            tallies.AddLongerRuns(More(open.ToList(), whole.ToList(), tallies));
        }

        CountFacets(search, tallies, isRead, cancellationToken);
        return [.. isRead.Order()];
    }

    // Plan by plan, and none has fewer than none: a NOT may leave out more where runs are open.
    private static long More(List<Dictionary<int, long>> open, List<Dictionary<int, long>> whole, PlanTallies tallies) =>
        open.SelectMany(counts => counts.Keys).Distinct().Where(tallies.IsSearched)
            .Sum(plan => Math.Max(0, open.Sum(counts => counts.GetValueOrDefault(plan)) - whole.Sum(counts => counts.GetValueOrDefault(plan))));

    private void CountFacets(GenerationSearch search, PlanTallies tallies, HashSet<int> isRead, CancellationToken cancellationToken)
    {
        var searched = Enumerable.Range(0, _plans.Numbers.Length).Where(plan => tallies.IsSearched(plan) && !isRead.Contains(plan)).ToHashSet();
        var values = tallies.Facets.SelectMany(facet => ValuesOf(facet.Name).Select(value => (Facet: facet, Value: value))).ToList();
        if (searched.Count > MostNamed && searched.Count < _plans.Numbers.Length)
        {
            foreach (var (facet, value) in values)
            {
                var choices = Only(facet, value);
                var records = search.Hits(() => RecordsWith(choices), [], cancellationToken).ToDictionary(hit => hit.Number, hit => (long)hit.Score);
                foreach (var hit in search.Hits(() => Mentions(choices, isOpen: false), [], cancellationToken))
                {
                    if (searched.Contains(_plans.Of(hit.Number)))
                    {
                        facet.Add(value, new UnitCounts(Divided(hit.Score), records[hit.Number], 1));
                    }
                }
            }

            return;
        }

        JsonObject Within(JsonObject query) => searched.Count == _plans.Numbers.Length
            ? query
            : ClusterQuery.Bool(must: [query], filter: [ClusterQuery.Terms("no", searched.Order().Select(plan => _plans.Numbers[plan]))]);
        var questions = values
            .Select(one => Only(one.Facet, one.Value))
            .SelectMany(choices => new[] { Within(Mentions(choices, isOpen: false)), Within(RecordsWith(choices)) }).ToList();
        var sums = search.Sums(questions, cancellationToken);
        for (var at = 0; at < values.Count; at++)
        {
            var (mentions, records) = (sums[2 * at], sums[(2 * at) + 1]);
            values[at].Facet.Add(values[at].Value, new UnitCounts(Divided(mentions.Score), (long)records.Score, mentions.Documents));
        }
    }

    private static IEnumerable<int> ValuesOf(string column) => column switch
    {
        BlockColumns.Kind => Enum.GetValues<BlockKind>().Select(kind => (int)kind),
        BlockColumns.Part => Enumerable.Range(0, PlanParts.PartNames.Length),
        BlockColumns.Section => Enumerable.Range(0, PlanParts.SectionNames.Length),
        _ => Enumerable.Range(0, PlanParts.ContextNames.Length),
    };

    private static ImmutableArray<BlockChoice> Only(BlockFacet facet, int value) => facet.Choices.Add(new BlockChoice(facet.Name, [value]));

    private static IEnumerable<PushedWord> Words(Query query) => query switch
    {
        LiteralQuery literal => [new PushedWord(literal, Kinds: null)],
        ColumnQuery { Inner: LiteralQuery literal } column => [new PushedWord(literal, column.Allowed)],
        AndQuery and => and.Required.SelectMany(Words),
        OrQuery or => or.Parts.SelectMany(Words),
        _ => [],
    };

    /// <summary>The plans that are read.</summary>
    private JsonObject ToRead()
    {
        var reasons = new List<JsonObject>();
        var overlaps = Overlaps.Of(_request.Query.Literals);
        foreach (var path in overlaps.Count > 0 ? new[] { Blocks, Aside } : [])
        {
            reasons.Add(ClusterQuery.Somewhere(
                path, ClusterQuery.Any([.. overlaps.Select(overlap => ClusterQuery.Literal(path + ".t", overlap))])));
        }

        reasons.Add(ClusterQuery.Somewhere(Aside, ClusterQuery.Bool(
            must: [Of(_words, Aside, isOpen: true)],
            mustNot: [ClusterQuery.Terms(Aside + ".kind", AsideKinds.Select(kind => (long)kind))])));
        if (AsksForContext)
        {
            reasons.Add(ClusterQuery.Somewhere(Blocks, ClusterQuery.Any(
                [.. _words.Select(word => ClusterQuery.Literal(Blocks + ".ti", PushRules.WireOf(word.Literal, isOpen: true)))])));
        }

        return ClusterQuery.Any([.. reasons]);
    }

    private JsonObject Mentions(ImmutableArray<BlockChoice> choices, bool isOpen)
    {
        JsonObject Counted() => ClusterQuery.Summed(Blocks, Within(choices, Of(_words, Blocks, isOpen, _boost)));
        return _isOfPlan
            ? ClusterQuery.Bool(must: [Counted()], filter: [Holds(_decided, isOpen)])
            : ClusterQuery.Summed(Records, ClusterQuery.Bool(must: [Counted()], filter: [Holds(_decided, isOpen)]));
    }

    private JsonObject RecordsWith(ImmutableArray<BlockChoice> choices)
    {
        JsonObject Any() => ClusterQuery.Somewhere(Blocks, Within(choices, Of(_words, Blocks, isOpen: false)));
        JsonObject Decided() => Holds(_decided, isOpen: false);
        return _isOfPlan
            ? ClusterQuery.Bool(must: [ClusterQuery.Summed(Records, ClusterQuery.One(Any()))], filter: [Decided()])
            : ClusterQuery.Summed(Records, ClusterQuery.One(ClusterQuery.Bool(filter: [Any(), Decided()])));
    }

    // A kind of what is set aside is one record.
    private JsonObject SetAside(BlockKind kind, bool isOpen) => ClusterQuery.Bool(
        must: [ClusterQuery.Summed(Aside, OfKind(kind, Of(_words.Where(word => word.IsIn(kind)), Aside, isOpen, _boost)))],
        filter: [Holds(_decided, isOpen, kind)]);

    /// <summary>Whether a query holds, in a record or a plan, or in what is set aside of a kind.</summary>
    private static JsonObject Holds(Query query, bool isOpen, BlockKind? aside = null) => query switch
    {
        AndQuery and => ClusterQuery.Bool(
            filter: [.. and.Required.Select(part => Holds(part, isOpen, aside))],
            // What is prohibited keeps the rule of whole runs.
            mustNot: [.. and.Prohibited.Select(part => Holds(part, isOpen: false, aside))]),
        OrQuery or => ClusterQuery.Any(
        [
            Occurs(or.Parts.Where(IsWord).SelectMany(Words), isOpen, aside),
            .. or.Parts.Where(part => !IsWord(part)).Select(part => Holds(part, isOpen, aside)),
        ]),
        _ => Occurs(Words(query), isOpen, aside),
    };

    private static bool IsWord(Query query) => query is LiteralQuery or ColumnQuery;

    // One look into the blocks for all of them.
    private static JsonObject Occurs(IEnumerable<PushedWord> words, bool isOpen, BlockKind? aside) => aside is not { } kind
        ? ClusterQuery.Somewhere(Blocks, Of(words, Blocks, isOpen))
        : ClusterQuery.Somewhere(Aside, OfKind(kind, Of(words.Where(word => word.IsIn(kind)), Aside, isOpen)));

    private static JsonObject Of(IEnumerable<PushedWord> words, string path, bool isOpen, long boost = 0) =>
        ClusterQuery.Any([.. words.Select(word => word.In(path, isOpen, boost))]);

    private static JsonObject OfKind(BlockKind kind, JsonObject query) =>
        ClusterQuery.Bool(must: [query], filter: [ClusterQuery.Terms(Aside + ".kind", [(long)kind])]);

    private static JsonObject Within(ImmutableArray<BlockChoice> choices, JsonObject query) => choices.IsEmpty ? query : ClusterQuery.Bool(
        must: [query],
        filter: [.. choices.Select(choice => ClusterQuery.Terms($"{Blocks}.{choice.Column}", choice.Allowed.Select(value => (long)value)))]);

    private long WholeCount(float score) => score < WholeScores
        ? Divided(score)
        : throw new IndexDamagedException("score", offset: -1, $"{score} is too high to be whole: a plan has more text set aside than it may");

    // A remainder would show that the cluster does not score as it should.
    private long Divided(double score)
    {
        var (count, rest) = Math.DivRem((long)score, _boost);
        return rest == 0 && score == Math.Floor(score)
            ? count
            : throw new IndexDamagedException("score", offset: -1, $"{score} is no multiple of {_boost}: the cluster does not count as it did");
    }
}

/// <summary>A word that is counted.</summary>
/// <param name="Literal">The word.</param>
/// <param name="Kinds">The kinds of blocks it is looked for in, a bit each; null for all.</param>
internal sealed record PushedWord(LiteralQuery Literal, ulong? Kinds)
{
    private const int MostKinds = 64;

    /// <summary>Whether it is looked for in a kind of block.</summary>
    public bool IsIn(BlockKind kind) => Kinds is not { } mask || (mask >> (int)kind & 1) != 0;

    /// <summary>Where it occurs in blocks; the score is how often, times a boost.</summary>
    /// <param name="path">The level of the blocks.</param>
    /// <param name="isOpen">Whether the rule of whole runs is lifted.</param>
    /// <param name="boost">What one occurrence counts.</param>
    public JsonObject In(string path, bool isOpen, long boost = 0)
    {
        var wire = PushRules.WireOf(Literal, isOpen);
        var found = ClusterQuery.Literal(path + ".t", wire, boost == 0 ? 1 : boost / ClusterQuery.PairsOf(wire));
        return Kinds is null
            ? found
            : ClusterQuery.Bool(must: [found], filter: [ClusterQuery.Terms(path + ".kind", KindsOf().Select(kind => (long)kind))]);
    }

    private IEnumerable<int> KindsOf() => Enumerable.Range(0, MostKinds).Where(kind => IsIn((BlockKind)kind));
}
