using PlanSearch.Index.Stored;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport;

namespace PlanSearch.Corpus.Tests.Generations;

public sealed class PlanSortingTests
{
    [Theory]
    [InlineData("安徽省规划", "《北京市规划》")]
    [InlineData("北京市规划", "上海市规划")]
    [InlineData("上海市规划", "浙江省规划")]
    [InlineData("ABC规划", "安徽省规划")]
    [InlineData("浙江省规划", "漪县规划")]
    public void TitleKey_CommonCharacters_AreInTheOrderOfTheirSounds(string before, string after) =>
        Assert.True(string.CompareOrdinal(PlanSortKeys.OfTitle(before), PlanSortKeys.OfTitle(after)) < 0);

    [Theory]
    [InlineData(SearchOrder.Date, "c a b")]
    [InlineData(SearchOrder.Title, "b c a")]
    [InlineData(SearchOrder.Document, "a b c")]
    public void Search_ByDateOrTitle_ListsThePlansSo(SearchOrder order, string plans)
    {
        using var corpus = InventedCollection.Open(
            InventedCollection.Built(new HandMadePlan("a").Paragraph("氢能。"), data => data with { Title = "浙江规划", Date = "2020年5月" }),
            InventedCollection.Built(new HandMadePlan("b").Paragraph("氢能。"), data => data with { Title = "安徽规划", Date = "未知" }),
            InventedCollection.Built(new HandMadePlan("c").Paragraph("氢能。"), data => data with { Title = "北京规划", Date = "二〇二一年四月" }));
        var request = InventedCollection.Ask("氢能") with { Order = order, Size = 2 };

        var first = corpus.Search(request, default).Value!;
        var second = corpus.Search(request with { Cursor = first.Next }, default).Value!;

        Assert.Equal(plans, string.Join(' ', first.Hits.Concat(second.Hits).Select(hit => hit.Plan)));
        Assert.Null(second.Next);
    }
}
