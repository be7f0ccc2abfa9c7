using System.Text.Json;
using PlanSearch.Answers.Certificates;
using PlanSearch.Answers.Json;
using PlanSearch.Corpus.Generations;
using PlanSearch.Index;
using PlanSearch.Index.Embedded;
using PlanSearch.Index.Port;
using PlanSearch.Index.Storage;
using PlanSearch.Index.Stored;
using PlanSearch.OpenSearch.Tests.Nodes;
using PlanSearch.Plans.Text;
using PlanSearch.TestSupport;

namespace PlanSearch.OpenSearch.Tests;

/// <summary>A certificate says how many plans were read to answer, and is otherwise the same as that of one machine.</summary>
[Collection(ThreeNodesRun.Name)]
public sealed class VerifiedPlansTests(ThreeNodes nodes)
{
    private static readonly DateTimeOffset Any = DateTimeOffset.UnixEpoch;

    [NodesTheory]
    [InlineData("湖泊", 0)]
    [InlineData("湖泊 OR 港口", 0)]
    [InlineData("部部", 1)]
    [InlineData("湖泊 NEAR/2 港口", 2)]
    public void Certificate_OfACluster_SaysHowManyPlansWereReadAndNothingElseOfItsOwn(string query, int verified)
    {
        using var place = new ClusterPlace(nodes.Place());
        using var cluster = place.Open();
        using var embedded = new EmbeddedPlanIndex(new MemoryIndexDirectory(), new IndexWriterOptions());

        var (found, expected) = (CertificateOf(cluster, query), CertificateOf(embedded, query));

        Assert.Equal((verified, 0), (found.PlansVerified, expected.PlansVerified));
        Assert.Equal(Written(expected), Written(found with { PlansVerified = 0 }));
        Assert.Equal(verified > 0, Written(found).Contains($"\"plansVerified\":{verified},", StringComparison.Ordinal));
        Assert.DoesNotContain("plansVerified", Written(expected), StringComparison.Ordinal);
    }

    [NodesFact]
    public void PlansVerified_OfSomePlans_AreOfThoseSearchedAlone()
    {
        using var place = new ClusterPlace(nodes.Place());
        using var index = place.Open();
        InventedCollection.Publish(index, InventedCollection.Manifest, Plans);
        using var snapshot = index.OpenNewest()!;
        var near = new NearQuery(new LiteralQuery("湖泊"), new LiteralQuery("港口"), 2);
        var scope = new PlanFilter { Scope = [new PlanChoice("plan", ["甲"], [])] };

        Assert.Equal(2, snapshot.Tally(new TallyRequest(near), default).PlansVerified);
        Assert.Equal(1, snapshot.Tally(new TallyRequest(near) { Plans = scope }, default).PlansVerified);
    }

    private static IEnumerable<(StoredPlan Plan, IReadOnlyList<string> Texts)> Plans =>
    [
        InventedCollection.Built(new HandMadePlan("甲").Heading("湖泊港口").Paragraph("湖泊和港口，部部部")),
        InventedCollection.Built(new HandMadePlan("乙").Paragraph("港口与湖泊")),
        InventedCollection.Built(new HandMadePlan("丙").Paragraph("湖泊，部部")),
    ];

    private static Certificate CertificateOf(IPlanIndex index, string query)
    {
        InventedCollection.Publish(index, InventedCollection.Manifest, Plans);
        var collection = PlanCollection.Open(InventedCollection.Options, () => index);
        return collection.Search(InventedCollection.Ask(query), default).Value!.Certificate with { Time = Any };
    }

    private static string Written(Certificate certificate) => JsonSerializer.Serialize(certificate, AnswerJson.Options);
}
