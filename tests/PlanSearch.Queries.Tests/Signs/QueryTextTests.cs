using PlanSearch.Plans.Parsing;
using PlanSearch.Queries.Signs;

namespace PlanSearch.Queries.Tests.Signs;

public sealed class QueryTextTests
{
    public static TheoryData<string, string> Cleanings => new()
    {
        // pasted               as the logical text has it
        { "  氢能\u00A0",        "氢能" },
        { "第二章　绿色转型",      "第二章 绿色转型" },      // the blank between the halves of a heading stays
        { "到 2025 年",          "到2025年" },
        { "5G 网络",             "5G网络" },
        { "New  Energy",        "New Energy" },
        { "绿色\r\n 转型",        "绿色转型" },
        { "一是， 绿色",          "一是， 绿色" },        // as a heading may print it; both forms are looked for
        { "一、　总体要求",        "一、 总体要求" },         // after a marker as printed
        { "专栏 1 绿色工程",       "专栏1 绿色工程" },
        { "前　言",              "前言" },                // letter-spaced
        { "总 体 要求",           "总体 要求" },
        { "New\nEnergy",        "New Energy" },
        { "**绿色**转型^①",      "绿色转型①" },
        { "10^8",               "10^8" },
        { "*号",                "*号" },
        { "指标\t数值",          "指标 数值" },
        { "绿\u200B色",          "绿色" },
    };

    [Theory]
    [MemberData(nameof(Cleanings))]
    public void Clean_PastedText_HasTheFormOfLogicalText(string pasted, string cleaned) => Assert.Equal(cleaned, QueryText.Clean(pasted));

    [Theory]
    [MemberData(nameof(Cleanings))]
    public void Clean_CleanedText_StaysAsItIs(string pasted, string cleaned)
    {
        Assert.Equal(cleaned, QueryText.Clean(cleaned));
        Assert.Equal(cleaned, QueryText.Clean(QueryText.Clean(pasted)));
    }

    [Fact]
    public void Clean_HanCharactersAlone_IsThatOfPastedText()
    {
        const int seed = 20261120;
        var random = new Random(seed);
        const string markers = "第一二三十百章节条部分专栏表图附件目录前言序";
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(9)).Select(
                _ => random.Next(2) == 0 ? markers[random.Next(markers.Length)] : (char)random.Next(0x4E00, 0xA000)));
            Assert.Equal(PastedText.Clean(text), QueryText.Clean(text));
        }
    }
}
