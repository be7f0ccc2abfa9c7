using System.Collections.Immutable;
using PlanSearch.Corpus;

namespace PlanSearch.Web.Hosting;

/// <summary>What the owner of an installation can say, under <c>PlanSearch:</c>. Nothing else reads settings.</summary>
public sealed record HostSettings
{
    /// <summary>Where the index and the reference data lie; setting <c>IndexDirectory</c>.</summary>
    public required CorpusOptions Corpus { get; init; }

    /// <summary>
    /// The folders of plan files; setting <c>Plans</c>, several by <c>Plans:0</c>, <c>Plans:1</c> or parted by ";".
    /// If not said, <c>index-data/plans</c> under the working directory or the nearest folder above it; empty when there is none.
    /// </summary>
    public required ImmutableArray<string> Plans { get; init; }

    /// <summary>The path under which a portal shows the site (/guihua); empty at the root.</summary>
    public string PathBase { get; init; } = "";

    /// <summary>Whether a missing or stale index is built before the first request.</summary>
    public bool BuildOnStart { get; init; } = true;

    /// <summary>Who may show the site in a frame, as in the header: 'none', 'self' or origins.</summary>
    public string FrameAncestors { get; init; } = "'none'";

    /// <summary>Reads the settings; what is not said has its default.</summary>
    public static HostSettings From(IConfiguration configuration)
    {
        var section = configuration.GetSection("PlanSearch");
        var home = PlansFolder.NearestHome(Directory.GetCurrentDirectory());
        var plans = Roots(section.GetSection("Plans"));
        var index = section["IndexDirectory"] ?? (home is null ? null : Path.Combine(home, "index"));
        return new HostSettings
        {
            Corpus = index is null ? new CorpusOptions() : new CorpusOptions { IndexDirectory = index },
            Plans = plans.IsEmpty && home is not null ? [Path.Combine(home, "plans")] : plans,
            PathBase = PathBaseOf(section["PathBase"]),
            BuildOnStart = section.GetValue("BuildOnStart", defaultValue: true),
            FrameAncestors = section["FrameAncestors"] ?? "'none'",
        };
    }

    private static ImmutableArray<string> Roots(IConfigurationSection section) =>
    [
        .. (section.Value ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        .. section.GetChildren().Select(child => child.Value).OfType<string>(),
    ];

    private static string PathBaseOf(string? value)
    {
        var trimmed = (value ?? "").Trim().Trim('/');
        return trimmed.Length == 0 ? "" : "/" + trimmed;
    }
}
