using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PlanSearch.Index.Port;
using PlanSearch.OpenSearch.Client;
using PlanSearch.OpenSearch.Documents;

namespace PlanSearch.OpenSearch.Generations;

/// <summary>A head as it was read, and by what it can be replaced.</summary>
/// <param name="Head">The head.</param>
/// <param name="Stamp">The change that wrote it.</param>
internal sealed record ReadHead(Head Head, HeadStamp Stamp);

/// <summary>The change that wrote a head.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="Term">Its term.</param>
internal sealed record HeadStamp(long Sequence, long Term);

/// <summary>Reads and writes what says which generations there are.</summary>
/// <param name="client">The cluster.</param>
/// <param name="prefix">What the names of the indexes begin with.</param>
/// <param name="name">The name of the head: one is searched, another is being built beside it.</param>
internal sealed class ControlIndex(ClusterClient client, string prefix, string name)
{
    /// <summary>The head that is searched.</summary>
    public const string Current = "head";

    /// <summary>The head of an index that is being built to take its place.</summary>
    public const string Next = "next";

    private readonly string _index = prefix + "-control";

    /// <summary>The head in messages.</summary>
    public string Place => $"{client.Place}: {_index}/{name}";

    /// <summary>The head; null when there is none.</summary>
    /// <exception cref="IndexVersionException">Another version of this program wrote it.</exception>
    /// <exception cref="IndexForeignException">Another program did.</exception>
    public ReadHead? Read(CancellationToken cancellationToken)
    {
        return Document(cancellationToken) is { } document
            ? new ReadHead(ReadCurrent(Required(document, "_source")), StampOf(document))
            : null;
    }

    /// <summary>What can replace a head that cannot be read, and the number of the newest generation as far as it says so.</summary>
    public (HeadStamp Stamp, long Newest)? ReadAny(CancellationToken cancellationToken)
    {
        if (Document(cancellationToken) is not { } document)
        {
            return null;
        }

        var numbers = Required(document, "_source").TryGetProperty("generations", out var generations)
            && generations.ValueKind == JsonValueKind.Array
            ? generations.EnumerateArray()
                .Select(one => one.TryGetProperty("number", out var number) && number.TryGetInt64(out var value) ? value : 0)
            : [];
        return (StampOf(document), numbers.DefaultIfEmpty().Max());
    }

    // From the first copy, which has every change that was answered.
    private JsonElement? Document(CancellationToken cancellationToken)
    {
        var reply = client.Get($"/{_index}/_doc/{name}?preference=_primary", cancellationToken);
        if (!reply.IsMissing)
        {
            return reply.Root;
        }

        CheckMissing(reply.Root);
        return null;
    }

    private Head ReadCurrent(JsonElement source)
    {
        if (!source.TryGetProperty("versions", out var versions) || versions.ValueKind != JsonValueKind.String)
        {
            throw new IndexForeignException(
                Place,
                $"{Place} was not written by PlanSearch. Name another prefix in PlanSearch__OpenSearch__Prefix.",
                new InvalidDataException(Place));
        }

        if (versions.GetString() != IndexDefinition.Versions)
        {
            throw new IndexVersionException(
                $"{Place}: format {versions.GetString()}, not {IndexDefinition.Versions}. "
                + "Build the index anew from the plan files: plansearch index PLANS --rebuild",
                cause: null);
        }

        return Parsed(source, ControlJson.Default.Head);
    }

    /// <summary>Replaces the head, if it still is what was read; null to make the first one.</summary>
    /// <returns>The head as it is now; null when somebody else was quicker.</returns>
    public ReadHead? Replace(HeadStamp? read, Head head, CancellationToken cancellationToken)
    {
        var condition = read is null
            ? "op_type=create"
            : string.Create(CultureInfo.InvariantCulture, $"if_seq_no={read.Sequence}&if_primary_term={read.Term}");
        ClusterReply reply;
        try
        {
            reply = client.Put(
                $"/{_index}/_doc/{name}?{condition}",
                JsonSerializer.SerializeToUtf8Bytes(head, ControlJson.Default.Head),
                cancellationToken);
        }
        catch (IndexUnavailableException)
        {
            // No answer came: what is there now tells whether it was done.
            var now = Read(cancellationToken);
            if (now is not null && JsonSerializer.SerializeToUtf8Bytes(now.Head, ControlJson.Default.Head)
                .AsSpan().SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(head, ControlJson.Default.Head)))
            {
                return now;
            }

            throw;
        }

        return reply.IsConflict
            ? null
            : new ReadHead(head, StampOf(reply.Root));
    }

    /// <summary>Reads what a published generation consists of, from the primary shard.</summary>
    /// <exception cref="IndexDamagedException">Its document is not there.</exception>
    public GenerationDocument Generation(PublishedGeneration published, CancellationToken cancellationToken)
    {
        var reply = client.Get($"/{_index}/_doc/{published.Document}?preference=_primary", cancellationToken);
        return reply.IsMissing
            ? throw new IndexDamagedException(
                $"{client.Place}: {_index}/{published.Document}", offset: -1, "the document of a generation is missing")
            : Parsed(Required(reply.Root, "_source"), ControlJson.Default.GenerationDocument);
    }

    /// <summary>Writes what a generation is, before any head names it.</summary>
    public void Write(string document, GenerationDocument generation, CancellationToken cancellationToken) => client.Post(
        $"/{_index}/_doc/{document}",
        JsonSerializer.SerializeToUtf8Bytes(generation, ControlJson.Default.GenerationDocument),
        cancellationToken);

    /// <summary>Removes a document that no head names.</summary>
    public void Remove(string document, CancellationToken cancellationToken) =>
        client.Delete($"/{_index}/_doc/{document}", cancellationToken);

    /// <summary>Makes the index, where it is not there.</summary>
    public void Create(int replicas, CancellationToken cancellationToken) =>
        Indexes.Create(client, _index, IndexDefinition.Control(replicas), cancellationToken);

    private HeadStamp StampOf(JsonElement root) => new(Required(root, "_seq_no").GetInt64(), Required(root, "_primary_term").GetInt64());

    private static void CheckMissing(JsonElement root)
    {
        if (!root.TryGetProperty("found", out _)
            && !ClusterFaults.Reason(root).Contains("index_not_found_exception", StringComparison.Ordinal))
        {
            throw new IndexUnavailableException($"The head of the index ({ClusterFaults.Reason(root)})");
        }
    }

    private JsonElement Required(JsonElement root, string property) => root.TryGetProperty(property, out var value)
        ? value
        : throw new IndexDamagedException(Place, offset: -1, $"{property} is missing in what the cluster answers");

    private T Parsed<T>(JsonElement source, JsonTypeInfo<T> type)
    {
        try
        {
            return source.Deserialize(type)
                ?? throw new IndexDamagedException(Place, offset: -1, "a document of the control index is empty");
        }
        catch (JsonException damage)
        {
            throw new IndexDamagedException(Place, offset: -1, damage.Message);
        }
    }
}
