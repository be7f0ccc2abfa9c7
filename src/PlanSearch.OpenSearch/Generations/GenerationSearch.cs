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

    private const string Known = "known";
    private const string Counted = "counted";

    /// <summary>The documents that some query finds, by rising number, with their scores.</summary>
    /// <param name="query">The query.</param>
    /// <param name="fields">What is wanted of the source; none for nothing.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public IEnumerable<ClusterHit> Hits(Func<JsonObject> query, string[] fields, CancellationToken cancellationToken)
    {
        var (after, left) = (0L, 0L);
        var size = fields.Length > 0 ? MostHits / 10 : MostHits;
        do
        {
            var body = Body(query());
            body["size"] = size;
            body["sort"] = new JsonArray(new JsonObject { ["no"] = "asc" });
            body["track_scores"] = true;
            body["_source"] = fields.Length == 0 ? false : new JsonArray([.. fields.Select(field => (JsonNode)field)]);
            if (after > 0)
            {
                body["search_after"] = new JsonArray(after);
            }

            var reply = Checked(client.Post($"/{index}/_search?allow_partial_search_results=false", Json.Bytes(body), cancellationToken).Root);
            var total = TotalOf(reply);
            var hits = Part(Part(reply, "hits"), "hits");
            left = (after > 0 ? left : total) - hits.GetArrayLength();
            if (left < 0 || (left > 0 && hits.GetArrayLength() < size))
            {
                throw Short($"{total} hits announced, others given");
            }

            foreach (var hit in hits.EnumerateArray())
            {
                after = hit.GetProperty("sort")[0].GetInt64();
                yield return new ClusterHit(
                    after, hit.GetProperty("_score").GetSingle(), hit.TryGetProperty("_source", out var source) ? source : default);
            }
        }
        while (left > 0);
    }

    /// <summary>The sums of the scores of some queries, and how many documents each finds, at once.</summary>
    public IReadOnlyList<ClusterSum> Sums(IReadOnlyList<JsonObject> queries, CancellationToken cancellationToken)
    {
        if (queries.Count == 0)
        {
            return [];
        }

        var lines = new List<JsonNode>();
        foreach (var query in queries)
        {
            var body = Body(query);
            body["size"] = 0;
            body["aggs"]![Counted] = new JsonObject { ["sum"] = new JsonObject { ["script"] = new JsonObject { ["source"] = "_score" } } };
            lines.Add(new JsonObject { ["index"] = index, ["allow_partial_search_results"] = false });
            lines.Add(body);
        }

        var root = client.Post("/_msearch", Json.Lines(lines), cancellationToken).Root;
        if (!root.TryGetProperty("responses", out var replies) || replies.GetArrayLength() != queries.Count)
        {
            throw Short("another number of answers than of questions");
        }

        return [.. replies.EnumerateArray().Select(reply => new ClusterSum(
            Part(Part(Part(Checked(reply), "aggregations"), Counted), "value").GetDouble(), TotalOf(reply)))];
    }

    /// <summary>Counts nothing but the documents of the generation, and finds that all are there.</summary>
    public void Check(CancellationToken cancellationToken) => Sums([ClusterQuery.None()], cancellationToken);

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
        filter: [ClusterQuery.Range("from", PlanDocument.NoWriter, generation.Epoch)],
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
        reply.ValueKind == JsonValueKind.Object && reply.TryGetProperty(name, out var part) ? part : throw Short($"{name} is missing in the answer");

    private long Number(JsonElement reply, string name) =>
        Part(reply, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value)
            ? value
            : throw Short($"{name} is no number in the answer");

    private IndexUnavailableException Short(string why) => new($"{client.Place}: {index} ({why})");
}

/// <summary>A document that was found.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Score">How well it fits: a count, where the query is one.</param>
/// <param name="Source">What was wanted of its source.</param>
internal readonly record struct ClusterHit(long Number, float Score, JsonElement Source);

/// <summary>What a query finds in all.</summary>
/// <param name="Score">The scores together.</param>
/// <param name="Documents">How many documents.</param>
internal readonly record struct ClusterSum(double Score, long Documents);
