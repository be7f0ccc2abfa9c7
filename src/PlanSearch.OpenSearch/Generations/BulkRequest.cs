using System.Buffers;
using System.Text;
using System.Text.Json;
using PlanSearch.Index.Port;
using PlanSearch.OpenSearch.Client;

namespace PlanSearch.OpenSearch.Generations;

/// <summary>One action of a bulk request: a document that is made or removed.</summary>
/// <param name="Verb">create or delete.</param>
/// <param name="Index">The index, by its exact name.</param>
/// <param name="Key">The key of the document.</param>
/// <param name="Document">The document; empty where the verb needs none.</param>
internal readonly record struct BulkChange(string Verb, string Index, string Key, ReadOnlyMemory<byte> Document = default);

/// <summary>Many changes in one request; the answer is checked change by change.</summary>
internal static class BulkRequest
{
    private const int TooMany = 429;

    /// <summary>Makes the changes: what a node has no time for is sent again, until patience is over.</summary>
    /// <exception cref="IndexUnavailableException">Some were not taken.</exception>
    public static void Send(ClusterClient client, IReadOnlyList<BulkChange> changes, CancellationToken cancellationToken)
    {
        var patience = new Patience(client.Options);
        while (changes.Count > 0)
        {
            var reply = client.Post("/_bulk", BodyOf(changes), cancellationToken);
            changes = [.. NotTaken(client, reply.Root, changes.Count).Select(place => changes[place])];
            if (changes.Count > 0)
            {
                if (patience.IsOver)
                {
                    throw new IndexUnavailableException(
                        $"{client.Place} ({TooMany} for {changes[0].Index}/{changes[0].Key}: it has more to do than it can)");
                }

                patience.Pause(cancellationToken);
            }
        }
    }

    private static ReadOnlyMemory<byte> BodyOf(IReadOnlyList<BulkChange> changes)
    {
        var body = new ArrayBufferWriter<byte>(changes.Sum(change => change.Document.Length) + (changes.Count << 8));
        foreach (var (verb, index, key, document) in changes)
        {
            body.Write(Encoding.UTF8.GetBytes($$$"""{"{{{verb}}}":{"_index":"{{{index}}}","_id":"{{{key}}}"}}"""));
            body.Write("\n"u8);
            if (!document.IsEmpty)
            {
                body.Write(document.Span);
                body.Write("\n"u8);
            }
        }

        return body.WrittenMemory;
    }

    // The places of what was not taken for load. A change may have an error of its own where the whole has none.
    private static List<int> NotTaken(ClusterClient client, JsonElement root, int count)
    {
        if (!root.TryGetProperty("items", out var items) || items.GetArrayLength() != count)
        {
            throw new IndexUnavailableException(
                $"{client.Place} (another number of items in the answer to a bulk: {ClusterFaults.Reason(root)})");
        }

        var again = new List<int>();
        var place = 0;
        foreach (var item in items.EnumerateArray())
        {
            var change = item.EnumerateObject().First();
            var status = change.Value.GetProperty("status").GetInt32();
            var isThereAlready = change.NameEquals("create") && status == 409;
            if (!isThereAlready && change.Value.TryGetProperty("error", out _))
            {
                CheckLoad(client, status, ClusterFaults.Reason(change.Value));
                again.Add(place);
            }

            place++;
        }

        return again;
    }

    private static void CheckLoad(ClusterClient client, int status, string reason)
    {
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
    }
}
