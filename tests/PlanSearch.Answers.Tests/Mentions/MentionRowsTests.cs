using PlanSearch.Answers.Mentions;
using PlanSearch.TestSupport;

namespace PlanSearch.Answers.Tests.Mentions;

public sealed class MentionRowsTests
{
    [Fact]
    public void Mentions_LongBlock_ShowsFortyUnitsOnEachSideAndTheWholeSentence()
    {
        var (before, after) = (new string('前', 60), new string('后', 60));
        var row = Single($"上一句。{before}氢能{after}。下一句。");

        Assert.Equal((before[..40], "氢能", after[..40]), (row.Left, row.Hit, row.Right));
        Assert.Equal($"{before}氢能{after}。", row.Sentence);
        Assert.Equal(64, row.Offset);
    }

    [Theory]
    [InlineData("氢能。", "", "。", "氢能。")]
    [InlineData("甲；氢能乙！丙", "甲；", "乙！丙", "氢能乙！")]
    [InlineData("他说“发展氢能。”随后", "他说“发展", "。”随后", "他说“发展氢能。”")]
    [InlineData("（见上。）氢能？", "（见上。）", "？", "氢能？")]
    public void Mentions_Sentence_EndsAtItsMarkWithWhatCloses(string text, string left, string right, string sentence)
    {
        var row = Single(text);

        Assert.Equal((left, right, sentence), (row.Left, row.Right, row.Sentence));
    }

    [Fact]
    public void Mentions_ContextThatWouldSplitAPair_IsOneUnitShorter()
    {
        var pairs = string.Concat(Enumerable.Repeat("𠮷", 30));

        var row = Single($"甲{pairs}氢能{pairs}");
        var odd = Single($"甲{pairs}中氢能中{pairs}");

        Assert.Equal((40, 40), (row.Left.Length, row.Right.Length));
        Assert.Equal((39, 39), (odd.Left.Length, odd.Right.Length));
        Assert.False(char.IsLowSurrogate(odd.Left[0]));
        Assert.False(char.IsHighSurrogate(odd.Right[^1]));
    }

    [Fact]
    public void Mentions_InATableCell_ShowNothingOfOtherCells()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(new HandMadePlan("甲").Row("指标一", "氢能产量", "万吨")));

        var row = Assert.Single(corpus.Mentions(InventedCollection.Ask("氢能"), default).Value!.Mentions);

        Assert.Equal(("", "产量", "氢能产量", 4), (row.Left, row.Right, row.Sentence, row.Offset));
    }

    [Fact]
    public void Mentions_QueryOfSeveralLiterals_NameTheirMember()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(new HandMadePlan("甲").Paragraph("储能和氢能")));

        var rows = corpus.Mentions(InventedCollection.Ask("氢能|储能"), default).Value!.Mentions;

        Assert.Equal(["储能", "氢能"], rows.Select(row => row.Member));
        Assert.Null(Assert.Single(corpus.Mentions(InventedCollection.Ask("氢能"), default).Value!.Mentions).Member);
    }

    [Fact]
    public void Mentions_Row_SaysWhereItStands()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(
            new HandMadePlan("某市~规划").Heading("第一章 总则").BoxTitle("工程").Entry("氢能示范"),
            metadata => metadata with { RegionPath = ["岚江省", "临漪市"], ShortTitle = "短题" }));

        var row = Assert.Single(corpus.Mentions(InventedCollection.Ask("氢能"), default).Value!.Mentions);

        Assert.Equal(("某市~规划", "短题", "岚江省/临漪市"), (row.Plan, row.PlanTitle, row.Region));
        Assert.Equal(["第一章 总则"], row.Place.Path.AsEnumerable());
        Assert.Equal((1, "专栏1 工程", "box_entry", 3), (row.Place.Box, row.Place.BoxLabel, row.Place.Kind, row.Place.Line));
        Assert.StartsWith("/plans/%E6%9F%90%E5%B8%82~%E8%A7%84%E5%88%92?q=%E6%B0%A2%E8%83%BD#", row.Permalink, StringComparison.Ordinal);
        Assert.EndsWith(".0", row.Permalink, StringComparison.Ordinal);
    }

    private static MentionRow Single(string text)
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(new HandMadePlan("甲").Paragraph(text)));
        return Assert.Single(corpus.Mentions(InventedCollection.Ask("氢能"), default).Value!.Mentions);
    }
}
