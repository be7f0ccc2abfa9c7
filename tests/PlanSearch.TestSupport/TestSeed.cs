using System.Globalization;

namespace PlanSearch.TestSupport;

/// <summary>The seed of a randomized test: another one each run, printed, and replayed with PLANSEARCH_SEED.</summary>
public static class TestSeed
{
    /// <summary>The seed of this run.</summary>
    public static int Value { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("PLANSEARCH_SEED"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var seed)
            ? seed
            : Environment.TickCount;

    /// <summary>What a failing assertion says, so that the run can be repeated.</summary>
    public static string Replay => $"PLANSEARCH_SEED={Value}";
}
