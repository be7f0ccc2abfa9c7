using System.Collections.Immutable;
using PlanSearch.Corpus;
using PlanSearch.Export.Word;
using PlanSearch.Index.Stored;
using PlanSearch.Web.Tokens;

namespace PlanSearch.Web.Hosting;

/// <summary>What the owner of an installation can say, under <c>PlanSearch:</c>. Nothing else reads settings.</summary>
public sealed record HostSettings
{
    /// <summary>
    /// Where the index and the reference data lie; settings <c>IndexDirectory</c>, <c>WordTemplate</c>, <c>FollowLinks</c>,
    /// <c>IndexKind</c> and <c>OpenSearch</c>.
    /// </summary>
    public required CorpusOptions Corpus { get; init; }

    /// <summary>
    /// The folders of plan files; setting <c>Plans</c>, several by <c>Plans:0</c>, <c>Plans:1</c> or parted by ";". Plans added over HTTP
    /// go into the first. If not said, <c>index-data/plans</c> under the working directory or the nearest folder above it; empty when there
    /// is none.
    /// </summary>
    public required ImmutableArray<string> Plans { get; init; }

    /// <summary>
    /// The path under which a portal shows the site (/guihua); empty at the root. If not said, the path of <see cref="PublicUrl"/>.
    /// </summary>
    public string PathBase { get; init; } = "";

    /// <summary>
    /// The address people know the site by (https://portal.example/guihua), without "/" at its end; empty leaves addresses in answers
    /// relative.
    /// </summary>
    public string PublicUrl { get; init; } = "";

    /// <summary>Whether a missing or stale index is built before the first request.</summary>
    public bool BuildOnStart { get; init; } = true;

    /// <summary>Whether it is said how much is kept of former versions.</summary>
    public bool SaysChangeLog { get; init; }

    /// <summary>
    /// Whether the ingest of this start may drop all or more than half of the plans of a folder; to be said once, not to be left in place.
    /// </summary>
    public bool AllowDrop { get; init; }

    /// <summary>Who may show the site in a frame, as in the header: 'none', 'self' or origins.</summary>
    public string FrameAncestors { get; init; } = "'none'";

    /// <summary>
    /// Origins whose scripts may read the API (https://portal.example), parted by ";"; none if not said. They never may write.
    /// </summary>
    public ImmutableArray<string> CorsOrigins { get; init; } = [];

    /// <summary>Keys of which one is needed to read, parted by ";"; none leaves reading open.</summary>
    public ImmutableArray<string> ReadKeys { get; init; } = [];

    /// <summary>Keys of which one is needed to add, replace, remove and correct plans; they read too. None switches writing off.</summary>
    public ImmutableArray<string> WriteKeys { get; init; } = [];

    /// <summary>
    /// Secrets of scope tokens, parted by ";", each of 32 characters or more: the first signs, all of them verify. None refuses every
    /// token.
    /// </summary>
    public ImmutableArray<string> TokenSecrets { get; init; } = [];

    /// <summary>Requests a minute of one client address, 0 for any number. Whoever asks from the machine itself is not limited.</summary>
    public int RequestsPerMinute { get; init; } = 1_200;

    /// <summary>
    /// Requests that are worked on at once, 1 to 10,000; more wait, as many again eight times over, and the rest is told to come back.
    /// </summary>
    public int Concurrency { get; init; } = 64;

    /// <summary>How many of them may be of one client.</summary>
    public int ConcurrencyPerClient => Math.Max(1, Concurrency / 2);

    /// <summary>
    /// Exports that are made at once, 1 to 10,000; each until its reader has it all. As many again wait, and the rest is told to come back.
    /// </summary>
    public int Exports { get; init; } = 16;

    /// <summary>How many of them may be of one client.</summary>
    public int ExportsPerClient => Math.Max(1, Exports / 4);

    /// <summary>
    /// Seconds a query may take, 0.001 to 3,600; one that is over it is an error, never a part of an answer. Exports count until their
    /// first row.
    /// </summary>
    public double QuerySeconds { get; init; } = 30;

