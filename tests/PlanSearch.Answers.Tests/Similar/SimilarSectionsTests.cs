using System.Collections.Immutable;
using PlanSearch.Answers.Similar;
using PlanSearch.Corpus.Generations;
using PlanSearch.Index.Stored;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport;

namespace PlanSearch.Answers.Tests.Similar;

/// <summary>A paragraph -> the sections nearest to it in words.</summary>
public sealed class SimilarSectionsTests : IDisposable
{
    private const string Asked = "推进加氢站布局，培育氢能重卡运输，抢抓窗口期。";

    private readonly PlanCollection _corpus = InventedCollection.Open(
        Plan("甲", "市级", ("氢能产业", Asked), ("轨道交通", "建设轨道交通网络。"), ("商贸", "建设商贸市场，推进市场建设。")),
        Plan("乙", "县级", ("能源", "布局加氢站十二座，推广氢能重卡。"), ("旅游", "抢抓旅游窗口期，建设景区。"), ("商贸", "推进商贸市场建设。")),
        Plan("丙", "市级", ("储能", "建设储能电站，发展氢能。"), ("商贸", "推进商贸市场建设，布局网点。"), ("旅游", "推进景区建设。")));

    [Fact]
    public void Of_AParagraph_RanksTheSectionsThatSayTheSameAndNotItsOwn()
    {
        var similar = Find(Asked);

        Assert.Equal(("甲", Asked), (similar.Plan.Id, similar.Text));
        Assert.Equal(("乙", "能源"), (similar.Hits[0].Plan, similar.Hits[0].Place.Path[0]));
        Assert.DoesNotContain(similar.Hits, hit => hit.Plan == "甲" && hit.Place.Path[0] == "氢能产业");
        Assert.Equal(similar.Hits.OrderByDescending(hit => hit.Score).Select(hit => hit.Place), similar.Hits.Select(hit => hit.Place));
    }

    [Fact]
    public void Of_AParagraph_SaysWhichOfItsWordsEachSectionHasAndHowOftenAllDo()
    {
        var similar = Find(Asked);

        Assert.NotEmpty(similar.Words);
        Assert.All(similar.Words, word =>
        {
            Assert.Contains(word.Word, Asked, StringComparison.Ordinal);
            var counted = _corpus.Search(new SearchRequest { Query = word.Word, Mode = QueryMode.Literal }, default).Value!.Certificate;
            Assert.Equal((counted.Mentions, (long)counted.Records, (long)counted.Plans), (word.Mentions, word.Records, word.Plans));
        });
        Assert.All(similar.Hits, hit =>
        {
            Assert.NotEmpty(hit.Answers!.Has);
            Assert.Subset(similar.Words.Select(word => word.Word).ToHashSet(), hit.Answers.Has.Select(word => word.Word).ToHashSet());
            Assert.Equal(hit.Score!.Value, hit.Answers.Shares.Sum(share => share.Value), 9);
        });
    }

    [Fact]
    public void Of_WithAFilter_StaysWithinIt() =>
        Assert.All(
            Find(
                Asked,
                new SearchRequest
                {
                    Query = "",
                    Filters = InventedCollection.Ask("").Filters.Add("level", new FacetSelection(["市级"], []))
                }).Hits,
            hit => Assert.NotEqual("乙", hit.Plan));

    [Fact]
    public void Of_ASize_HasNoMore() => Assert.Single(Find(Asked, new SearchRequest { Query = "", Size = 1 }).Hits);

    [Fact]
    public void Of_WordsThatNoOtherSectionHas_IsEmptyAndNoFault()
    {
        using var corpus = InventedCollection.Open(Plan("甲", "市级", ("氢能产业", Asked)));
        using var reader = corpus.Read();

        var similar = SimilarSections.Of(reader, "甲", BlockAnchor.Of(Asked, 1), new SearchRequest { Query = "" }, default).Value!;

        Assert.Equal((0, 0, ""), (similar.Words.Length, similar.Hits.Length, similar.Query));
    }

    [Theory]
    [InlineData("甲", "nowhere", "place_unknown")]
    [InlineData("丁", "nowhere", "plan_unknown")]
    public void Of_APlaceThatIsNotThere_IsAFaultByName(string plan, string anchor, string code)
    {
        using var reader = _corpus.Read();

        Assert.Equal(code, SimilarSections.Of(reader, plan, anchor, new SearchRequest { Query = "" }, default).Fault!.Code);
    }

    public void Dispose() => _corpus.Dispose();

    private static (StoredPlan Plan, IReadOnlyList<string> Texts) Plan(
        string id, string level, params ImmutableArray<(string Heading, string Text)> sections)
    {
        var plan = new HandMadePlan(id);
        foreach (var (heading, text) in sections)
        {
            plan.Heading(heading).Paragraph(text);
        }

        return InventedCollection.Built(plan, metadata => metadata with { Level = level });
    }

    private SimilarSections Find(string text, SearchRequest? request = null)
    {
        using var reader = _corpus.Read();
        return SimilarSections.Of(reader, "甲", BlockAnchor.Of(text, 1), request ?? new SearchRequest { Query = "" }, default).Value!;
    }
}
