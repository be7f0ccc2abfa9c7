using PlanSearch.Corpus;
using PlanSearch.OpenSearch;
using PlanSearch.OpenSearch.Client;

namespace PlanSearch.Web.Hosting;

/// <summary>Which index the collection lies in: settings <c>IndexKind</c> and <c>OpenSearch:…</c>.</summary>
internal static class IndexSettings
{
    private const string Lucene = "lucene";
    private const string Cluster = "opensearch";
    private const int MostShards = 1_024;
    private const int MostCached = 100_000;
    private const int FingerprintDigits = 64;

    /// <summary>The collection in the index that is said.</summary>
    /// <exception cref="HostSettingsException">A setting makes no sense.</exception>
    public static CorpusOptions WithIndex(this CorpusOptions corpus, SettingsSection section) =>
        (section.Text("IndexKind") ?? Lucene) switch
        {
            Lucene => corpus,
            Cluster => InCluster(corpus, ClusterOf(section)),
            _ => throw new HostSettingsException("IndexKind", $"{Lucene} 或 {Cluster}"),
        };

    private static CorpusOptions InCluster(CorpusOptions corpus, ClusterOptions cluster)
    {
        // One for the process, which keeps its connections and what it knows of the cluster.
        OpenSearchIndexStore? store = null;
        return corpus with
        {
            Indexes = options => LazyInitializer.EnsureInitialized(
                ref store, () => new OpenSearchIndexStore(cluster with { Time = options.Time })),
            IndexPlace = $"{string.Join("、", cluster.Urls)}（{cluster.Prefix}）",
        };
    }

    private static ClusterOptions ClusterOf(SettingsSection section)
    {
        var defaults = new ClusterOptions { Urls = [] };
        var urls = section.List("OpenSearch:Urls");
        return defaults with
        {
            Urls = urls.IsEmpty
                ? throw new HostSettingsException("OpenSearch:Urls", "以 http:// 或 https:// 开头的地址，几个以 ; 分隔")
                : [.. urls.Select(NodeOf)],
            User = section.Text("OpenSearch:User") ?? defaults.User,
            PasswordFile = section.Text("OpenSearch:PasswordFile") is not { } file ? null
                : File.Exists(file) ? file
                : throw new HostSettingsException("OpenSearch:PasswordFile", "已有的文件，里面只有密码"),
            CertificateFingerprint = FingerprintOf(section),
            Prefix = PrefixOf(section) ?? defaults.Prefix,
            Shards = (int)section.Whole("OpenSearch:Shards", defaults.Shards, 1, MostShards),
            Replicas = (int)section.Whole("OpenSearch:Replicas", defaults.Replicas, 0, MostShards),
            CacheMegabytes = (int)section.Whole("OpenSearch:CacheMegabytes", defaults.CacheMegabytes, 1, MostCached),
        };
    }

    private static Uri NodeOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
            && address is { Scheme: "http" or "https", UserInfo: "", AbsolutePath: "/", Query: "" }
            ? address
            : throw new HostSettingsException("OpenSearch:Urls", "以 http:// 或 https:// 开头的节点地址，不带用户名、密码和路径");

    private static string? PrefixOf(SettingsSection section) => section.Text("OpenSearch:Prefix") is not { } prefix ? null
        : char.IsAsciiLetterLower(prefix[0])
            && prefix.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign is '-' or '_') ? prefix
        : throw new HostSettingsException("OpenSearch:Prefix", "以小写字母开头，由小写字母、数字、- 和 _ 组成的名称");

    private static string? FingerprintOf(SettingsSection section) =>
        section.Text("OpenSearch:CertificateFingerprint") is not { } text ? null
        : text.Replace(":", "", StringComparison.Ordinal) is var digits
            && digits.Length == FingerprintDigits
            && digits.All(char.IsAsciiHexDigit) ? digits
        : throw new HostSettingsException("OpenSearch:CertificateFingerprint", "证书的 SHA-256，64 位十六进制数");
}
