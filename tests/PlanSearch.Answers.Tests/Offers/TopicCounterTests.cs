using PlanSearch.Corpus.Generations;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport;

namespace PlanSearch.Answers.Tests.Offers;

/// <summary>The words of a topic set, counted one by one beside the search for the set.</summary>
public sealed class TopicCounterTests : IDisposable
{
    private readonly PlanCollection _corpus = InventedCollection.Open(
        InventedCollection.Built(new HandMadePlan("甲").Heading("第一章 能源").Paragraph("氢能产业和制氢、储氢示范，建加氢站。氢氧化钠。").Paragraph("柴油加氢。")),
        InventedCollection.Built(new HandMadePlan("乙").Heading("第一章 其他").Paragraph("制氢。制氢。"), metadata => metadata with { Level = "县级" }));

    [Theory]
    [InlineData("#氢能")]
    [InlineData("#氢能!制氢!氢")]
    [InlineData("层级:县级 #氢能")]
    public void Search_Topic_EachWordHasTheNumbersOfItsOwnQuery(string query)
    {
        var answer = _corpus.Search(InventedCollection.Ask(query), default).Value!;

        var topic = Assert.Single(answer.Topics);
        Assert.Equal(13, topic.Members.Length);
        Assert.Contains(topic.Members, member => member.Mentions > 0);
        Assert.All(topic.Members, member =>
        {
            var alone = _corpus.Search(
                InventedCollection.Ask(member.Query) with { Mode = QueryMode.Expression }, default).Value!.Certificate;
            Assert.Equal((alone.Mentions, alone.Records, alone.Plans), (member.Mentions, member.Records, member.Plans));
        });
    }

    [Fact]
    public void Search_WordToggled_IsOffInTheCertificateAndBackAgain()
    {
        var member = _corpus.Search(InventedCollection.Ask("#氢能"), default).Value!.Topics[0].Members.Single(one => one.Word == "制氢");
        var without = _corpus.Search(InventedCollection.Ask(member.Toggled!), default).Value!;

        Assert.Equal("#氢能!制氢", without.Certificate.NormalForm);
        var use = Assert.Single(without.Certificate.Topics);
        Assert.Equal(("氢能", "制氢", 12), (use.Name, Assert.Single(use.Off), use.On.Length));
        Assert.False(without.Topics[0].Members.Single(one => one.Word == "制氢").IsOn);
        Assert.Equal("#氢能", without.Topics[0].Members.Single(one => one.Word == "制氢").Toggled);
    }

    // 制氢 goes, the 氢 in it stays a word of the set: what is taken away is a word, not a place.
    [Fact]
    public void Search_WordOffInsideAnother_IsStillFoundAsTheOther()
    {
        long Mentions(string query) => _corpus.Search(InventedCollection.Ask(query), default).Value!.Certificate.Mentions;

        Assert.Equal(Mentions("#氢能"), Mentions("#氢能!制氢"));
        Assert.Equal(Mentions("#氢能") - 3, Mentions("#氢能!制氢!氢"));
    }

    [Fact]
    public void Search_LaterPageOrNoTopic_CountsNoWords()
    {
        var first = _corpus.Search(InventedCollection.Ask("#氢能") with { Size = 1 }, default).Value!;

        Assert.Empty(_corpus.Search(InventedCollection.Ask("#氢能") with { Size = 1, Cursor = first.Next }, default).Value!.Topics);
        Assert.Empty(_corpus.Search(InventedCollection.Ask("氢能"), default).Value!.Topics);
    }

    public void Dispose() => _corpus.Dispose();
}
