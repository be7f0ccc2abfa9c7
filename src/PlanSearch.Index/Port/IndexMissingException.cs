namespace PlanSearch.Index.Port;

/// <summary>There is no index where one was looked for.</summary>
/// <param name="directory">Where.</param>
public sealed class IndexMissingException(string directory)
    : Exception($"No index in {directory}. Build one: plansearch index PLANS --index {directory}")
{
    /// <summary>Where one was looked for.</summary>
    public string Directory { get; } = directory;
}
