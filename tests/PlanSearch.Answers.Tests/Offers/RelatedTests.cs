using PlanSearch.Corpus.Generations;
using PlanSearch.TestSupport;

namespace PlanSearch.Answers.Tests.Offers;

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

    // 建设, 建筑业 and 建成区 share a character; only what is said in the same sections is near.
    [Fact]
    public void Search_WordThatSharesACharacterAlone_IsNotRelated()
    {
        using var corpus = InventedCollection.Open(
            InventedCollection.Built(new HandMadePlan("甲").Heading("一").Paragraph("蓝绿空间和蓝色经济").Heading("二").Paragraph("蓝绿空间和蓝色经济")
                .Heading("三").Paragraph("蓝天，建成区").Heading("四").Paragraph("民营企业").Heading("五").Paragraph("农业").Heading("六").Paragraph("林业")
                .Heading("七").Paragraph("渔业").Heading("八").Paragraph("建筑业").Heading("九").Paragraph("交通").Heading("十").Paragraph("水利")));

        Assert.Equal(
            [("蓝色经济", "lexicon")],
            corpus.Search(InventedCollection.Ask("蓝绿空间"), default).Value!.Related.Select(term => (term.Word, term.Source)));
        Assert.Empty(corpus.Search(InventedCollection.Ask("建成"), default).Value!.Related);
    }

    // A word that is everywhere keeps company with all.
    [Fact]
    public void Search_WordOfEverySection_HasNothingRelatedButItsTopics()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(
            Enumerable.Range(0, 9).Aggregate(new HandMadePlan("甲"), (plan, at) => plan.Heading($"第{at}").Paragraph("蓝绿空间和蓝色经济"))));

        Assert.Empty(corpus.Search(InventedCollection.Ask("蓝绿空间"), default).Value!.Related);
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

    public void Dispose() => _corpus.Dispose();
}
