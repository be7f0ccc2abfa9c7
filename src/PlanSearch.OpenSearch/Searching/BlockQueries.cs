using System.Collections.Immutable;
using System.Text.Json.Nodes;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;
using PlanSearch.OpenSearch.Client;
using PlanSearch.Plans;
using PlanSearch.Plans.Text;

namespace PlanSearch.OpenSearch.Searching;

/// <summary>What the cluster is asked of blocks: which have some of the words, and how often.</summary>
/// <remarks>
/// A mention has the 用法 of its block, but inside 《》 one of its own. Where the block's own is wanted and not that of 《》, a block with words
/// on both sides counts what it has less what it has inside, which one score holds both of: so many outside, and a scale times so many
/// inside. That is exact below <see cref="PushedQuery.WholeScores"/>, which <see cref="Highest"/> tells of a block.
/// </remarks>
/// <param name="boost">What one occurrence counts.</param>
/// <param name="shortest">The length of the shortest word.</param>
/// <param name="longestTitled">The length of the longest block that has 《》.</param>
internal sealed class BlockQueries(long boost, int shortest, int longestTitled)
{
    /// <summary>The level of the blocks.</summary>
    public const string Path = "rec.blk";

    private const string Text = "t";
    private const string Titles = "ti";

    private const string LessThoseInside =
        "double all = _score / params.boost; double inside = Math.floor(all / params.scale); "
        + "return Math.max(0, (all - inside * params.scale - inside) * params.boost);";

    private const string ByKind = "return _score * params.weights[(int) doc['rec.blk.kind'].value];";

    private static readonly ulong OwnContexts =
        Enum.GetValues<PlanContext>()
            .Where(context => context != PlanContext.BookTitle)
            .Aggregate(0UL, (mask, context) => mask | Bit(context));

    private static IEnumerable<JsonNode> Weights =>
        Enumerable.Range(0, BlockColumns.MaxValues).Select(kind => (JsonNode)KindWeights.Of((BlockKind)kind));

    // Above what a block can have.
    private readonly long _scale = (longestTitled / shortest) + 1;

    /// <summary>The highest score that a block with 《》 is looked at by.</summary>
    /// <param name="length">Its length.</param>
    public long Highest(int length) => boost * (_scale + 1) * (length / shortest);

    /// <summary>Where one of some words occurs in blocks that are chosen; the score is how often, times the boost.</summary>
    /// <param name="words">The words.</param>
    /// <param name="choices">The choices.</param>
    /// <param name="isOpen">Whether the rule of whole runs is lifted.</param>
    public JsonObject Of(IEnumerable<PushedWord> words, ImmutableArray<BlockChoice> choices, bool isOpen)
    {
        JsonObject In(string field, long times) =>
            ClusterQuery.Any([.. words.Select(word => word.In(Path, field, isOpen, times * boost))]);
        var masks = BlockColumns.FilterOf(choices).Allowed;
        if (masks.IsDefaultOrEmpty)
        {
            return In(Text, 1);
        }

        var found = Allowed(masks[PlanRanks.ContextColumn], In);
        JsonObject[] others =
        [
            .. BlockColumns.All.Select((column, rank) => (Column: column, Rank: rank))
                .Where(one => one.Rank != PlanRanks.ContextColumn && masks[one.Rank] != ulong.MaxValue)
                .Select(one => Among($"{Path}.{one.Column}", masks[one.Rank])),
        ];
        return others.Length == 0 ? found : ClusterQuery.Bool(must: [found], filter: others);
    }

    /// <summary>The same of one word, each occurrence by the weight of its block.</summary>
    public JsonObject Weighed(PushedWord word, ImmutableArray<BlockChoice> choices) =>
        ClusterQuery.Scored(Of([word], choices, isOpen: false), ByKind, new JsonObject { ["weights"] = new JsonArray([.. Weights]) });

    /// <summary>Whatever has one of some values, a bit each.</summary>
    public static JsonObject Among(string field, ulong mask) =>
        ClusterQuery.Terms(
            field, Enumerable.Range(0, BlockColumns.MaxValues).Where(value => (mask >> value & 1) != 0).Select(value => (long)value));

    private JsonObject Allowed(ulong contexts, Func<string, long, JsonObject> find)
    {
        JsonObject Own() => Among($"{Path}.{BlockColumns.Context}", contexts & OwnContexts);
        if ((contexts & Bit(PlanContext.BookTitle)) != 0)
        {
            return (contexts & OwnContexts) == OwnContexts ? find(Text, 1) : ClusterQuery.Any(
            [
                ClusterQuery.Bool(must: [find(Text, 1)], filter: [Own()]),
                ClusterQuery.Bool(must: [find(Titles, 1)], mustNot: [Own()]),
            ]);
        }

        return ClusterQuery.Bool(
            must: [ClusterQuery.Any([ClusterQuery.Bool(must: [find(Text, 1)], mustNot: [find(Titles, 1)]), OnBothSides(find)])],
            filter: [Own()]);
    }

    private JsonObject OnBothSides(Func<string, long, JsonObject> find) => ClusterQuery.Scored(
        ClusterQuery.Bool(must: [find(Text, 1), find(Titles, _scale)]),
        LessThoseInside,
        new JsonObject { ["boost"] = (double)boost, ["scale"] = (double)_scale },
        least: boost);

    private static ulong Bit<T>(T value)
        where T : struct, Enum => 1UL << Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture);
}
