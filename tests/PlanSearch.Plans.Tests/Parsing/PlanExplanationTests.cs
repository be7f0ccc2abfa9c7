using PlanSearch.Plans.Parsing;

namespace PlanSearch.Plans.Tests.Parsing;

public sealed class PlanExplanationTests
{
    private static readonly string[] Plan = ["第一章 湖城新貌", "", "专栏1 冷链工程", "1. 湖东冷库。", "第二章 保障措施", "压实责任。"];

    [Fact]
    public void Of_LineInABox_NamesItsKindAndTheEndOfTheBox()
    {
        var rules = PlanExplanation.Of(PlanText.Raw(Plan), 4).Select(decision => decision.Rule).ToList();

        Assert.Contains("R-BOX-3", rules);
        Assert.Equal("R-BOX-END-1", rules[^1]);
    }

    [Fact]
    public void Of_Heading_NamesItsRule() =>
        Assert.Contains(new LineDecision("R-HEAD-1", "判为 heading"), PlanExplanation.Of(PlanText.Raw(Plan), 1));

    [Fact]
    public void Of_LineInABox_PrintsTheVotesForIt() =>
        Assert.Contains(new LineDecision("", "属于专栏（+1）：专栏标题之后的第一行"), PlanExplanation.Of(PlanText.Raw(Plan), 4));

    [Theory]
    [InlineData(2)]
    [InlineData(0)]
    [InlineData(99)]
    public void Of_LineWithoutText_IsEmpty(int line) => Assert.Empty(PlanExplanation.Of(PlanText.Raw(Plan), line));
}
