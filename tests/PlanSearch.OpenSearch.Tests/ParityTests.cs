using PlanSearch.OpenSearch.Tests.Nodes;
using PlanSearch.Plans.Text;
using PlanSearch.TestSupport;
using PlanSearch.TestSupport.Port;
using Xunit.Abstractions;

namespace PlanSearch.OpenSearch.Tests;

/// <summary>A cluster finds what a scan from end to end finds, all of it, and nothing else, in every field of an answer.</summary>
[Collection(ThreeNodesRun.Name)]
public sealed class ParityTests(ThreeNodes nodes, ITestOutputHelper output)
{
    [NodesFact]
    public void Literals_OfSamplePlans_AgreeWithTheScan() =>
        Compare(Repository.SamplePlanFiles, Effort.Of(40, 2_000), queries => queries.Literal());

    [NodesFact]
    public void Trees_OfSamplePlans_AgreeWithTheScan() =>
        Compare(Repository.SamplePlanFiles, Effort.Of(80, 1_200), queries => queries.Tree(depth: 3));

    [NodesFact]
    public void WholeLanguage_OfSamplePlans_AgreesWithTheScan() =>
        Compare(Repository.SamplePlanFiles, Effort.Of(60, 400), queries => queries.Whole(depth: 3));

    [LongNodesFact]
    public void Literals_OfRealPlans_AgreeWithTheScan() => Compare(Repository.SharedPlanFiles, 500, queries => queries.Literal());

    [LongNodesFact]
    public void WholeLanguage_OfRealPlans_AgreesWithTheScan() =>
        Compare(Repository.SharedPlanFiles, 60, queries => queries.Whole(depth: 3));

    private void Compare(IReadOnlyList<string> plans, int trials, Func<RandomQueries, Query> draw)
    {
        using var place = new ClusterPlace(nodes.Place());
        using var index = place.Open();
        PlanIndexParity.Compare(index, plans, trials, draw, output.WriteLine);
    }
}
