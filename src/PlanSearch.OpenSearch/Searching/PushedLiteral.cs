using System.Collections.Immutable;
using System.Text.Json.Nodes;
using PlanSearch.Index.Port;
using PlanSearch.OpenSearch.Client;
using PlanSearch.OpenSearch.Documents;
using PlanSearch.OpenSearch.Generations;
using PlanSearch.Plans;
using PlanSearch.Plans.Text;

namespace PlanSearch.OpenSearch.Searching;

/// <summary>A literal that the cluster counts: a score is the number of pairs of units times how often.</summary>
/// <remarks>
/// Which one it may count, <see cref="PushRules"/> says. Plans with the literal in 《》 are read where that column is asked for: a record
/// may have it inside and outside. A score is a float, whole up to 2^24: longer plans are read as well.
/// </remarks>
internal sealed class PushedLiteral
{
    private const string Blocks = "rec.blk";
    private const string Aside = "aside";
    private const long WholeScores = 1 << 24;

    /// <summary>A unit of text is at most so many on the wire: itself, and a mark on both sides.</summary>
    private const int WireUnits = 3;

    // Of a selection of more plans the hits are summed here: a request has room for no more numbers.
    private const int MostNamed = 60_000;

    private readonly TallyRequest _request;
    private readonly GenerationPlans _plans;
    private readonly string _whole;
    private readonly string? _open;
    private readonly bool _asksForContext;

    private PushedLiteral(TallyRequest request, LiteralQuery literal, GenerationPlans plans)
    {
        (_request, _plans) = (request, plans);
        var folded = Fold.Of(literal.Text);
        _whole = WireText.Of(folded, !literal.IsOpenAtStart, !literal.IsOpenAtEnd);
        _open = RunRule.Concerns(literal) ? WireText.Of(folded, isWholeAtStart: false, isWholeAtEnd: false) : null;
        _asksForContext = request.Facets.Contains(BlockColumns.Context) || request.Blocks.Any(choice => choice.Column == BlockColumns.Context);
    }

    /// <summary>The literal of a request; null where the cluster does not count it.</summary>
    public static PushedLiteral? Of(TallyRequest request, GenerationPlans plans) =>
        request.Query is LiteralQuery literal && PushRules.Against(literal) is null && plans.Longest * WireUnits < WholeScores
            ? new PushedLiteral(request, literal, plans)
            : null;

    /// <summary>Counts in all plans, in one request.</summary>
    public UnitCounts Total(GenerationSearch search, CancellationToken cancellationToken)
    {
        var sums = search.Sums([Mentions([]), Records([])], cancellationToken);
        return new UnitCounts(Divided(sums[0].Score, _whole), (long)sums[1].Score, sums[0].Documents);
    }

    /// <summary>Counts what the cluster can.</summary>
    /// <returns>The plans that are to be read, rising.</returns>
    public List<int> Count(GenerationSearch search, PlanTallies tallies, CancellationToken cancellationToken)
    {
        var toRead = _asksForContext
            ? [.. search.Hits(() => ClusterQuery.Somewhere(Blocks, ClusterQuery.Literal(Blocks + ".ti", _whole)), [], cancellationToken).Select(hit => _plans.Of(hit.Number))]
            : new List<int>();
        var isRead = toRead.ToHashSet();

        Dictionary<int, long> Scores(Func<JsonObject> query, string wire) => search.Hits(query, [], cancellationToken)
            .Select(hit => (Plan: _plans.Of(hit.Number), Count: Divided(hit.Score, wire)))
            .Where(hit => !isRead.Contains(hit.Plan))
            .ToDictionary(hit => hit.Plan, hit => hit.Count);

        var mentions = Scores(() => Mentions(_request.Blocks), _whole);
        var records = search.Hits(() => Records(_request.Blocks), [], cancellationToken).ToDictionary(hit => _plans.Of(hit.Number), hit => (long)hit.Score);
        foreach (var (plan, count) in mentions)
        {
            (tallies.Mentions[plan], tallies.Records[plan]) = ((int)count, (int)records[plan]);
        }

        var aside = Scores(() => SetAside(_whole, kind: null), _whole);
        if (aside.Count > 0)
        {
            CountAside(aside, kind => Scores(() => SetAside(_whole, kind), _whole), tallies);
        }

        if (_open is not null)
        {
            var everywhere = _request.Blocks.IsEmpty ? mentions : Scores(() => Mentions([]), _whole);
            var open = Scores(() => ClusterQuery.Summed(Blocks, ClusterQuery.Literal(Blocks + ".t", _open)), _open);
            var openAside = Scores(() => SetAside(_open, kind: null), _open);
            tallies.AddLongerRuns(Sum(open, tallies) + Sum(openAside, tallies) - Sum(everywhere, tallies) - Sum(aside, tallies));
        }

        CountFacets(search, tallies, isRead, cancellationToken);
        return toRead;
    }

