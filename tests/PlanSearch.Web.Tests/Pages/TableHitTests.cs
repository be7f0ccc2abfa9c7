namespace PlanSearch.Web.Tests.Pages;

/// <summary>A hit in a table is shown with the names of its columns and its row: a cell alone says nothing.</summary>
[Collection(SiteTests.Name)]
public sealed class TableHitTests(Site site)
{
    private const string Row = "指标：氢能产值；单位：亿元；2020年：11；2025年：120";

    [Fact]
    public async Task Search_Passage_StandsUnderTheNamesOfItsColumns()
    {
        var hit = Assert.Single((await site.PageAsync("/search?q=氢能产值")).QuerySelectorAll("article.hit"));

        Assert.Equal(["指标\t单位\t2020年\t2025年"], hit.QuerySelectorAll(".passage.names").Select(names => names.TextContent));
        Assert.Contains("氢能产值\t亿元\t11\t120", hit.QuerySelector(".passage:not(.names)")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mentions_Row_IsSaidOnPageAndInTheApi()
    {
        Assert.Equal(Row, (await site.PageAsync("/mentions?q=氢能产值")).QuerySelector(".kwic .row")?.TextContent);
        var mention = Assert.Single((await site.JsonAsync("/api/v1/mentions?q=氢能产值")).GetProperty("mentions").EnumerateArray());
        Assert.Equal(Row, mention.GetProperty("row").GetString());
    }

    [Fact]
    public async Task Mentions_OutsideTables_HaveNoRow()
    {
        Assert.Empty((await site.PageAsync("/mentions?q=氢能重卡")).QuerySelectorAll(".kwic .row"));
        Assert.False(Assert.Single(
            (await site.JsonAsync("/api/v1/mentions?q=氢能重卡")).GetProperty("mentions").EnumerateArray()).TryGetProperty("row", out _));
    }
}
