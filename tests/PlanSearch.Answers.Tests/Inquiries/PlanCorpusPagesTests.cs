using PlanSearch.Answers.Certificates;
using PlanSearch.Answers.Hits;
using PlanSearch.Answers.Mentions;
using PlanSearch.Export.Tables;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Answers.Tests.Inquiries;

/// <summary>Sum over pages = rows of a stream = rows of an export = total.</summary>
public sealed class PlanCorpusPagesTests(ITestOutputHelper output)
{
    private static readonly string[] Queries =
        ["氢能", "能", "氢能 储能", "氢能|5G", "园区 -绿港", "2025*", "不存在的词", "\"，\"", "同句(氢能 5G)", "氢能 NEAR/3 园区", "#储能", "标题:(氢能 | 绿港)", "能!氢能", "部位:正文 -板块:附件 能"];

    [Theory]
    [InlineData(SearchOrder.Document)]
    [InlineData(SearchOrder.Relevance)]
    [InlineData(SearchOrder.Density)]
    [InlineData(SearchOrder.Date)]
    [InlineData(SearchOrder.Title)]
    public void Search_AllPages_HoldEveryRecordOnce(SearchOrder order)
    {
        var random = new Random(Seed.Take(output.WriteLine));
        using var corpus = InventedCollection.Open(InventedCollection.Random(random, 15));
        var records = 0;
        foreach (var query in Queries)
        {
            var request = InventedCollection.Ask(query) with { Order = order, Size = random.Next(1, 9), WithFacets = false };
            var hits = new List<RecordHit>();
            Certificate certificate;
            do
            {
                var page = corpus.Search(request, default).Value!;
                hits.AddRange(page.Hits);
                request = request with { Cursor = page.Next };
                certificate = page.Certificate;
            }
            while (request.Cursor is not null);

            Assert.Equal(certificate.Records, hits.Count);
            Assert.Equal(hits.Count, hits.Select(hit => (hit.Plan, hit.Record)).Distinct().Count());
            Assert.Equal(certificate.Mentions, hits.Sum(hit => hit.Mentions));
            records += hits.Count;
        }

        Assert.True(records > 50, $"only {records} records");
    }

    [Fact]
    public async Task Mentions_AllPages_AreTheStreamAndTheExport()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        using var corpus = InventedCollection.Open(InventedCollection.Random(random, 15));
        var total = 0L;
        foreach (var query in Queries)
        {
            var request = InventedCollection.Ask(query) with { Size = random.Next(1, 20) };
            var paged = new List<MentionRow>();
            string? cursor = null;
            do
            {
                var page = corpus.Mentions(request with { Cursor = cursor }, default).Value!;
                paged.AddRange(page.Mentions);
                cursor = page.Next;
            }
            while (cursor is not null);

            var stream = corpus.StreamMentions(request, default).Value!;
            Assert.Equal(stream.Certificate.Mentions, paged.Count);
            Assert.Equal(paged.Select(Identity), stream.Rows.Select(Identity));
            using var csv = new MemoryStream();
            await CsvExport.WriteAsync(corpus.StreamMentions(request, default).Value!, csv, default);
            Assert.Equal(
                paged.Count + 2,
                System.Text.Encoding.UTF8.GetString(csv.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
            total += paged.Count;
        }

        Assert.True(total > 100, $"only {total} mentions");
    }

    [Fact]
    public void Search_AnyQuery_AbsencePlusPresenceIsTheScope()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        using var corpus = InventedCollection.Open(InventedCollection.Random(random, 25));
        foreach (var query in Queries)
        {
            var answer = corpus.Search(InventedCollection.Ask(query) with { Size = 200 }, default).Value!;

            var present = answer.Certificate.Plans;
            var scope = answer.Certificate.PlansSearched;
            Assert.Equal(25, scope);
            Assert.Equal(scope, present + answer.Absent.NotMentioned.Length + answer.Absent.Undecidable.Length);
            Assert.Equal(scope - present, answer.Certificate.PlansWithout);
            Assert.All(answer.Absent.Undecidable, plan => Assert.Contains(plan.Id, answer.Certificate.Partial));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(SearchRequest.MaxSize + 1)]
    public void Search_SizeOutOfRange_IsAFault(int size)
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(new HandMadePlan("甲").Paragraph("氢能")));

        Assert.Equal("size_out_of_range", corpus.Search(InventedCollection.Ask("氢能") with { Size = size }, default).Fault!.Code);
        Assert.Equal("size_out_of_range", corpus.Mentions(InventedCollection.Ask("氢能") with { Size = size }, default).Fault!.Code);
    }

    private static (string Plan, string Anchor, int Offset) Identity(MentionRow row) => (row.Plan, row.Permalink, row.Offset);
}
