namespace PlanSearch.Web.Hosting;

/// <summary>Finds the collection that comes with the product.</summary>
internal static class PlansFolder
{
    /// <summary>
    /// The nearest <c>index-data</c> folder with plans, in <paramref name="start"/> or above it; null when there is none.
    /// </summary>
    public static string? NearestHome(string start)
    {
        for (var at = new DirectoryInfo(start); at is not null; at = at.Parent)
        {
            var home = Path.Combine(at.FullName, "index-data");
            if (Directory.Exists(Path.Combine(home, "plans")))
            {
                return home;
            }
        }

        return null;
    }
}
