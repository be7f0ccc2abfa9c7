using PlanSearch.Plans.Metadata;

namespace PlanSearch.Plans.Tests.Metadata;

public sealed class PlanPeriodsTests
{
    [Theory]
    [InlineData(1953, "一五")]
    [InlineData(1957, "一五")]
    [InlineData(1958, "二五")]
    [InlineData(1965, "二五")]
    [InlineData(1966, "三五")]
    [InlineData(1970, "三五")]
    [InlineData(1971, "四五")]
    [InlineData(2025, "十四五")]
    [InlineData(2026, "十五五")]
    public void RankOf_AYear_IsTheLastPeriodThatBeganByIt(int year, string period) =>
        Assert.Equal(period, PlanPeriods.All[PlanPeriods.RankOf(year)]);

    [Fact]
    public void RankOf_YearsBeforeAllAndFarAhead_AreOutside()
    {
        Assert.Equal(-1, PlanPeriods.RankOf(1952));
        Assert.True(PlanPeriods.RankOf(2100) >= PlanPeriods.All.Length);
    }
}
