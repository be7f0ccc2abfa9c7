using PlanSearch.Plans.Metadata;

namespace PlanSearch.Plans.Tests.Metadata;

public sealed class PlanValuesTests
{
    [Theory]
    [InlineData("纲要", "发展规划（纲要）")]
    [InlineData("行动计划", "实施方案和行动计划")]
    [InlineData("专项规划", "专项规划")]
    [InlineData("白皮书", "白皮书")]
    public void Today_TypeByItsFormerName_IsTheTypeOfToday(string former, string today) => Assert.Equal(today, PlanTypes.Today(former));

    [Theory]
    [InlineData("地级", "市级")]
    [InlineData("县级", "县级")]
    public void Today_LevelByItsFormerName_IsTheLevelOfToday(string former, string today) => Assert.Equal(today, PlanLevels.Today(former));

    [Fact]
    public void Today_ValuesOfToday_AreThemselves()
    {
        Assert.All(PlanTypes.All, type => Assert.Equal(type, PlanTypes.Today(type)));
        Assert.All(PlanLevels.All, level => Assert.Equal(level, PlanLevels.Today(level)));
    }
}
