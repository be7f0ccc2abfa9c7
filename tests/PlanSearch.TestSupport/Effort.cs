namespace PlanSearch.TestSupport;

/// <summary>How often a randomized test repeats itself: a little in every run, much with PLANSEARCH_LONG=1.</summary>
public static class Effort
{
    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("PLANSEARCH_LONG") == "1";

    public static int Of(int usual, int @long) => IsLong ? @long : usual;
}
