using System.Buffers;
using System.Text;
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

    private readonly List<(string Name, ReadOnlyMemory<byte> Action, ReadOnlyMemory<byte> Document)> _waiting = [];
    private int _bytes;

    /// <summary>Takes a document.</summary>
    /// <exception cref="Index.Port.IndexRefusedException">It is larger than a cluster takes.</exception>
    public void Add(string index, long number, ReadOnlyMemory<byte> document)
    {
        var key = PlanDocument.Key(number);
        if (document.Length > Largest)
        {
            throw ClusterFaults.Refused(
                client.Options, $"A plan is {document.Length} bytes as a document of the cluster, which takes {Largest}. Split its file.", cause: null);
        }

        if (_bytes + document.Length > Largest)
        {
            Flush();
        }

        _waiting.Add(($"{index}/{key}", Encoding.UTF8.GetBytes($$$"""{"create":{"_index":"{{{index}}}","_id":"{{{key}}}"}}"""), document));
        _bytes += document.Length;
        if (_bytes >= Gathered)
        {
            Flush();
        }
    }

    /// <summary>Sends what waits; when it comes back every document is in the cluster.</summary>
    public void Flush()
    {
        var started = client.Options.Time.GetTimestamp();
        while (_waiting.Count > 0)
        {
            var body = new ArrayBufferWriter<byte>(_bytes + (_waiting.Count << 8));
            foreach (var (_, action, document) in _waiting)
            {
                body.Write(action.Span);
                body.Write("\n"u8);
                body.Write(document.Span);
                body.Write("\n"u8);
            }

            var again = BulkReply.Check(client, client.Post("/_bulk", body.WrittenMemory, CancellationToken.None).Root, _waiting.Count);
            var left = again.Select(place => _waiting[place]).ToList();
            if (left.Count > 0 && client.Options.Time.GetElapsedTime(started) > client.Options.Patience)
            {
                throw new Index.Port.IndexUnavailableException($"{client.Place} (429 for {left[0].Name}: it has more to do than it can)");
            }

            _waiting.Clear();
            _waiting.AddRange(left);
            _bytes = left.Sum(one => one.Document.Length);
        }
    }

}
