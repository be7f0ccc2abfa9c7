using PlanSearch.OpenSearch.Client;
using PlanSearch.OpenSearch.Documents;

namespace PlanSearch.OpenSearch.Generations;

/// <summary>Documents on their way to the cluster, some megabytes at a time; each answer is checked document by document.</summary>
/// <param name="client">The cluster.</param>
internal sealed class BulkWrites(ClusterClient client)
{
    private const int Gathered = 4 << 20;

    /// <summary>A node takes no body above 100 MB, and cuts the connection without a word.</summary>
    private const int Largest = 96 << 20;

    private readonly List<BulkChange> _waiting = [];
    private int _bytes;

    /// <summary>Takes a document.</summary>
    /// <exception cref="Index.Port.IndexRefusedException">It is larger than a cluster takes.</exception>
    public void Add(string index, long number, ReadOnlyMemory<byte> document)
    {
        if (document.Length > Largest)
        {
            throw ClusterFaults.Refused(
                client.Options,
                $"A plan is {document.Length} bytes as a document of the cluster, which takes {Largest}. Split its file.",
                cause: null);
        }

        if (_bytes + document.Length > Largest)
        {
            Flush();
        }

        _waiting.Add(new BulkChange("create", index, ClusterDocument.Key(number), document));
        _bytes += document.Length;
        if (_bytes >= Gathered)
        {
            Flush();
        }
    }

    /// <summary>Sends what waits; when it comes back every document is in the cluster.</summary>
    public void Flush()
    {
        BulkRequest.Send(client, _waiting, CancellationToken.None);
        _waiting.Clear();
        _bytes = 0;
    }
}
