using PlanSearch.Answers.Inquiries;
using PlanSearch.Answers.Mentions;
using PlanSearch.Corpus.Generations;
using PlanSearch.Plans;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Answers.Tests.Mentions;

/// <summary>The words around mentions, counted by hand.</summary>
public sealed class CollocateTests(ITestOutputHelper output)
{
    // Dunning's G², reckoned by hand from its formula.
    [Theory]
    [InlineData(10, 10, 10, 100, 46.05)]       // all of it in a tenth: 2·10·ln 10
    [InlineData(1, 10, 10, 100, 0)]            // as expected
    [InlineData(0, 10, 10, 100, -2.11)]        // 2·10·ln(10/9), rarer than expected
    [InlineData(5, 10, 10, 100, 10.22)]        // 2·(5·ln 5 + 5·ln(5/9))
    [InlineData(0, 0, 10, 100, 0)]
    [InlineData(5, 5, 100, 100, 0)]            // nothing to compare with
    public void LogLikelihood_Counts_IsThatOfTheFormula(long there, long all, long part, long whole, double value) =>
        Assert.Equal(value, CollocateFinder.LogLikelihood(there, all, part, whole), 2);

    [Fact]
    public void Collocates_OfAWord_AreTheWordsBesideAndNearIt()
    {
        using var corpus = Open(
            [
                "推动氢能产业发展，建设加氢站。", "做强氢能产业，布局加氢站。", "氢能技术。加氢站不在这一句", "发展农业", "发展林业",
                .. Enumerable.Repeat("提升医疗服务水平，完善社会保障，保护森林资源，改善教育条件", 20),
            ]);

        var words = Ask(corpus, "氢能").Words;

        Assert.Equal(3, words.LookedAt);
        Assert.Equal([("", 1L), ("做强", 1L), ("推动", 1L)], words.Left.Words.Select(word => (word.Word, word.Mentions)));
        Assert.Equal([("产业", 2L), ("技术", 1L)], words.Right.Words.Select(word => (word.Word, word.Mentions)));
        // 加氢站 is three times in the plan, twice in a sentence with 氢能.
        Assert.Equal((2L, 3L), Counts(words.Near, "加氢站"));
        Assert.Equal((2L, 2L), Counts(words.Near, "产业"));
        Assert.DoesNotContain(words.Near, word => word.Word is "发展" or "氢能");
        Assert.All(words.Near, word => Assert.True(word.LogLikelihood >= WordCompany.Significant));
    }

    [Fact]
    public void Collocates_MentionsCloseTogether_CountWhatIsNearBothOnce()
    {
        using var corpus = Open("氢能和储能以及氢能。", "改善教育医疗养老", "发展农业林业渔业");

        var words = Ask(corpus, "氢能").Words;

        Assert.Equal(2, words.LookedAt);
        Assert.DoesNotContain(words.Near, word => word.Word == "储能");
        Assert.Equal("和储能以及。".Length, words.NearCharacters);
    }

    [Fact]
    public void Collocates_Cells_EndWhatIsBeside()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(new HandMadePlan("甲").Heading("第一章 总则").Row("产业", "氢能", "技术")));

        var words = Ask(corpus, "氢能").Words;

        Assert.Equal([""], words.Left.Words.Select(word => word.Word));
        Assert.Equal([""], words.Right.Words.Select(word => word.Word));
    }

    [Fact]
    public void Collocates_FilterOnPlans_ComparesWithThosePlansAlone()
    {
        using var corpus = InventedCollection.Open(
            InventedCollection.Built(new HandMadePlan("甲").Paragraph("氢能产业。产业。")),
            InventedCollection.Built(new HandMadePlan("乙").Paragraph("产业产业产业。氢能。")));
        var request = InventedCollection.Ask(
            "氢能") with
        { Filters = InventedCollection.Ask("").Filters.Add("plan", new FacetSelection(["甲"], [])) };

        var beside = Ask(corpus, request).Words.Right.Words.Single();

        Assert.Equal(("产业", 1L, 2L), (beside.Word, beside.Mentions, beside.InPlans));
    }

    [Fact]
    public void Collocates_RandomPlans_SumToTheMentionsOnEachSide()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        using var corpus = InventedCollection.Open(InventedCollection.Random(random, 12));

        var answer = Ask(corpus, "能");

        Assert.Equal(answer.Certificate.Mentions, answer.Words.LookedAt);
        Assert.All(
            [answer.Words.Left, answer.Words.Right],
            side => Assert.Equal(answer.Words.LookedAt, side.Words.Sum(word => word.Mentions) + side.Others));
        Assert.All(
            answer.Words.Near.Concat(answer.Words.Left.Words).Where(word => word.Word.Length > 0),
            word => Assert.True(word.InPlans >= word.Mentions));
        Assert.Equal([1, 2, 3], answer.Characters.Select(one => one.Width));
        Assert.Equal(Texts(corpus.Neighbours(InventedCollection.Ask("能"), 2, default).Value!.Left), Texts(answer.Characters[1].Left));
    }

    [Fact]
    public void Collocates_OfNothing_AreNone()
    {
        using var corpus = Open("发展农业");

        var words = Ask(corpus, "氢能").Words;

        Assert.Equal((0, 0L, 0, 0), (words.LookedAt, words.NearCharacters, words.Near.Length, words.Left.Words.Length));
    }

    private static IEnumerable<(string Text, long Mentions)> Texts(NeighbourSide side) =>
        side.Groups.Select(group => (group.Text, group.Mentions));

    private static (long Here, long InPlans) Counts(IEnumerable<Collocate> words, string word)
    {
        var found = words.Single(one => one.Word == word);
        return (found.Mentions, found.InPlans);
    }

    // With the size that an ingest would have counted: what is near is compared with it.
    private static PlanCollection Open(params string[] passages)
    {
        var (plan, texts) = InventedCollection.Built(
            passages.Aggregate(new HandMadePlan("甲").Heading("第一章 总则"), (plan, passage) => plan.Paragraph(passage)));
        var counted = plan.Ledger.CharactersByKind.Add(BlockKind.Paragraph, texts.Sum(text => text.Length));
        return InventedCollection.Open((plan with { Ledger = plan.Ledger with { CharactersByKind = counted } }, texts));
    }

    private static CollocatesAnswer Ask(PlanCollection corpus, string query) => Ask(corpus, InventedCollection.Ask(query));

    private static CollocatesAnswer Ask(PlanCollection corpus, SearchRequest request)
    {
        using var reader = corpus.Read();
        return reader.Ask(request, default).Value!.Collocates;
    }
}
