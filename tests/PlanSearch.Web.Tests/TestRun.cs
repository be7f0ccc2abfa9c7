namespace PlanSearch.Web.Tests;

/// <summary>How much is tried at random: enough for every run, ten times that with PLANSEARCH_LONG=1.</summary>
internal static class TestRun
{
    /// <summary>So many rounds, or ten times as many.</summary>
    public static int Rounds(int usual) => Environment.GetEnvironmentVariable("PLANSEARCH_LONG") == "1" ? usual * 10 : usual;
}
