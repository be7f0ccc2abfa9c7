namespace PlanSearch.Plans.Tests.Parsing;

public sealed class NestedItemTests
{
    private static readonly PlanDocument Plan = PlanText.Parse("""
        一、主要任务
        （一）完善路网。新建改建农村公路四百公里，实现乡镇全部通二级路。
        1.建设干线。新建省道两条，改造县道五条，打通断头路八处。
        （1）东线。全长六十公里，设桥梁四座，隧道两处。
        2.养护支线。实行片区养护，落实养护经费和责任。
        （二）保障用水。新建水厂两座，管网延伸到全部行政村。
        1.建设水厂。日供水能力五万吨，水质达到国家标准。
        二、保障措施
        1.压实责任。建立台账，定期调度，按季通报进展。
        """);

    [Theory]
    [InlineData("（一）完善", "")]
    [InlineData("1.建设干线", "（一）完善路网")]
    [InlineData("（1）东线", "（一）完善路网 1.建设干线")]
    [InlineData("2.养护", "（一）完善路网")]
    [InlineData("1.建设水厂", "（二）保障用水")]
    [InlineData("1.压实", "")]
    public void ItemsOf_ItemInItems_NamesAllAroundIt(string opening, string items) =>
        Assert.Equal(
            items, string.Join(' ', Plan.ItemsOf(Plan.Blocks.Single(block => block.Text.StartsWith(opening, StringComparison.Ordinal)))));
}
