using PlanSearch.Queries.Language;
using PlanSearch.Queries.Words;

namespace PlanSearch.Queries.Tests.Language;

public sealed class TopicTermTests
{
    private static readonly Topic Hydrogen = new("氢能", "", ["氢能", "制氢", "5G氢", "Wi-Fi 6"], []);
    private static readonly TopicCatalog Topics = TopicCatalog.Read(new StringReader(
        "- name: 氢能\n  members: [氢能, 制氢, 加氢站]\n- name: 单\n  members: [单一]\n"));

    [Fact]
    public void Without_WordsInAnyOrderAndWidth_KeepsTheOrderOfTheSet()
    {
        var term = TopicTerm.Without(Hydrogen, ["５ｇ氢", "氢能", "氢能"])!;

        Assert.Equal("氢能 5G氢", string.Join(' ', term.Off));
        Assert.Equal("制氢|Wi-Fi 6", string.Join('|', term.Members));
        Assert.Equal("#氢能!氢能!5G氢", term.NormalForm);
        Assert.NotEqual(new TopicTerm(Hydrogen), term);
        Assert.Equal(TopicTerm.Without(Hydrogen, ["氢能", "5G氢"]), term);
    }

    [Fact]
    public void Without_NoWord_IsTheWholeSet() => Assert.Equal(new TopicTerm(Hydrogen), TopicTerm.Without(Hydrogen, []));

    [Theory]
    [InlineData("火星")]
    [InlineData("Wi-Fi 6")] // a blank would end the word
    public void Without_WordThatCannotBeNamed_IsNone(string word) => Assert.Null(TopicTerm.Without(Hydrogen, [word]));

    [Fact]
    public void Without_EveryWord_IsNone() =>
        Assert.Null(TopicTerm.Without(Hydrogen with { Members = ["氢能", "制氢"] }, ["氢能", "制氢"]));

    [Theory]
    [InlineData("#氢能!火星", 4, "#氢能")]
    [InlineData("#氢能!制氢!火星", 7, "#氢能!制氢")]
    [InlineData("#氢能!", 4, "#氢能")]
    [InlineData("#氢能!氢能!制氢!加氢站", 0, "#氢能")]
    [InlineData("#单!单一", 3, "#单")]
    public void Parse_WordThatCannotBeSwitchedOff_IsNamedWithAProposal(string input, int offset, string proposal)
    {
        var fault = QueryParser.Parse(input, Topics).Fault!;

        Assert.Equal(("query_syntax", offset, proposal), (fault.Code, fault.Offset, fault.Proposal));
        Assert.NotNull(QueryParser.Parse(proposal, Topics).Query);
    }

    [Fact]
    public void InWords_WordSwitchedOff_IsSaid() =>
        Assert.Equal("含专题“氢能”的词（“氢能”、“加氢站”；停用“制氢”）", QueryParser.Parse("#氢能!制氢", Topics).Query!.InWords);
}
