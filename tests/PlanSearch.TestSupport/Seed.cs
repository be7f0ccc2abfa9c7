namespace PlanSearch.TestSupport;

/// <summary>The seed of a randomized test: printed, and taken from PLANSEARCH_SEED to replay a failure.</summary>
public static class Seed
{
    /// <summary>The seed to use; it is told to <paramref name="print"/>.</summary>
    public static int Take(Action<string> print)
    {
        var given = Environment.GetEnvironmentVariable("PLANSEARCH_SEED");
        var seed = given is null ? Environment.TickCount : int.Parse(given, System.Globalization.CultureInfo.InvariantCulture);
        print($"PLANSEARCH_SEED={seed}");
        return seed;
    }
}
