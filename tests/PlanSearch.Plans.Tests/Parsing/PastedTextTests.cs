using PlanSearch.Plans.Parsing;

namespace PlanSearch.Plans.Tests.Parsing;

public sealed class PastedTextTests
{
    [Theory]
    [InlineData("一、总体要求", "一、总体要求|一、 总体要求")]
    [InlineData("一、 总体要求", "一、 总体要求|一、总体要求")]
    [InlineData("第一章 绿色 转型", "第一章 绿色 转型|第一章绿色 转型")]           // a blank between words stays
    [InlineData("专栏1绿色工程", "专栏1绿色工程|专栏1 绿色工程")]
    [InlineData("“双碳” 基地", "“双碳” 基地|“双碳”基地")]                     // beside a sign: as a heading has it, as a paragraph has it
    [InlineData("氢能 产业", "氢能 产业")]
    [InlineData("第一章", "第一章")]
    [InlineData("2.69万亿元", "2.69万亿元")]
    public void Forms_CleanedText_AreThoseAPlanMayPrint(string text, string forms) =>
        Assert.Equal(forms.Split('|'), PastedText.Forms(text));

    [Fact]
    public void Clean_RandomText_IsCleanedOnce()
    {
        var random = new Random(20_261_120);
        var pieces =
            new[] { "一、", "第一章", " ", "　", "\n", "**", "^", "①", "绿", "色", "5", "A", "，", "专栏", "1", "\u200B", "*", "（一）", "\t", "-", "●" };
        for (var trial = 0; trial < 5_000; trial++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)]));

            var cleaned = PastedText.Clean(text);

            Assert.Equal(cleaned, PastedText.Clean(cleaned));
            Assert.True(cleaned.Length == 0 || PastedText.Forms(cleaned)[0] == cleaned);
        }
    }
}
