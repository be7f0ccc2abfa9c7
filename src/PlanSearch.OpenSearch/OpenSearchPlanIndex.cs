using PlanSearch.Index.Port;
using PlanSearch.Index.Stored.Bytes;
using PlanSearch.OpenSearch.Generations;
using PlanSearch.OpenSearch.Searching;

namespace PlanSearch.OpenSearch;

/// <summary>The index of plans in a cluster.</summary>
/// <remarks>Safe for any number of threads; so are its snapshots.</remarks>
public sealed class OpenSearchPlanIndex : IPlanIndex
{
    private readonly ClusterConnection _cluster;
    private readonly ControlIndex _control;
    private readonly long _firstGeneration;

    /// <param name="cluster">The cluster; whoever made the connection ends it.</param>
    /// <param name="head">Which of the two heads.</param>
    /// <param name="firstGeneration">The number of the first generation, where there is none yet.</param>
    internal OpenSearchPlanIndex(ClusterConnection cluster, string head = ControlIndex.Current, long firstGeneration = 1)
    {
        (_cluster, _firstGeneration) = (cluster, firstGeneration);
        _control = new ControlIndex(cluster.Client, cluster.Client.Options.Prefix, head);
    }

    /// <inheritdoc/>
    public long NewestGeneration => _control.Read(CancellationToken.None)?.Head.Newest?.Number ?? 0;

    /// <inheritdoc/>
    public IPlanSnapshot? OpenNewest() =>
        _control.Read(CancellationToken.None) is { Head: { Newest: { } newest } head } ? Open(head, newest) : null;

    /// <inheritdoc/>
    public IPlanSnapshot? Open(long generation) =>
        _control.Read(CancellationToken.None)?.Head is { } head
            && head.Generations.FirstOrDefault(kept => kept.Number == generation) is { } published
            ? Open(head, published)
            : null;

    /// <inheritdoc/>
    public IPlanIndexWriter OpenWriter()
    {
        var session = WriterSession.Begin(_cluster.Client, _control, CancellationToken.None);
        try
        {
            _cluster.Calibration.Check(session.Head);
            return new OpenSearchPlanIndexWriter(_cluster.Client, session, _firstGeneration);
        }
        catch
        {
            session.End(isClean: true);
            throw;
        }
    }

    /// <summary>Nothing is held open.</summary>
    public void Dispose()
    {
    }

    /// <summary>Reads everything of the generations that are kept. Damage is a finding.</summary>
    /// <returns>Null when there is none.</returns>
    internal CheckReport? Check(CancellationToken cancellationToken) =>
        _control.Read(cancellationToken) is { Head: { Newest: { } newest } head }
            ? IndexCheck.Run(
                [.. head.Generations.Select(kept => ViewOf(head, kept)).OrderByDescending(view => view.Generation.Number)],
                () => Open(head, newest),
                cancellationToken)
            : null;

    private OpenSearchPlanSnapshot Open(Head head, PublishedGeneration published)
    {
        _cluster.Calibration.Check(head);
        var view = ViewOf(head, published);
        return new OpenSearchPlanSnapshot(view, ManifestCodec.Decode(view.Generation.Manifest), _cluster.Entries.Of(view), _cluster.Reads);
    }

    private GenerationView ViewOf(Head head, PublishedGeneration published) =>
        GenerationView.Published(_cluster.Client, _control, head, _control.Generation(published, CancellationToken.None));
}
