using Xunit;

namespace PlanSearch.TestSupport;

/// <summary>A test over the real plans; skipped, and said to be, where they are not.</summary>
public sealed class SharedPlansFactAttribute : FactAttribute
{
    public SharedPlansFactAttribute()
    {
        if (!Directory.Exists(Repository.SharedPlans))
        {
            Skip = $"No real plans in {Repository.SharedPlans}.";
        }
    }
}
