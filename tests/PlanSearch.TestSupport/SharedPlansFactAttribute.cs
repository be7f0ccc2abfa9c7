using Xunit;

namespace PlanSearch.TestSupport;

/// <summary>A fact that needs the real plans beside the repository; skipped, and listed as such, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedPlansFactAttribute : FactAttribute
{
    internal const string Reason = "../shared/plans is not there.";

    /// <summary>Sets <see cref="FactAttribute.Skip"/> where the plans are absent.</summary>
    public SharedPlansFactAttribute() => Skip = Repository.SharedPlans.Count == 0 ? Reason : null;
}
