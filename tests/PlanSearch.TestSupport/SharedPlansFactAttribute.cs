using Xunit;

namespace PlanSearch.TestSupport;

/// <summary>A test over the real plans; skipped, and said to be, where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedPlansFactAttribute : FactAttribute
{
    internal const string Reason = "../shared/plans is not there.";

    public SharedPlansFactAttribute() => Skip = Directory.Exists(Repository.SharedPlans) ? null : Reason;
}
