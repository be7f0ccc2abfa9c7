using PlanSearch.TestSupport;

namespace PlanSearch.Plans.Tests.Parsing;

/// <summary>No character is lost, none is invented, and every one of a block's text knows where it is.</summary>
public sealed class CharacterAccountTests
{
    public static TheoryData<string> SharedPlans => [.. Repository.SharedPlanFiles];

    public static TheoryData<string> OwnPlans =>
        [.. Repository.SamplePlanFiles, .. Directory.EnumerateFiles(
            Path.Combine(Repository.Root, "tests", "PlanSearch.Plans.Tests", "TestData", "golden"), "*.txt")];

    [Theory]
    [MemberData(nameof(OwnPlans))]
    public void Parse_OwnPlan_PlacesEveryCharacter(string path) => DocumentCheck.Run(PlanText.ParseFile(path));

    [SharedPlansTheory]
    [MemberData(nameof(SharedPlans))]
    public void Parse_RealPlan_PlacesEveryCharacter(string path) => DocumentCheck.Run(PlanText.ParseFile(path));
}
