using Xunit;

namespace PlanSearch.TestSupport;

/// <summary>A theory that needs the real plans beside the repository; skipped, and listed as such, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedPlansTheoryAttribute : TheoryAttribute
{
    /// <summary>Sets <see cref="FactAttribute.Skip"/> where the plans are absent.</summary>
    public SharedPlansTheoryAttribute() => Skip = Repository.SharedPlans.Count == 0 ? SharedPlansFactAttribute.Reason : null;
}
