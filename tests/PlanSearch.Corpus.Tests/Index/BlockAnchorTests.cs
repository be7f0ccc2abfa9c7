using PlanSearch.Corpus.Index;

namespace PlanSearch.Corpus.Tests.Index;

public sealed class BlockAnchorTests
{
    [Fact]
    public void Of_KnownText_IsTheSameForEver() =>
        Assert.Equal([Frozen, $"{Frozen}-2"], BlockAnchor.Of(["氢能", "氢能"]));

    /// <summary>Permalinks in reports rest on it: a change of the hash breaks them all.</summary>
    private const string Frozen = "xx9zhamqnn";

    [Fact]
    public void Of_RepeatedTexts_CountsThemInReadingOrder()
    {
        var anchors = BlockAnchor.Of(["甲", "乙", "甲", "甲"]);

        Assert.Equal([anchors[0], anchors[1], $"{anchors[0]}-2", $"{anchors[0]}-3"], anchors);
    }

    [Fact]
    public void Of_OtherBlocksBefore_StaysTheSame() =>
        Assert.Equal(BlockAnchor.Of(["甲", "乙"])[1], BlockAnchor.Of(["新", "旧", "乙"])[2]);

    [Fact]
    public void Of_ManyTexts_AreAllDifferent()
    {
        var anchors = BlockAnchor.Of(Enumerable.Range(0, 200_000).Select(number => $"第{number}项"));

        Assert.Equal(200_000, anchors.Distinct().Count());
        Assert.DoesNotContain(anchors, anchor => anchor.Length != 10);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000000000-1")]
    [InlineData("0000000000-02")]
    [InlineData("0000000000x2")]
    [InlineData("000000000i")]
    [InlineData("000000000")]
    public void TryParse_NotOfFormat_IsRefused(string anchor) => Assert.False(BlockAnchor.TryParse(anchor, out _, out _));

    [Fact]
    public void TryParse_Formatted_GivesHashAndRepeat()
    {
        Assert.True(BlockAnchor.TryParse(BlockAnchor.Format((1UL << BlockAnchor.HashBits) - 1, 12), out var hash, out var repeat));
        Assert.Equal(((1UL << BlockAnchor.HashBits) - 1, 12), (hash, repeat));
    }
}
