using PlanSearch.Queries.Requests;

namespace PlanSearch.Queries.Tests.Requests;

public sealed class SearchRequestTests
{
    [Fact]
    public void Orders_EveryOne_IsReadByItsName() => Assert.All(
        Enum.GetValues<SearchOrder>(), order => Assert.Equal(order, SearchOrders.Of(SearchOrders.NameOf(order))));

    [Fact]
    public void Modes_EveryOne_IsReadByItsName() => Assert.All(
        Enum.GetValues<QueryMode>(), mode => Assert.Equal(mode, QueryModes.Of(QueryModes.NameOf(mode))));

    [Theory]
    [InlineData("newest")]
    [InlineData("")]
    public void Orders_OtherWord_IsNone(string word) => Assert.Null(SearchOrders.Of(word));

    [Fact]
    public void Selection_ValuesThatSayNothing_AreLeftOut()
    {
        var selection = FacetSelection.Of(["甲", "", "-", "-乙", "甲"]);

        Assert.Equal(["甲"], selection.Included.AsEnumerable());
        Assert.Equal(["乙"], selection.Excluded.AsEnumerable());
    }
}
