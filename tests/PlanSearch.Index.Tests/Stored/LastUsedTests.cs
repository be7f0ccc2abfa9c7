using PlanSearch.Index.Stored;

namespace PlanSearch.Index.Tests.Stored;

public sealed class LastUsedTests
{
    [Fact]
    public void Find_OverItsBound_HasLostTheOneNotUsedLongest()
    {
        var cache = new LastUsed<int, string>(text => text.Length, most: 2);
        cache.Keep(1, "一");
        cache.Keep(2, "二");
        Assert.Equal("一", cache.Find(1));

        cache.Keep(3, "三");

        Assert.Equal(("一", null, "三"), (cache.Find(1), cache.Find(2), cache.Find(3)));
    }

    [Fact]
    public void Keep_LargerThanTheBound_IsThereUntilTheNext()
    {
        var cache = new LastUsed<int, string>(text => text.Length, most: 0);

        Assert.Equal("很长", cache.Keep(1, "很长"));
        Assert.Equal("很长", cache.Find(1));

        cache.Keep(2, "二");
        Assert.Null(cache.Find(1));
    }

    [Fact]
    public void Keep_SameKeyTwice_TakesItsRoomOnce()
    {
        var cache = new LastUsed<int, string>(text => text.Length, most: 2);
        cache.Keep(1, "一");
        cache.Keep(1, "一");

        cache.Keep(2, "二");

        Assert.Equal(("一", "二"), (cache.Find(1), cache.Find(2)));
    }
}
