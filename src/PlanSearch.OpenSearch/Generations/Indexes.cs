using System.Net;
using System.Text.Json.Nodes;
using PlanSearch.Index.Port;
using PlanSearch.OpenSearch.Client;

namespace PlanSearch.OpenSearch.Generations;

/// <summary>What is done to indexes as a whole.</summary>
internal static class Indexes
{
    private const int MostRemoved = 10_000;

    /// <summary>Makes an index; where one of the name is there already, it is left as it is.</summary>
    public static void Create(ClusterClient client, string name, byte[] definition, CancellationToken cancellationToken)
    {
        // A second call for one that is there is refused by name, so it is asked for first.
        if (client.Get($"/{name}/_settings", cancellationToken).Status == HttpStatusCode.OK)
        {
            return;
        }

        ClusterReply reply;
        try
        {
            reply = client.Put($"/{name}", definition, cancellationToken);
        }
        catch (IndexRefusedException) when (client.Get($"/{name}/_settings", cancellationToken).Status == HttpStatusCode.OK)
        {
            // Another host was quicker.
            return;
        }

        if (!reply.Root.TryGetProperty("shards_acknowledged", out var acknowledged) || !acknowledged.GetBoolean())
        {
            throw new IndexUnavailableException(
                $"{client.Place}: {name} (its shards have not started: {ClusterFaults.Reason(reply.Root)})");
        }
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
            throw new IndexUnavailableException(
                $"{client.Place}: {name} (not every shard shows what was written: {reply.Root.GetRawText()})");
        }
    }

    /// <summary>Removes documents, whether they are there or not.</summary>
    public static void RemoveDocuments(
        ClusterClient client, IEnumerable<(string Index, string Key)> documents, CancellationToken cancellationToken)
    {
        foreach (var some in documents.Chunk(MostRemoved))
        {
            BulkRequest.Send(
                client, [.. some.Select(document => new BulkChange("delete", document.Index, document.Key))], cancellationToken);
        }
    }

    /// <summary>Removes what writers left that were cut off.</summary>
    public static void RemoveWritten(
        ClusterClient client, string name, int shards, IEnumerable<long> epochs, CancellationToken cancellationToken)
    {
        Refresh(client, name, shards, cancellationToken);
        var query = new JsonObject { ["query"] = ClusterQuery.Terms("from", epochs) };
        var reply = client.Post($"/{name}/_delete_by_query?conflicts=proceed&refresh=true", Json.Bytes(query), cancellationToken);
        if (!reply.Root.TryGetProperty("failures", out var failures) || failures.GetArrayLength() > 0)
        {
            throw new IndexUnavailableException($"{client.Place}: {name} ({ClusterFaults.Reason(reply.Root)})");
        }
    }
}
