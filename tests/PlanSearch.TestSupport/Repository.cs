namespace PlanSearch.TestSupport;

/// <summary>Folders of the checkout that the running tests were built from.</summary>
public static class Repository
{
    /// <summary>The folder with PlanSearch.sln, found by walking up from the test assembly.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder <c>shared</c> beside the repository, with real plans and hand labels; null where there is none.</summary>
    public static string? SharedFolder { get; } = Existing(Path.Combine(Root, "..", "shared"));

    /// <summary>The folder of divisions, zones, topics and lexicon.</summary>
    public static string ReferenceData { get; } = Path.Combine(Root, "index-data");

    /// <summary>The folder of <see cref="SamplePlans"/>.</summary>
    public static string SamplePlansFolder { get; } = Path.Combine(ReferenceData, "plans");

    /// <summary>The sample plans that come with the repository; empty in a checkout without them.</summary>
    public static IReadOnlyList<string> SamplePlans { get; } = PlansIn(SamplePlansFolder);

    /// <summary>The real plans of <see cref="SharedFolder"/>; empty where there is none.</summary>
    public static IReadOnlyList<string> SharedPlans { get; } = SharedFolder is null ? [] : PlansIn(Path.Combine(SharedFolder, "plans"));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PlanSearch.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No PlanSearch.sln above {AppContext.BaseDirectory}: the tests must run inside the checkout.");
    }

    private static string? Existing(string folder) => Directory.Exists(folder) ? Path.GetFullPath(folder) : null;

    private static IReadOnlyList<string> PlansIn(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [];
}
