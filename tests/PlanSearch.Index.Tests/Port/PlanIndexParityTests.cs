using PlanSearch.Index.Embedded;
using PlanSearch.Index.Storage;
using PlanSearch.Plans.Text;
using PlanSearch.TestSupport;
using PlanSearch.TestSupport.Port;
using Xunit.Abstractions;

namespace PlanSearch.Index.Tests.Port;

/// <summary>The engine finds what a scan from end to end finds, all of it, and nothing else.</summary>
public sealed class PlanIndexParityTests(ITestOutputHelper output)
{
    [Fact]
    public void Literals_OfSamplePlans_AgreeWithTheScan() => Compare(Repository.SamplePlanFiles, 2_000, queries => queries.Literal());

    [Fact]
    public void Trees_OfSamplePlans_AgreeWithTheScan() => Compare(Repository.SamplePlanFiles, 600, queries => queries.Tree(depth: 3));

    [SharedPlansFact]
    public void Literals_OfRealPlans_AgreeWithTheScan() => Compare(Repository.SharedPlanFiles, 1_500, queries => queries.Literal());

    [SharedPlansFact]
    public void Trees_OfRealPlans_AgreeWithTheScan() => Compare(Repository.SharedPlanFiles, 300, queries => queries.Tree(depth: 3));

    [Fact]
    public void WholeLanguage_OfSamplePlans_AgreesWithTheScan() =>
        Compare(Repository.SamplePlanFiles, 400, queries => queries.Whole(depth: 3));

    [SharedPlansFact]
    public void WholeLanguage_OfRealPlans_AgreesWithTheScan() =>
        Compare(Repository.SharedPlanFiles, 60, queries => queries.Whole(depth: 3));

    private void Compare(IReadOnlyList<string> plans, int trials, Func<RandomQueries, Query> draw)
    {
        using var engine = new EmbeddedPlanIndex(new MemoryIndexDirectory());
        PlanIndexParity.Compare(engine, plans, trials, draw, output.WriteLine);
    }
}
