using Microsoft.Extensions.Configuration;
using PlanSearch.Index.Embedded;
using PlanSearch.OpenSearch;
using PlanSearch.TestSupport;
using PlanSearch.Web.Hosting;

namespace PlanSearch.Web.Tests.Hosting;

/// <summary>Which index the settings name, and which of them make no sense.</summary>
public sealed class IndexSettingsTests
{
    [Fact]
    public void From_KindNotSaid_IsTheEmbeddedIndex()
    {
        Assert.IsType<EmbeddedIndexStore>(From().Corpus.Store);
        Assert.IsType<EmbeddedIndexStore>(From(("IndexKind", "lucene")).Corpus.Store);
    }

    [Fact]
    public void From_Cluster_IsNamedByItsNodesAndPrefix()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.At("password"), "geheim");
        var settings = From(
            ("IndexKind", "opensearch"), ("OpenSearch:Urls", "https://n1:9200;https://n2:9200"), ("OpenSearch:User", "reader"),
            ("OpenSearch:PasswordFile", folder.At("password")),
            ("OpenSearch:Prefix", "guihua"),
            ("OpenSearch:Shards", "6"),
            ("OpenSearch:Replicas", "0"),
            ("OpenSearch:CertificateFingerprint", string.Join(':', Enumerable.Repeat("AB", 32))));

        Assert.IsType<OpenSearchIndexStore>(settings.Corpus.Store);
        Assert.Same(settings.Corpus.Store, settings.Corpus.Store);
        Assert.Equal("https://n1:9200/、https://n2:9200/（guihua）", settings.Corpus.IndexPlace);
    }

    [Theory]
    [InlineData("IndexKind", "solr")]
    [InlineData("OpenSearch:Urls", "")]
    [InlineData("OpenSearch:Urls", "n1:9200")]
    [InlineData("OpenSearch:Urls", "http://user:password@n1:9200")]
    [InlineData("OpenSearch:Urls", "http://n1:9200/cluster")]
    [InlineData("OpenSearch:PasswordFile", "/nowhere/password")]
    [InlineData("OpenSearch:Prefix", "Planes")]
    [InlineData("OpenSearch:Prefix", "planes*")]
    [InlineData("OpenSearch:Prefix", "_all")]
    [InlineData("OpenSearch:Shards", "0")]
    [InlineData("OpenSearch:Replicas", "-1")]
    [InlineData("OpenSearch:CacheMegabytes", "0")]
    [InlineData("OpenSearch:CertificateFingerprint", "AB:CD")]
    public void From_SettingThatMakesNoSense_IsNamed(string name, string value)
    {
        var refused = Assert.Throws<HostSettingsException>(
            () => From(("IndexKind", "opensearch"), ("OpenSearch:Urls", "http://n1:9200"), (name, value)));

        Assert.Contains($"PlanSearch__{name.Replace(":", "__", StringComparison.Ordinal)}", refused.Message, StringComparison.Ordinal);
    }

    private static HostSettings From(params (string Name, string Value)[] said)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, value) in said)
        {
            values["PlanSearch:" + name] = value;
        }

        return HostSettings.From(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
    }
}
