using PlanSearch.Plans.Printing;
using PlanSearch.TestSupport;

namespace PlanSearch.Plans.Tests.Parsing;

/// <summary>One small invented file per case; its tree lies beside it. UPDATE_GOLDEN=1 rewrites the trees.</summary>
public sealed class GoldenTreeTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "PlanSearch.Plans.Tests", "TestData", "golden");

    // An empty set is no case at all, and xunit fails a theory without cases.
    public static TheoryData<string> Cases =>
        [.. Directory.EnumerateFiles(Folder, "*.txt").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Parse_Case_GivesItsTree(string name)
    {
        using var writer = new StringWriter();
        TreePrinter.Print(PlanText.ParseFile(Path.Combine(Folder, name + ".txt")), writer);

        GoldenFile.Check(Path.Combine(Folder, name + ".tree"), writer.ToString());
    }
}
