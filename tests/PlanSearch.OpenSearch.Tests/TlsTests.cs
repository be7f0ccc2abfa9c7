using PlanSearch.Index.Port;
using PlanSearch.OpenSearch.Tests.Nodes;

namespace PlanSearch.OpenSearch.Tests;

/// <summary>Which certificates of a node are trusted.</summary>
[Collection(ThreeNodesRun.Name)]
public sealed class TlsTests(ThreeNodes nodes)
{
    private static readonly DateTimeOffset Later = TimeProvider.System.GetUtcNow().AddYears(1);

    [NodesFact]
    public void Connect_CertificateOfTheFingerprint_IsTrusted()
    {
        using var proxy = new TlsProxy(nodes.Urls[0], Later);
        using var indexStore = new OpenSearchIndexStore(
            nodes.Place() with { Urls = [proxy.Url], CertificateFingerprint = proxy.Fingerprint });
        using var index = indexStore.Open();

        Assert.Equal(0, index.NewestGeneration);
    }

    [NodesFact]
    public void Connect_CertificateThatNobodyVouchesFor_IsRefusedWithTheRemedy()
    {
        using var proxy = new TlsProxy(nodes.Urls[0], Later);
        AssertRefused(nodes.Place() with { Urls = [proxy.Url] });
        AssertRefused(nodes.Place() with { Urls = [proxy.Url], CertificateFingerprint = new string('0', 64) });
    }

    [NodesFact]
    public void Connect_CertificateThatIsOutOfDate_IsRefusedWithTheRemedy()
    {
        using var proxy = new TlsProxy(nodes.Urls[0], TimeProvider.System.GetUtcNow().AddDays(-1));

        AssertRefused(nodes.Place() with { Urls = [proxy.Url], CertificateFingerprint = proxy.Fingerprint });
    }

    private static void AssertRefused(Client.ClusterOptions options)
    {
        using var indexStore = new OpenSearchIndexStore(options);
        using var index = indexStore.Open();

        var refused = Assert.Throws<IndexRefusedException>(() => index.NewestGeneration);

        Assert.Contains("PlanSearch__OpenSearch__CertificateFingerprint", refused.Message, StringComparison.Ordinal);
    }
}
