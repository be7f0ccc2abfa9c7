using PlanSearch.Plans.Parsing;

namespace PlanSearch.Plans.Tests.Parsing;

public sealed class PlanExplanationTests
{
    private static readonly string[] Plan = ["第一章 湖城新貌", "", "专栏1 冷链工程", "1. 湖东冷库。", "第二章 保障措施", "压实责任。"];

    [Fact]
    public void Of_LineInABox_NamesItsKindAndTheEndOfTheBox() =>
        Assert.Equal(["R-BOX-3", "R-BOX-END-1"], PlanExplanation.Of(PlanText.Raw(Plan), 4).Select(decision => decision.Rule));

    [Fact]
    public void Of_Heading_NamesItsRule() =>
        Assert.Equal("R-HEAD-1", Assert.Single(PlanExplanation.Of(PlanText.Raw(Plan), 1)).Rule);

    [Theory]
    [InlineData(2)]
    [InlineData(0)]
    [InlineData(99)]
    public void Of_LineWithoutText_IsEmpty(int line) => Assert.Empty(PlanExplanation.Of(PlanText.Raw(Plan), line));
}
