using PlanSearch.OpenSearch.Client;
using PlanSearch.OpenSearch.Searching;

namespace PlanSearch.OpenSearch;

/// <summary>A cluster and what is known of it, for as long as it is asked; safe for any number of threads.</summary>
internal sealed class ClusterConnection : IDisposable
{
    public ClusterConnection(ClusterOptions options)
    {
        Client = new ClusterClient(options);
        Reads = new PlanReads(options.CacheMegabytes);
        Calibration = new Calibration(Client);
    }

    /// <summary>What every request goes through.</summary>
    public ClusterClient Client { get; }

    /// <summary>The plans that were read last.</summary>
    public PlanReads Reads { get; }

    /// <summary>What is known of the plans of the last generation.</summary>
    public PlanEntries Entries { get; } = new();

    /// <summary>Whether it counts as it should.</summary>
    public Calibration Calibration { get; }

    /// <inheritdoc/>
    public void Dispose() => Client.Dispose();
}
