using PlanSearch.Plans.Tests.Parsing;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Plans.Tests.Labels;

/// <summary>The parser against hand labels: of sample plans always, of real plans where they are.</summary>
public sealed class LabelScoreTests(ITestOutputHelper output)
{
    private static readonly string OwnLabels = Path.Combine(Repository.Root, "tests", "PlanSearch.Plans.Tests", "TestData", "labels");

    private static readonly Dictionary<string, double> Bars = new()
    {
        ["headings"] = 0.97,
        ["headings+depth"] = 0.97,
        ["joins"] = 0.97,
        ["box titles"] = 0.97,
        ["box lines"] = 0.97,
        ["box parts"] = 0.97,
        ["table rows"] = 1,
        ["footnotes"] = 1,
        ["toc+cover"] = 0.97,
        ["box extents"] = 0.95,
    };

    // A label file counts where its plan is; the name alone says which.
    public static TheoryData<string, string> OwnCases =>
        Cases(Directory.Exists(OwnLabels) ? Directory.GetFiles(OwnLabels, "*.tsv") : [], Repository.SamplePlanFiles);

    public static TheoryData<string, string> SharedCases =>
        Cases(
            Directory.Exists(Repository.SharedPlans) ? Directory.GetFiles(Path.Combine(Repository.SharedFolder, "gold"), "*.tsv") : [],
            Repository.SharedPlanFiles);

    [SharedPlansTheory]
    [MemberData(nameof(SharedCases))]
    public void Parse_LabelledRealPlan_ReachesTheBars(string labels, string plan) => Score(labels, plan);

    [Fact]
    public void Parse_LabelledSamplePlans_ReachTheBars()
    {
        Assert.NotEmpty(OwnCases);
        Assert.All(OwnCases, row => Score((string)row[0], (string)row[1]));
    }

    private void Score(string labels, string plan)
    {
        var scores = LabelScore.Of(LabelReader.Read(labels), LabelReader.Of(PlanText.ParseFile(plan)));
        output.WriteLine($"{Path.GetFileName(plan)}: {string.Join(", ", scores.Select(pair => $"{pair.Key} {pair.Value:0.000}"))}");

        Assert.Equal(0, scores["missing"]);
        Assert.All(
            Bars,
            bar => Assert.True(scores[bar.Key] >= bar.Value, $"{bar.Key} of {plan} is {scores[bar.Key]:0.000}, the bar is {bar.Value}"));
    }

    private static TheoryData<string, string> Cases(string[] labels, IReadOnlyList<string> plans)
    {
        var data = new TheoryData<string, string>();
        foreach (var label in labels)
        {
            if (plans.FirstOrDefault(path => Path.GetFileNameWithoutExtension(path) == Path.GetFileNameWithoutExtension(label)) is { } plan)
            {
                data.Add(label, plan);
            }
        }

        return data;
    }
}
