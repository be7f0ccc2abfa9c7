using PlanSearch.Plans.Metadata;

namespace PlanSearch.Plans.Tests.Metadata;

public sealed class PrintedDateTests
{
    [Theory]
    [InlineData("2021年4月8日", 2021, "20210408")]
    [InlineData("２０２１年４月", 2021, "20210400")]
    [InlineData("二〇二一年十二月三十一日", 2021, "20211231")]
    [InlineData("二○二一年二月二十日", 2021, "20210220")]
    [InlineData("二◯二一年二月二十日", 2021, "20210220")]
    [InlineData("二零二一年十月", 2021, "20211000")]
    [InlineData("二ＯＯ六年五月", 2006, "20060500")]
    [InlineData("二OO六年五月", 2006, "20060500")]
    [InlineData("二oo六年五月", 2006, "20060500")]
    [InlineData("二０一一年五月", 2011, "20110500")]
    [InlineData("一九五五年七月三十日", 1955, "19550730")]
    [InlineData("2021-04-08", 2021, "20210408")]
    [InlineData("20210408", 2021, "20210408")]
    [InlineData("印发于2021年", 2021, "20210000")]
    public void Date_AsPrinted_HasAYearAndSorts(string date, int year, string key) =>
        Assert.Equal((year, key), (PrintedDate.YearOf(date), PrintedDate.SortKeyOf(date)));

    [Theory]
    [InlineData("未知")]
    [InlineData("4月8日")]
    [InlineData("十二月")]
    [InlineData("")]
    public void Date_WithoutAYear_HasNeither(string date) =>
        Assert.Equal((null, ""), (PrintedDate.YearOf(date), PrintedDate.SortKeyOf(date)));
}