    /// <summary>The largest file that may be sent, in bytes; no more than the reader takes, 96 MiB.</summary>
    public int MaxUploadBytes { get; init; } = LargestUpload;

    /// <summary>The most days that former versions may be kept: a century, as good as for ever.</summary>
    private const int LongestLog = 36_500;

    /// <summary>The most bytes of former versions that may be kept: a tebibyte, as good as without a bound.</summary>
    private const long LargestLog = 1L << 40;

    private const int LargestUpload = PlanSearch.Plans.Files.PlanReader.MaxFileBytes;

    /// <summary>Reads the settings; what is not said has its default.</summary>
    /// <exception cref="HostSettingsException">One of them makes no sense; the message names it.</exception>
    public static HostSettings From(IConfiguration configuration)
    {
        var section = new SettingsSection(configuration.GetSection("PlanSearch"));
        var home = PlansFolder.NearestHome(Directory.GetCurrentDirectory());
        var plans = section.List("Plans");
        var index = section.Text("IndexDirectory") ?? (home is null ? null : Path.Combine(home, "index"));
        var publicUrl = section.Address("PublicUrl");
        var defaults = new HostSettings { Corpus = new CorpusOptions(), Plans = [] };
        return new HostSettings
        {
            Corpus = (defaults.Corpus with
            {
                IndexDirectory = index ?? defaults.Corpus.IndexDirectory,
                ChangeLog = ChangeLogOf(section),
                WordTemplate = section.Text("WordTemplate"),
                TemplateFault = new TemplateCheck().FaultOf,
                FollowLinks = section.Flag("FollowLinks", defaults.Corpus.FollowLinks),
            }).WithIndex(section),
            Plans = plans.IsEmpty && home is not null ? [Path.Combine(home, "plans")] : plans,
            PublicUrl = publicUrl,
            PathBase = PathBaseOf(
                section.Text("PathBase") ?? (publicUrl.Length > 0 ? Uri.UnescapeDataString(new Uri(publicUrl).AbsolutePath) : "")),
            BuildOnStart = section.Flag("BuildOnStart", defaults.BuildOnStart),
            SaysChangeLog = (section.Text("ChangeDays") ?? section.Text("ChangeBytes")) is not null,
            AllowDrop = section.Flag("AllowDrop", defaults.AllowDrop),
            FrameAncestors = section.Text("FrameAncestors") ?? defaults.FrameAncestors,
            CorsOrigins = section.List("CorsOrigins"),
            ReadKeys = section.List("ReadKeys"),
            WriteKeys = section.List("WriteKeys"),
            TokenSecrets = SecretsOf(section),
            RequestsPerMinute = (int)section.Whole("RequestsPerMinute", defaults.RequestsPerMinute, 0, 10_000_000),
            Concurrency = (int)section.Whole("Concurrency", defaults.Concurrency, 1, 10_000),
            Exports = (int)section.Whole("Exports", defaults.Exports, 1, 10_000),
            QuerySeconds = section.Number("QuerySeconds", defaults.QuerySeconds, 0.001, 3_600),
            MaxUploadBytes = (int)section.Whole("MaxUploadBytes", defaults.MaxUploadBytes, 1, LargestUpload),
        };
    }

    /// <summary>How long and how much is kept of former versions: settings <c>ChangeDays</c> and <c>ChangeBytes</c>.</summary>
    private static ChangeLogBounds ChangeLogOf(SettingsSection section) => new(
        (int)section.Whole("ChangeDays", ChangeLogBounds.Usual.Days, 0, LongestLog),
        section.Whole("ChangeBytes", ChangeLogBounds.Usual.Bytes, 0, LargestLog));

    private static ImmutableArray<string> SecretsOf(SettingsSection section) =>
        section.List("TokenSecrets") is var secrets && secrets.All(secret => secret.Length >= TokenSigner.LeastSecretLength)
            ? secrets
            : throw new HostSettingsException("TokenSecrets", $"每个至少 {TokenSigner.LeastSecretLength} 个字符的密文");

    private static string PathBaseOf(string value)
    {
        var trimmed = value.Trim().Trim('/');
        return trimmed.Length == 0 ? "" : "/" + trimmed;
    }
}
