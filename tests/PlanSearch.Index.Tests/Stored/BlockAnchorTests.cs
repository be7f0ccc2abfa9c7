using PlanSearch.Index.Stored;

namespace PlanSearch.Index.Tests.Stored;

public sealed class BlockAnchorTests
{
    [Fact]
    public void Of_KnownText_IsTheSameForEver() =>
        Assert.Equal([Frozen, $"{Frozen}-2"], Anchors("氢能", "氢能"));

    /// <summary>Permalinks in reports rest on it: a change of the hash breaks them all.</summary>
    private const string Frozen = "xx9zhamqnn";

    [Fact]
    public void Of_RepeatedTexts_CountsThemInReadingOrder()
    {
        var anchors = Anchors("甲", "乙", "甲", "甲");

        Assert.Equal([anchors[0], anchors[1], $"{anchors[0]}-2", $"{anchors[0]}-3"], anchors);
    }

    [Fact]
    public void Of_OtherBlocksBefore_StaysTheSame() =>
        Assert.Equal(Anchors("甲", "乙")[1], Anchors("新", "旧", "乙")[2]);

    [Fact]
    public void Of_ManyTexts_AreAllDifferent()
    {
        var anchors = Anchors([.. Enumerable.Range(0, 200_000).Select(number => $"第{number}项")]);

        Assert.Equal(200_000, anchors.Distinct().Count());
        Assert.DoesNotContain(anchors, anchor => anchor.Length != 10);
    }

    private static List<string> Anchors(params string[] texts) =>
        [.. texts.Zip(BlockAnchor.Repeats(texts), BlockAnchor.Of)];
}
