namespace PlanSearch.TestSupport;

/// <summary>Where the tests find the project's own files.</summary>
public static class Repository
{
    /// <summary>The folder with PlanSearch.sln, above the test assembly.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The sibling folder with plans and labels that are not part of the project; it may be missing.</summary>
    public static string SharedFolder { get; } = Path.GetFullPath(Path.Combine(Root, "..", "shared"));

    /// <summary>The invented plans.</summary>
    public static string SamplePlans { get; } = Path.Combine(Root, "index-data", "plans");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PlanSearch.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No PlanSearch.sln above {AppContext.BaseDirectory}.");
    }
}
