using PlanSearch.Answers.Certificates;
using PlanSearch.Corpus;
using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Ingest;
using PlanSearch.TestSupport;
using PlanSearch.TestSupport.Scan;

namespace PlanSearch.Answers.Tests.Inquiries;

/// <summary>The sample plans from file to answer: the embedded index answers as the scan does, and what is pasted finds itself.</summary>
public sealed class SampleCorpusTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CorpusOptions _options;
    private readonly PlanCollection _corpus;

    public SampleCorpusTests()
    {
        _options = new CorpusOptions { IndexDirectory = _folder.At("index"), ReferenceDirectory = Repository.ReferenceData };
        PlanIngest.Run(_options, new IngestRequest([Repository.SamplePlans]), null, default);
        _corpus = PlanCollection.Open(_options);
    }

    [Fact]
    public void Answers_OfTheEmbeddedIndex_AreThoseOfTheScan()
    {
        var scan = new ScanPlanIndex();
        CopyTo(scan);
        using var oracle = PlanCollection.Open(_options, () => scan);
        var mentions = 0L;
        foreach (var query in new[] { "氢能", "发展", "能", "2025", "5G", "氢能 产业", "氢能|储能 -规划", "“十四五”", "(园区 | 基地) 建设", "无此词语", "#氢能", "同句(氢能 产业)", "氢能|储能 NEAR/30 产业", "标题:产业", "专栏:工程 建设", "能源!新能源", "加快*建设", "地区:临漪 发展", "部位:专栏 -类型:专项规划 项目" })
        {
            var request = InventedCollection.Ask(query) with { Size = 200 };
            var (actual, expected) = (_corpus.Search(request, default).Value!, oracle.Search(request, default).Value!);
            Assert.Equal(Proof(expected.Certificate), Proof(actual.Certificate));
            Assert.Equal(
                expected.Hits.Select(hit => (hit.Plan, hit.Record, hit.Mentions)),
                actual.Hits.Select(hit => (hit.Plan, hit.Record, hit.Mentions)));
            Assert.Equal(expected.Facets.SelectMany(facet => facet.Values), actual.Facets.SelectMany(facet => facet.Values));
            Assert.Equal(
                oracle.StreamMentions(request, default).Value!.Rows.Select(
                    row => (row.Permalink, row.Left, row.Hit, row.Right, row.Citation)),
                _corpus.StreamMentions(request, default).Value!.Rows.Select(
                    row => (row.Permalink, row.Left, row.Hit, row.Right, row.Citation)));
            mentions += actual.Certificate.Mentions;
        }

        Assert.True(mentions > 100, $"only {mentions} mentions");
    }

    public void Dispose()
    {
        _corpus.Dispose();
        _folder.Dispose();
    }

    private void CopyTo(ScanPlanIndex scan)
    {
        using var index = _options.Store.Open();
        using var snapshot = index.OpenNewest()!;
        using var writer = scan.OpenWriter();
        for (var number = 0; number < snapshot.PlanCount; number++)
        {
            var (plan, at) = (snapshot.Plan(number), number);
            writer.Put(plan, [.. plan.Blocks.Select((_, block) => snapshot.BlockText(at, block))]);
        }

        writer.Commit(snapshot.Manifest);
    }

    private static (string, string, long, int, int, int, ExcludedCounts) Proof(Certificate certificate) => (
        certificate.Mode, certificate.NormalForm, certificate.Mentions, certificate.Records, certificate.Plans, certificate.PlansSearched, certificate.Excluded);
}
