namespace PlanSearch.TestSupport;

/// <summary>Where the tests find what lies beside them.</summary>
public static class Repository
{
    /// <summary>The folder with PlanSearch.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The sample plans that come with the program.</summary>
    public static string SamplePlans => Path.Combine(Root, "index-data", "plans");

    /// <summary>Divisions, zones, topics and lexicon.</summary>
    public static string ReferenceData => Path.Combine(Root, "index-data");

    /// <summary>The folder <c>shared</c> beside the repository, with real plans and hand labels; many machines have none.</summary>
    public static string SharedFolder => Path.Combine(Path.GetDirectoryName(Root)!, "shared");

    /// <summary>The real plans.</summary>
    public static string SharedPlans => Path.Combine(SharedFolder, "plans");

    /// <summary>The files of <see cref="SamplePlans"/>, by name.</summary>
    public static IReadOnlyList<string> SamplePlanFiles { get; } = PlansIn(SamplePlans);

    /// <summary>The files of <see cref="SharedPlans"/>, by name; empty where there is no such folder.</summary>
    public static IReadOnlyList<string> SharedPlanFiles { get; } = PlansIn(SharedPlans);

    private static IReadOnlyList<string> PlansIn(string folder) =>
        Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal)]
            : [];

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "PlanSearch.sln")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException($"No PlanSearch.sln above {AppContext.BaseDirectory}.");
    }
}
