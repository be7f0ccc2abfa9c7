using System.Collections.Immutable;
using PlanSearch.OpenSearch.Client;

namespace PlanSearch.OpenSearch.Tests.Nodes;

/// <summary>Three nodes for all tests that kill none, started by the first that asks for them.</summary>
/// <remarks>PLANSEARCH_OPENSEARCH names the addresses of nodes that are there already, parted by ";".</remarks>
public sealed class ThreeNodes : IDisposable
{
    private static readonly string? Given = Environment.GetEnvironmentVariable("PLANSEARCH_OPENSEARCH");

    private readonly Lazy<NodeScript> _nodes = new(() => NodeScript.Start(3));
    private int _prefixes;

    /// <summary>The addresses.</summary>
    public ImmutableArray<Uri> Urls => Given is null ? [.. _nodes.Value.Urls] : [.. Given.Split(';').Select(url => new Uri(url))];

    /// <summary>The nodes themselves, for a test that ends one and brings it back.</summary>
    internal NodeScript Own => _nodes.Value;

    /// <summary>A place in the cluster that nobody else has.</summary>
    public ClusterOptions Place() => new()
    {
        Urls = Urls,
        Prefix = $"t{Environment.ProcessId}-{Interlocked.Increment(ref _prefixes)}",
        Shards = 3,
        Replicas = 0,
        Patience = TimeSpan.FromSeconds(5),
    };

    public void Dispose()
    {
        if (_nodes.IsValueCreated)
        {
            _nodes.Value.Dispose();
        }
    }
}

/// <summary>All tests over <see cref="ThreeNodes"/>, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class ThreeNodesRun : ICollectionFixture<ThreeNodes>
{
    public const string Name = "three nodes";
}
