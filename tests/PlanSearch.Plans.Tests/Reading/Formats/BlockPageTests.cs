using PlanSearch.Plans.Parsing;

namespace PlanSearch.Plans.Tests.Reading.Formats;

public sealed class BlockPageTests
{
    private static readonly SourceText Source = new()
    {
        Encoding = "unicode",
        EncodingReason = "",
        Lines = ["第一章 总则", "", "建设加氢站，推广燃料电池汽车，到本规划期末形成示范", "", "带动效应。"],
        Pages = [3, 3, 3, 3, 4],
    };

    [Fact]
    public void Parse_SourceWithPages_GivesEachBlockThePageItBeginsOn()
    {
        var blocks = PlanParser.Parse(Source).Blocks;

        Assert.Equal("3 3", string.Join(' ', blocks.Select(block => block.Page)));
        Assert.EndsWith("示范带动效应。", blocks[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_SourceWithoutPages_GivesNone() =>
        Assert.All(PlanParser.Parse(Source with { Pages = [] }).Blocks, block => Assert.Null(block.Page));
}
