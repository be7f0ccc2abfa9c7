using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using PlanSearch.Index.Port;
using PlanSearch.OpenSearch.Client;

namespace PlanSearch.OpenSearch.Generations;

/// <summary>What is done to indexes as a whole.</summary>
internal static class Indexes
{
    /// <summary>Makes an index; where one of the name is there already, it is left as it is.</summary>
    /// <returns>Whether it was made.</returns>
    public static bool Create(ClusterClient client, string name, byte[] definition, CancellationToken cancellationToken)
    {
        // A second call for one that is there is refused by name, so it is asked for first.
        if (client.Get($"/{name}/_settings", cancellationToken).Status == HttpStatusCode.OK)
        {
            return false;
        }

        ClusterReply reply;
        try
        {
            reply = client.Put($"/{name}", definition, cancellationToken);
        }
        catch (IndexRefusedException) when (client.Get($"/{name}/_settings", cancellationToken).Status == HttpStatusCode.OK)
        {
            // Another host was quicker.
            return false;
        }

        return reply.Root.TryGetProperty("shards_acknowledged", out var acknowledged) && acknowledged.GetBoolean()
            ? true
            : throw new IndexUnavailableException($"{client.Place}: {name} (its shards have not started: {ClusterFaults.Reason(reply.Root)})");
    }

    /// <summary>Lets everybody see what was written: on every copy that may be asked, or an error.</summary>
    /// <param name="client">The cluster.</param>
    /// <param name="name">The index.</param>
    /// <param name="shards">Its shards.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static void Refresh(ClusterClient client, string name, int shards, CancellationToken cancellationToken)
    {
        var reply = client.Post($"/{name}/_refresh", default, cancellationToken);
        // A copy that no node has at the moment counts as total and not as failed: it is filled before it is asked.
        if (!reply.Root.TryGetProperty("_shards", out var answered)
            || answered.GetProperty("failed").GetInt32() != 0
            || answered.GetProperty("successful").GetInt32() < shards)
        {
            throw new IndexUnavailableException($"{client.Place}: {name} (not every shard shows what was written: {reply.Root.GetRawText()})");
        }
    }

    /// <summary>Removes documents, whether they are there or not.</summary>
    public static void RemoveDocuments(ClusterClient client, IEnumerable<(string Index, string Key)> documents, CancellationToken cancellationToken)
    {
        foreach (var some in documents.Chunk(MostRemoved))
        {
            var lines = some.Select(document => (JsonNode)new JsonObject
            {
                ["delete"] = new JsonObject { ["_index"] = document.Index, ["_id"] = document.Key },
            });
            BulkReply.Check(client, client.Post("/_bulk", Json.Lines(lines), cancellationToken).Root, some.Length);
        }
    }

    /// <summary>Removes what writers left that were cut off.</summary>
    public static void RemoveWritten(ClusterClient client, string name, int shards, IEnumerable<long> epochs, CancellationToken cancellationToken)
    {
        Refresh(client, name, shards, cancellationToken);
        var query = new JsonObject { ["query"] = ClusterQuery.Terms("from", epochs) };
        var reply = client.Post($"/{name}/_delete_by_query?conflicts=proceed&refresh=true", Json.Bytes(query), cancellationToken);
        if (!reply.Root.TryGetProperty("failures", out var failures) || failures.GetArrayLength() > 0)
        {
            throw new IndexUnavailableException($"{client.Place}: {name} ({ClusterFaults.Reason(reply.Root)})");
        }
    }

    private const int MostRemoved = 10_000;
}

/// <summary>What a cluster says of many changes at once.</summary>
internal static class BulkReply
{
    private const int TooMany = 429;

    /// <summary>Checks every item; a status of its own may be an error where the whole has none.</summary>
    /// <returns>The places of items that were not taken for load, and may be sent again.</returns>
    public static List<int> Check(ClusterClient client, JsonElement root, int count)
    {
        var again = new List<int>();
        if (!root.TryGetProperty("items", out var items) || items.GetArrayLength() != count)
        {
            throw new IndexUnavailableException($"{client.Place} (another number of items in the answer to a bulk: {ClusterFaults.Reason(root)})");
        }

        var place = 0;
        foreach (var item in items.EnumerateArray())
        {
            var change = item.EnumerateObject().First();
            var status = change.Value.GetProperty("status").GetInt32();
            var isThereAlready = change.NameEquals("create") && status == 409;
            if (!isThereAlready && change.Value.TryGetProperty("error", out _))
            {
                var reason = ClusterFaults.Reason(change.Value);
                if (reason.Contains("cluster_block_exception", StringComparison.Ordinal))
                {
                    throw ClusterFaults.Blocked(client.Options, reason);
                }

                if (status != TooMany)
                {
                    throw status >= 500
                        ? new IndexUnavailableException($"{client.Place} ({reason})")
                        : ClusterFaults.Refused(client.Options, $"{client.Place} does not take a document ({status}: {reason}).", cause: null);
                }

                again.Add(place);
            }

            place++;
        }

        return again;
    }
}
