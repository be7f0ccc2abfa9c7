using PlanSearch.TestSupport;

namespace PlanSearch.Corpus.Tests.Answers;

/// <summary>What is offered beside the counts and never mixed into them.</summary>
public sealed class RelatedTests : IDisposable
{
    private readonly PlanCollection _corpus = InventedCollection.Open(
        InventedCollection.Built(new HandMadePlan("甲").Heading("第一章 能源").Paragraph("氢能产业和制氢、储氢示范，建加氢站。氢能源小镇建设。").Paragraph("加快推进产业集聚。")),
        InventedCollection.Built(new HandMadePlan("乙").Heading("第一章 其他").Paragraph("制氢。")));

    [Fact]
    public void Search_WordOfATopic_ListsTheOtherWordsThatOccurWithCountsAndQueries()
    {
        var answer = _corpus.Search(InventedCollection.Ask("氢能"), default).Value!;

        Assert.Equal(2, answer.Certificate.Mentions);
        var related = answer.Related.ToDictionary(term => term.Word);
        Assert.Equal(("topic", 2L, "氢能 | 制氢"), (related["制氢"].Source, related["制氢"].Mentions, related["制氢"].Query));
        Assert.Equal(1, related["加氢站"].Mentions);
        Assert.DoesNotContain("氢能源", related.Keys);
        Assert.All(answer.Related, term => Assert.True(term.Mentions > 0));
    }

    [Fact]
    public void Search_RelatedWordInACombination_IsAddedToItsWord()
    {
        var related = _corpus.Search(InventedCollection.Ask("氢能 产业"), default).Value!.Related;

        Assert.Equal("(氢能 | 制氢) 产业", related.Single(term => term.Word == "制氢").Query);
    }

    [Fact]
    public void Search_LaterPageOrNotAsked_HasNothingRelated()
    {
        var request = InventedCollection.Ask("制氢") with { Size = 1 };
        var first = _corpus.Search(request, default).Value!;

        Assert.NotEmpty(first.Related);
        Assert.Empty(_corpus.Search(request with { Cursor = first.Next }, default).Value!.Related);
        Assert.Empty(_corpus.Search(request with { WithRelated = false }, default).Value!.Related);
    }

    [Fact]
    public void Search_LiteralWithoutHits_OffersItsWordsAsATier()
    {
        var answer = _corpus.Search(InventedCollection.Ask("加快推进氢能小镇建设火星"), default).Value!;

        Assert.Equal((0L, 0), (answer.Certificate.Mentions, answer.Hits.Length));
        var tier = answer.WordTier!;
        Assert.Equal("加快 推进 氢能 小镇 建设", string.Join(' ', tier.Words));
        Assert.Equal("火星", string.Join(' ', tier.Missing));
        Assert.Equal(("加快 推进 氢能 小镇 建设", 1, 1), (tier.Query, tier.Records, tier.Plans));
        Assert.Equal("甲", Assert.Single(tier.Hits).Plan);
    }

    [Theory]
    [InlineData("氢能")]
    [InlineData("火星移民")]
    [InlineData("氢能 火星移民")]
    public void Search_LiteralWithHitsOrWordsNowhere_HasNoTier(string query) =>
        Assert.Null(_corpus.Search(InventedCollection.Ask(query), default).Value!.WordTier);

    public void Dispose() => _corpus.Dispose();
}
