using PlanSearch.Index.Embedded;
using PlanSearch.Index.Stored;
using PlanSearch.TestSupport;

namespace PlanSearch.Index.Tests.Embedded;

public sealed class PlanCacheTests
{
    private readonly List<int> _loaded = [];

    [Fact]
    public void Get_AskedTwice_LoadsOnce()
    {
        var cache = new PlanCache(Load, maxBlocks: 10);

        Assert.Same(cache.Get(1), cache.Get(1));
        Assert.Equal([1], _loaded);
    }

    [Fact]
    public void Get_OverItsBound_DropsTheOneNotUsedLongest()
    {
        var cache = new PlanCache(Load, maxBlocks: 2);
        foreach (var plan in new[] { 1, 2, 1, 3, 1, 2 })
        {
            cache.Get(plan);
        }

        Assert.Equal([1, 2, 3, 2], _loaded);
    }

    [Fact]
    public void Get_PlanLargerThanTheBound_IsGivenAllTheSame() => Assert.Equal("1", new PlanCache(Load, maxBlocks: 0).Get(1).Id);

    private StoredPlan Load(int number)
    {
        _loaded.Add(number);
        return new HandMadePlan($"{number}").Paragraph("文").Stored();
    }
}