    private static long Sum(Dictionary<int, long> counts, PlanTallies tallies) =>
        counts.Where(count => tallies.IsSearched(count.Key)).Sum(count => count.Value);

    // The kinds of what is set aside; were there another, the sums would differ.
    private static void CountAside(Dictionary<int, long> all, Func<BlockKind, Dictionary<int, long>> of, PlanTallies tallies)
    {
        var left = all.Values.Sum();
        foreach (var kind in new[] { BlockKind.Cover, BlockKind.Contents, BlockKind.Noise })
        {
            foreach (var (plan, count) in of(kind))
            {
                tallies.AddAside(plan, (int)kind, count);
                left -= count;
            }
        }

        if (left != 0)
        {
            throw new IndexDamagedException("aside", offset: -1, $"{left} occurrences are in blocks of a kind that is never set aside");
        }
    }

    private void CountFacets(GenerationSearch search, PlanTallies tallies, HashSet<int> isRead, CancellationToken cancellationToken)
    {
        var searched = Enumerable.Range(0, _plans.Numbers.Length).Where(plan => tallies.IsSearched(plan) && !isRead.Contains(plan)).ToList();
        var values = tallies.Facets.SelectMany(facet => ValuesOf(facet.Name).Select(value => (Facet: facet, Value: value))).ToList();
        if (searched.Count > MostNamed && searched.Count < _plans.Numbers.Length)
        {
            foreach (var (facet, value) in values)
            {
                var choices = Only(facet, value);
                var records = search.Hits(() => Records(choices), [], cancellationToken).ToDictionary(hit => hit.Number, hit => (long)hit.Score);
                foreach (var hit in search.Hits(() => Mentions(choices), [], cancellationToken).Where(hit => searched.BinarySearch(_plans.Of(hit.Number)) >= 0))
                {
                    facet.Add(value, new UnitCounts(Divided(hit.Score, _whole), records[hit.Number], 1));
                }
            }

            return;
        }

        JsonObject Within(JsonObject query) => searched.Count == _plans.Numbers.Length
            ? query
            : ClusterQuery.Bool(must: [query], filter: [ClusterQuery.Terms("no", searched.Select(plan => _plans.Numbers[plan]))]);
        var sums = search.Sums(
            [.. values.SelectMany(value => new[] { Within(Mentions(Only(value.Facet, value.Value))), Within(Records(Only(value.Facet, value.Value))) })], cancellationToken);
        for (var at = 0; at < values.Count; at++)
        {
            var (mentions, records) = (sums[2 * at], sums[(2 * at) + 1]);
            values[at].Facet.Add(values[at].Value, new UnitCounts(Divided(mentions.Score, _whole), (long)records.Score, mentions.Documents));
        }
    }

    private static IEnumerable<int> ValuesOf(string column) => column switch
    {
        BlockColumns.Kind => Enum.GetValues<BlockKind>().Select(kind => (int)kind),
        BlockColumns.Part => Enumerable.Range(0, Index.Stored.PlanParts.PartNames.Length),
        BlockColumns.Section => Enumerable.Range(0, Index.Stored.PlanParts.SectionNames.Length),
        _ => Enumerable.Range(0, Index.Stored.PlanParts.ContextNames.Length),
    };

    private static ImmutableArray<BlockChoice> Only(BlockFacet facet, int value) => facet.Choices.Add(new BlockChoice(facet.Name, [value]));

    private JsonObject Mentions(ImmutableArray<BlockChoice> choices) => ClusterQuery.Summed(Blocks, InBlocks(choices));

    private JsonObject Records(ImmutableArray<BlockChoice> choices) =>
        ClusterQuery.Summed("rec", ClusterQuery.One(ClusterQuery.Somewhere(Blocks, InBlocks(choices))));

    private JsonObject InBlocks(ImmutableArray<BlockChoice> choices) => ClusterQuery.Bool(
        must: [ClusterQuery.Literal(Blocks + ".t", _whole)],
        filter: [.. choices.Select(choice => ClusterQuery.Terms($"{Blocks}.{choice.Column}", choice.Allowed.Select(value => (long)value)))]);

    private static JsonObject SetAside(string wire, BlockKind? kind) => ClusterQuery.Summed(Aside, ClusterQuery.Bool(
        must: [ClusterQuery.Literal(Aside + ".t", wire)],
        filter: kind is { } one ? [ClusterQuery.Terms(Aside + ".kind", [(long)one])] : []));

    // A remainder would show that the cluster does not score as it should.
    private static long Divided(double score, string wire)
    {
        var (count, rest) = Math.DivRem((long)score, ClusterQuery.PairsOf(wire));
        return rest == 0 && score == Math.Floor(score)
            ? count
            : throw new IndexDamagedException("score", offset: -1, $"{score} is no multiple of {ClusterQuery.PairsOf(wire)}: the cluster does not count as it did");
    }
}
