using Xunit;

namespace PlanSearch.TestSupport;

/// <summary>A theory that needs the real plans beside the repository; skipped, and listed as such, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedPlansTheoryAttribute : TheoryAttribute
{
    public SharedPlansTheoryAttribute() => Skip = Directory.Exists(Repository.SharedPlans) ? null : SharedPlansFactAttribute.Reason;
}
