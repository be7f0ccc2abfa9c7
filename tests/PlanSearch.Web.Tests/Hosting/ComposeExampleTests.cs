using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;
using PlanSearch.OpenSearch;
using PlanSearch.TestSupport;
using PlanSearch.Web.Hosting;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace PlanSearch.Web.Tests.Hosting;

/// <summary>The example of a cluster: three nodes, two hosts over them, one address; all that it sets is a setting.</summary>
public sealed class ComposeExampleTests
{
    private const string Ours = "PlanSearch__";

    private static readonly string[] Nodes = ["node1", "node2", "node3"];
    private static readonly string[] Hosts = ["writer", "reader"];

    private readonly Dictionary<string, Service> _services = Read().Services;

    [Fact]
    public void Nodes_AreThreeThatKnowEachOtherAndNobodyElseReaches()
    {
        Assert.Equal(
            Nodes,
            _services.Where(one => one.Value.Image.Contains("/opensearch:", StringComparison.Ordinal)).Select(one => one.Key));
        Assert.All(Nodes, name =>
        {
            var node = _services[name];
            Assert.Equal(name, node.Environment["node.name"]);
            Assert.Equal(Nodes, node.Environment["discovery.seed_hosts"].Split(','));
            Assert.Equal(Nodes, node.Environment["cluster.initial_cluster_manager_nodes"].Split(','));
            Assert.Equal("false", node.Environment["search.default_allow_partial_results"]);
            Assert.StartsWith($"{name}:", Assert.Single(node.Volumes), StringComparison.Ordinal);
            Assert.Equal(["cluster"], node.Networks);
            Assert.Empty(node.Ports);
        });
    }

    [Fact]
    public void Hosts_WhatTheySet_IsReadAndNamesTheNodes()
    {
        Assert.Equal(Hosts, _services.Where(service => service.Value.Environment.Keys.Any(IsOurs)).Select(service => service.Key));
        foreach (var name in Hosts)
        {
            var said = _services[name].Environment.Where(one => IsOurs(one.Key)).ToDictionary(
                one => one.Key.Replace("__", ":", StringComparison.Ordinal), one => (string?)one.Value);
            var asked = new Asked(new ConfigurationBuilder().AddInMemoryCollection(said).Build().GetSection("PlanSearch"));

            var settings = HostSettings.From(asked);

            Assert.True(said.Count >= 5);
            Assert.Empty(said.Keys.Except(asked.Names));
            Assert.IsType<OpenSearchIndexStore>(settings.Corpus.Store);
            Assert.Equal($"{string.Join('、', Nodes.Select(node => $"http://{node}:9200/"))}（planes）", settings.Corpus.IndexPlace);
            Assert.Equal(name == "writer", settings.BuildOnStart);
            Assert.Equal(Nodes, _services[name].DependsOn);
            Assert.Empty(_services[name].Ports);
        }
    }

    [Fact]
    public void Address_IsOneAndLeadsToEveryHost()
    {
        var (name, front) = Assert.Single(_services, service => service.Value.Ports.Count > 0);
        Assert.Equal("127.0.0.1:5080:8080", Assert.Single(front.Ports));
        Assert.Equal(Hosts, front.DependsOn);
        Assert.All(
            Hosts,
            host => Assert.Contains($"server {host}:8080;", Read().Contents[name], StringComparison.Ordinal));
    }

    [Fact]
    public void Documentation_NamesTheExample() =>
        Assert.Contains(
            "deploy/compose.yaml", File.ReadAllText(Path.Combine(Repository.Root, "docs", "集群部署.md")), StringComparison.Ordinal);

    private static bool IsOurs(string name) => name.StartsWith(Ours, StringComparison.Ordinal);

    private static (Dictionary<string, Service> Services, Dictionary<string, string> Contents) Read()
    {
        using var file = File.OpenText(Path.Combine(Repository.Root, "deploy", "compose.yaml"));
        var whole = (Dictionary<object, object>)new DeserializerBuilder().Build().Deserialize(new MergingParser(new Parser(file)))!;
        return (
            Map(whole["services"]).ToDictionary(service => service.Key, service => new Service(Map(service.Value))),
            Map(whole["configs"]).ToDictionary(config => config.Key, config => (string)Map(config.Value)["content"]));
    }

    private static Dictionary<string, object> Map(object part) =>
        ((Dictionary<object, object>)part).ToDictionary(one => (string)one.Key, one => one.Value);

    private sealed class Service(Dictionary<string, object> said)
    {
        public string Image => (string)said["image"];

        public Dictionary<string, string> Environment =>
            said.TryGetValue("environment", out var names) ? Map(names).ToDictionary(one => one.Key, one => (string)one.Value) : [];

        public List<string> Volumes => List("volumes");

        public List<string> Ports => List("ports");

        public List<string> Networks => List("networks");

        public List<string> DependsOn => List("depends_on");

        // A list, or the names of a map.
        private List<string> List(string name) => !said.TryGetValue(name, out var values) ? []
            : values is List<object> list ? [.. list.Cast<string>()]
            : [.. Map(values).Keys];
    }

    /// <summary>Settings that know which of them somebody has asked for.</summary>
    private sealed class Asked(IConfigurationSection inner) : IConfigurationSection
    {
        private readonly HashSet<string> _names = new(StringComparer.Ordinal);

        public IReadOnlySet<string> Names => _names;

        public string Key => inner.Key;

        public string Path => inner.Path;

        public string? Value
        {
            get => inner.Value;
            set => throw new NotSupportedException();
        }

        public string? this[string key]
        {
            get
            {
                _names.Add($"{Path}:{key}");
                return inner[key];
            }

            set => throw new NotSupportedException();
        }

        public IConfigurationSection GetSection(string key) => key == Key ? this : inner.GetSection(key);

        public IEnumerable<IConfigurationSection> GetChildren() => inner.GetChildren();

        public IChangeToken GetReloadToken() => inner.GetReloadToken();
    }
}
