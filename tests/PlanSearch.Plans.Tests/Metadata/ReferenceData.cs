using PlanSearch.Plans.Metadata;

namespace PlanSearch.Plans.Tests.Metadata;

/// <summary>The tables of index-data, read once.</summary>
internal static class ReferenceData
{
    public static string Folder { get; } = FindFolder();

    public static DivisionTree Divisions { get; } = DivisionTree.Load(Folder);

    private static string FindFolder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "PlanSearch.sln")))
            {
                return Path.Combine(at.FullName, "index-data");
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds PlanSearch.sln.");
    }
}
