using System.Collections.Immutable;
using System.Globalization;
using PlanSearch.Index.Port;
using PlanSearch.OpenSearch.Client;
using PlanSearch.OpenSearch.Documents;

namespace PlanSearch.OpenSearch.Generations;

/// <summary>The right to write, for as long as it is kept up: whoever takes its place is seen at the next step.</summary>
/// <remarks>
/// The head names the writer, and is only ever replaced by somebody who has read it as it is. A writer that was silent for longer than its
/// lease may be cut off: then it can publish nothing any more, and what it has written, or writes yet, is in no generation.
/// </remarks>
internal sealed class WriterSession
{
    private readonly ClusterClient _client;
    private readonly ControlIndex _control;
    private readonly string _holder;
    private ReadHead _read;

    private WriterSession(ClusterClient client, ControlIndex control, string holder, ReadHead read) =>
        (_client, _control, _holder, _read) = (client, control, holder, read);

    /// <summary>The head as this writer has left it.</summary>
    public Head Head => _read.Head;

    /// <summary>What the documents of this writer begin their numbers with.</summary>
    public long Epoch => Head.Writer!.Epoch;

    private ClusterOptions Options => _client.Options;

    /// <summary>Takes the right to write; makes the indexes where there are none.</summary>
    /// <param name="client">The cluster.</param>
    /// <param name="control">Where the head is.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="IndexLockedException">Somebody else writes.</exception>
    public static WriterSession Begin(ClusterClient client, ControlIndex control, CancellationToken cancellationToken)
    {
        var options = client.Options;
        var holder = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}/{Environment.ProcessId}");
        control.Create(options.Replicas, cancellationToken);
        var read = control.Read(cancellationToken) ?? First(client, control, cancellationToken);
        var now = options.Time.GetUtcNow();
        var lost = read.Head.Lost;
        if (read.Head.Writer is { } other)
        {
            lost = now > other.Until ? lost.Add(other.Epoch) : throw new IndexLockedException($"{control.Place} ({other.Holder})");
        }

        // The last two stay, and so does every one that a newer took the place of a short time ago.
        var all = read.Head.Generations;
        var kept = all.Where((_, at) => at >= all.Length - 2 || now - all[at + 1].At < options.Retention).ToImmutableArray();
        var epoch = read.Head.Epoch + 1;
        var head = read.Head with
        {
            Epoch = epoch,
            Generations = kept,
            Lost = lost,
            Writer = new WriterLease(epoch, holder, now + options.Lease),
        };
        var taken = control.Replace(read.Stamp, head, cancellationToken) ?? throw new IndexLockedException(control.Place);
        foreach (var gone in all.Except(kept))
        {
            control.Remove(gone.Document, cancellationToken);
        }

        // Also what came late of those that were cut off long ago.
        if (!lost.IsEmpty)
        {
            Indexes.RemoveWritten(client, head.Plans, head.Shards, lost, cancellationToken);
            Indexes.RemoveWritten(client, head.Texts, head.Shards, lost, cancellationToken);
        }

        return new WriterSession(client, control, holder, taken);
    }

    /// <summary>Keeps the right up; called before every step.</summary>
    /// <exception cref="IndexLockedException">Another has taken its place.</exception>
    public void KeepUp(CancellationToken cancellationToken)
    {
        var now = Options.Time.GetUtcNow();
        if (Head.Writer!.Until - now < Options.Lease / 2)
        {
            Replace(Head with { Writer = Head.Writer with { Until = now + Options.Lease } }, cancellationToken);
        }
    }

    /// <summary>What a generation is that the head names.</summary>
    public GenerationDocument Generation(PublishedGeneration published, CancellationToken cancellationToken) =>
        _control.Generation(published, cancellationToken);

    /// <summary>Another index takes the place of this one; there is nothing to give back then.</summary>
    public void GiveWayTo(Head other, CancellationToken cancellationToken) => Replace(other with { Writer = null }, cancellationToken);

    /// <summary>Publishes a generation; the writer continues under a new number.</summary>
    /// <param name="generation">What it is.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public void Publish(GenerationDocument generation, CancellationToken cancellationToken)
    {
        var document = string.Create(CultureInfo.InvariantCulture, $"gen-{generation.Number}-{generation.Epoch}");
        _control.Write(document, generation, cancellationToken);
        var now = Options.Time.GetUtcNow();
        var epoch = Head.Epoch + 1;
        Replace(
            Head with
            {
                Epoch = epoch,
                Generations = Head.Generations.Add(new PublishedGeneration(generation.Number, document, now)),
                Writer = new WriterLease(epoch, _holder, now + Options.Lease),
            },
            cancellationToken);
    }

    /// <summary>Gives the right back.</summary>
    /// <param name="isClean">Whether nothing that it has written and not published is left.</param>
    public void End(bool isClean) => _control.Replace(
        _read.Stamp, Head with { Lost = isClean ? Head.Lost : Head.Lost.Add(Epoch), Writer = null }, CancellationToken.None);

    private static ReadHead First(ClusterClient client, ControlIndex control, CancellationToken cancellationToken)
    {
        var identity = Guid.NewGuid();
        var (plans, texts) = ($"{client.Options.Prefix}-plans-{identity:n}", $"{client.Options.Prefix}-texts-{identity:n}");
        Indexes.Create(client, plans, IndexDefinition.Plans(client.Options.Shards, client.Options.Replicas), cancellationToken);
        Indexes.Create(client, texts, IndexDefinition.Texts(client.Options.Shards, client.Options.Replicas), cancellationToken);
        var head = new Head(IndexDefinition.Versions, identity, plans, texts, client.Options.Shards, Epoch: 0, [], [], Writer: null);
        return control.Replace(read: null, head, cancellationToken) ?? throw new IndexLockedException(control.Place);
    }

    private void Replace(Head head, CancellationToken cancellationToken) =>
        _read = _control.Replace(_read.Stamp, head, cancellationToken) ?? throw new IndexLockedException(_control.Place);
}
