using PlanSearch.Plans.Metadata;
using PlanSearch.TestSupport;

namespace PlanSearch.Plans.Tests.Metadata;

/// <summary>The divisions that come with the program, read once.</summary>
internal static class ReferenceData
{
    public static DivisionTree Divisions { get; } = DivisionTree.Load(Repository.ReferenceData);
}
