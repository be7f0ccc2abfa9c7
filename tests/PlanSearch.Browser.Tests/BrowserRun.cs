namespace PlanSearch.Browser.Tests;

/// <summary>How much is run: a short form by default, everything with PLANSEARCH_LONG=1.</summary>
internal static class BrowserRun
{
    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("PLANSEARCH_LONG") == "1";
}
