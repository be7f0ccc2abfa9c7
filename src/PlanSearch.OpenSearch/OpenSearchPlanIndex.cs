using PlanSearch.Index.Port;
using PlanSearch.Index.Stored.Bytes;
using PlanSearch.OpenSearch.Client;
using PlanSearch.OpenSearch.Generations;
using PlanSearch.OpenSearch.Searching;

namespace PlanSearch.OpenSearch;

/// <summary>The index of plans in a cluster.</summary>
/// <remarks>Safe for any number of threads; so are its snapshots.</remarks>
public sealed class OpenSearchPlanIndex : IPlanIndex
{
    private readonly ClusterClient _client;
    private readonly ControlIndex _control;
    private readonly PlanReads _reads;
    private readonly PlanEntries _entries = new();
    private readonly Calibration _calibration;
    private readonly long _firstGeneration;

    /// <summary>The index that is searched.</summary>
    public OpenSearchPlanIndex(ClusterOptions options)
        : this(options, ControlIndex.Current, firstGeneration: 1)
    {
    }

    /// <param name="options">The cluster.</param>
    /// <param name="head">Which of the two heads.</param>
    /// <param name="firstGeneration">The number of the first generation, where there is none yet.</param>
    internal OpenSearchPlanIndex(ClusterOptions options, string head, long firstGeneration)
    {
        ArgumentNullException.ThrowIfNull(options);
        _client = new ClusterClient(options);
        _control = new ControlIndex(_client, options.Prefix, head);
        _reads = new PlanReads(_client);
        _calibration = new Calibration(_client);
        _firstGeneration = firstGeneration;
    }

    /// <inheritdoc/>
    public long NewestGeneration => _control.Read(CancellationToken.None)?.Head.Newest?.Number ?? 0;

    /// <inheritdoc/>
    public IPlanSnapshot? OpenNewest() => _control.Read(CancellationToken.None) is { Head: { Newest: { } newest } head } ? Open(head, newest) : null;

    /// <inheritdoc/>
    public IPlanSnapshot? Open(long generation) =>
        _control.Read(CancellationToken.None)?.Head is { } head && head.Generations.FirstOrDefault(kept => kept.Number == generation) is { } published
            ? Open(head, published)
            : null;

    /// <inheritdoc/>
    public IPlanIndexWriter OpenWriter()
    {
        var session = WriterSession.Begin(_client, _control, CancellationToken.None);
        try
        {
            _calibration.Check(session.Head);
            return new OpenSearchPlanIndexWriter(_client, session, _firstGeneration);
        }
        catch
        {
            session.End(isClean: true);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    /// <summary>Reads everything of the generations that are kept. Damage is a finding.</summary>
    /// <returns>Null when there is none.</returns>
    internal CheckReport? Check(CancellationToken cancellationToken) =>
        _control.Read(cancellationToken) is { Head: { Newest: { } newest } head }
            ? IndexCheck.Run(
                [.. head.Generations.Select(kept => ViewOf(head, kept)).OrderByDescending(view => view.Generation.Number)],
                () => Open(head, newest),
                _reads,
                cancellationToken)
            : null;

    private OpenSearchPlanSnapshot Open(Head head, PublishedGeneration published)
    {
        _calibration.Check(head);
        var view = ViewOf(head, published);
        return new OpenSearchPlanSnapshot(view, ManifestCodec.Decode(view.Generation.Manifest), _entries.Of(view), _reads, _client.Options.ReadAtMost);
    }

    private GenerationView ViewOf(Head head, PublishedGeneration published) =>
        GenerationView.Published(_client, _control, head, _control.Generation(published, CancellationToken.None));
}
