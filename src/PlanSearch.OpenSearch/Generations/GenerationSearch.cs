using System.Text.Json;
using System.Text.Json.Nodes;
using PlanSearch.Index.Port;
using PlanSearch.OpenSearch.Client;
using PlanSearch.OpenSearch.Documents;

namespace PlanSearch.OpenSearch.Generations;

/// <summary>A search over one of the two indexes of a generation. Nothing else reads the answer to a search.</summary>
/// <remarks>
/// Every answer says how many documents of the generation its shards know. Where that is another number than what was published, or a shard
/// is missing, failed or late, there is no answer.
/// </remarks>
/// <param name="client">The cluster.</param>
/// <param name="index">The index, by its exact name.</param>
/// <param name="shards">How many shards it has.</param>
/// <param name="generation">The generation.</param>
/// <param name="expected">How many documents it has in this index.</param>
/// <param name="gone">Whether the generation is kept no longer; asked when the number is another.</param>
internal sealed class GenerationSearch(
    ClusterClient client, string index, int shards, GenerationDocument generation, long expected, Func<bool> gone)
{
    /// <summary>Hits of one answer; more come one answer after the other.</summary>
    private const int MostHits = 10_000;

    /// <summary>Hits of one answer where few are wanted: they cost hardly more than one.</summary>
    private const int FewHits = 1_000;

    /// <summary>Far more than a score, made in a few steps, can be off.</summary>
    private const double FloatError = 1e-5;

    private const string Known = "known";
    private const string Counted = "counted";

    /// <summary>The documents that some query finds, by rising number, with their scores.</summary>
    /// <param name="query">The query.</param>
    /// <param name="fields">What is wanted of them; none for nothing.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public IEnumerable<ClusterHit> Hits(Func<JsonObject> query, string[] fields, CancellationToken cancellationToken) =>
        Hits(query, new HitOrder(fields, fields.Length > 0 ? MostHits / 10 : MostHits), first: default, cancellationToken);

    /// <summary>What each of some queries finds, asked together.</summary>
    public IReadOnlyList<List<ClusterHit>> Lists(IReadOnlyList<Func<JsonObject>> queries, CancellationToken cancellationToken)
    {
        var order = new HitOrder([], MostHits);
        var replies = Asked([.. queries.Select(query => BodyOf(query(), order, after: null))], cancellationToken);
        return [.. queries.Select((query, at) => Hits(query, order, replies[at], cancellationToken).ToList())];
    }

    /// <summary>The documents with the highest scores: so many, and those that may be as good, a score being a float.</summary>
    public List<long> Best(Func<JsonObject> query, long count, CancellationToken cancellationToken)
    {
        var found = new List<long>();
        var least = 0.0;
        foreach (var hit in Hits(
            query, new HitOrder([], (int)Math.Clamp(count + 1, FewHits, MostHits)) { IsByScore = true }, first: default, cancellationToken))
        {
            if (found.Count >= count && hit.Score < least)
            {
                break;
            }

            found.Add(hit.Number);
            least = found.Count == count ? hit.Score * (1 - FloatError) : least;
        }

        return found;
    }

    /// <summary>The sums of the scores of some queries, and how many documents each finds, at once.</summary>
    public IReadOnlyList<ClusterSum> Sums(IReadOnlyList<JsonObject> queries, CancellationToken cancellationToken)
    {
        if (queries.Count == 0)
        {
            return [];
        }

        var bodies = new List<JsonObject>();
        foreach (var query in queries)
        {
            var body = Body(query);
            body["size"] = 0;
            body["aggs"]![Counted] = new JsonObject { ["sum"] = new JsonObject { ["script"] = new JsonObject { ["source"] = "_score" } } };
            bodies.Add(body);
        }

        return
        [
            .. Asked(bodies, cancellationToken).Select(reply => new ClusterSum(
                Part(Part(Part(reply, "aggregations"), Counted), "value").GetDouble(), TotalOf(reply))),
        ];
    }

    /// <summary>Counts nothing but the documents of the generation, and finds that all are there.</summary>
    public void Check(CancellationToken cancellationToken) => Sums([ClusterQuery.None()], cancellationToken);

    private List<JsonElement> Asked(List<JsonObject> bodies, CancellationToken cancellationToken) =>
        ManySearches.Ask(client, index, bodies, cancellationToken).ConvertAll(Checked);

    // An answer after the other; the first may be there already.
    private IEnumerable<ClusterHit> Hits(Func<JsonObject> query, HitOrder order, JsonElement first, CancellationToken cancellationToken)
    {
        JsonArray? after = null;
        var left = 0L;
        do
        {
            var reply = after is null && first.ValueKind != JsonValueKind.Undefined
                ? first
                : Answer(query(), order, after, cancellationToken);
            var total = TotalOf(reply);
            var hits = Part(Part(reply, "hits"), "hits");
            left = (after is null ? total : left) - hits.GetArrayLength();
            if (left < 0 || (left > 0 && hits.GetArrayLength() < order.AtOnce))
            {
                throw Short($"{total} hits announced, others given");
            }

            foreach (var hit in hits.EnumerateArray())
            {
                var sort = Part(hit, "sort");
                after = JsonArray.Create(sort);
                yield return new ClusterHit(
                    sort[sort.GetArrayLength() - 1].GetInt64(),
                    Part(hit, "_score").GetSingle(),
                    hit.TryGetProperty("fields", out var fields) ? fields : default);
            }
        }
        while (left > 0);
    }

    private JsonElement Answer(JsonObject query, HitOrder order, JsonArray? after, CancellationToken cancellationToken)
    {
        var (path, body) = ($"/{index}/_search?allow_partial_search_results=false", Json.Bytes(BodyOf(query, order, after)));
        return Checked((order.Fields.Length > 0
            ? client.PostForPacked(path, body, cancellationToken)
            : client.Post(path, body, cancellationToken)).Root);
    }

    // What is stored of documents is packed, and a thousand times dearer to look at than columns: not even keys are read of it.
    private JsonObject BodyOf(JsonObject query, HitOrder order, JsonArray? after)
    {
        var body = Body(query);
        body["size"] = order.AtOnce;
        body["sort"] = new JsonArray([
            .. order.IsByScore ? [new JsonObject { ["_score"] = "desc" }] : Array.Empty<JsonNode>(),
            new JsonObject { ["no"] = "asc" }]);
        body["track_scores"] = true;
        body["_source"] = false;
        body["stored_fields"] = "_none_";
        body["docvalue_fields"] = new JsonArray([.. order.Fields.Select(field => (JsonNode)field)]);
        if (after is not null)
        {
            body["search_after"] = after.DeepClone();
        }

        return body;
    }

    private JsonObject Body(JsonObject query) => new()
    {
        ["track_total_hits"] = true,
        ["query"] = ClusterQuery.Bool(must: [query], filter: [Universe()]),
        ["aggs"] = new JsonObject
        {
            [Known] = new JsonObject
            {
                ["global"] = new JsonObject(),
                ["aggs"] = new JsonObject { [Known] = new JsonObject { ["filter"] = Universe() } },
            },
        },
    };

    private JsonObject Universe() => ClusterQuery.Bool(
        filter: [ClusterQuery.Range("from", ClusterDocument.NoWriter, generation.Epoch)],
        mustNot: [ClusterQuery.Terms("from", generation.Lost), ClusterQuery.Terms("no", generation.Dead)]);

    private JsonElement Checked(JsonElement reply)
    {
        if (reply.TryGetProperty("error", out _))
        {
            throw Short(ClusterFaults.Reason(reply));
        }

        var answered = Part(reply, "_shards");
        var (total, successful, failed) = (Number(answered, "total"), Number(answered, "successful"), Number(answered, "failed"));
        if (failed != 0 || successful != total || total != shards)
        {
            throw Short($"{successful} of {total} shards have answered, {failed} have failed, and the index has {shards}");
        }

        if (Part(reply, "timed_out").ValueKind != JsonValueKind.False || reply.TryGetProperty("terminated_early", out _))
        {
            throw Short("it was ended before it had counted everything");
        }

        var known = Number(Part(Part(Part(reply, "aggregations"), Known), Known), "doc_count");
        if (known != expected)
        {
            throw gone()
                ? new GenerationGoneException(generation.Number)
                : Short($"the shards know {known} documents of generation {generation.Number}, which has {expected}");
        }

        return reply;
    }

    private long TotalOf(JsonElement reply)
    {
        var total = Part(Part(reply, "hits"), "total");
        var value = Part(total, "relation").GetString() == "eq" ? Number(total, "value") : throw Short("the number of hits is a bound");
        return value <= expected ? value : throw Short($"{value} documents are found among {expected}");
    }

    private JsonElement Part(JsonElement reply, string name) =>
        reply.ValueKind == JsonValueKind.Object && reply.TryGetProperty(name, out var part)
            ? part
            : throw Short($"{name} is missing in the answer");

    private long Number(JsonElement reply, string name) =>
        Part(reply, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value)
            ? value
            : throw Short($"{name} is no number in the answer");

    private IndexUnavailableException Short(string why) => new($"{client.Place}: {index} ({why})");
}

/// <summary>What a query finds in all.</summary>
/// <param name="Score">The scores together.</param>
/// <param name="Documents">How many documents.</param>
internal readonly record struct ClusterSum(double Score, long Documents);

/// <summary>In which order hits come.</summary>
/// <param name="Fields">What is wanted of each beside its number and score.</param>
/// <param name="AtOnce">How many come with one answer.</param>
internal readonly record struct HitOrder(string[] Fields, int AtOnce)
{
    /// <summary>Whether the best come first; else they go by their numbers.</summary>
    public bool IsByScore { get; init; }
}
