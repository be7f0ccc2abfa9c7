using PlanSearch.Plans.Files;
using PlanSearch.Plans.Parsing;
using PlanSearch.Plans.Reading;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Plans.Tests.Parsing;

/// <summary>The reader takes any bytes, the parser any text: no throw, and the account still holds.</summary>
public sealed class JunkTextTests(ITestOutputHelper output)
{
    // What plans are made of, so that random text meets the rules and not only their edges.
    private static readonly string[] Scraps =
    [
        "第一章", "第二节", "第三篇", "一、", "（一）", "1.", "2．", "- 3.", "——", "◆", "①", "^①", "**", "*", "^", "专栏1", "专栏 2 工程", "表1 指标", "图1", "目 录", "附件",
        "前 言", "抄送：", "注：", "指标\t单位\t2025年", "\t", "\t\t", "。", "，", "；", "：", "……", "12", "- 12 -", " ", "\u3000", "\u00A0", "\u200B", "氢能产业", "建设湖滨绿道", "2025 年", "PM_{2.5}",
        "\uD83D", "\uDE00", "\uD840\uDC00", "\0", "\uFFFF", "通知", "规划纲要", "2021年3月", "【冷链】", "轴承。", "abc", "DEF", "(", "）", "”",
    ];

    [Fact]
    public void Read_RandomBytes_NeverThrows()
    {
        var random = Start();
        for (var i = 0; i < 2_000; i++)
        {
            var bytes = new byte[random.Next(0, 300)];
            random.NextBytes(bytes);
            Check(PlanReader.Read(bytes));
        }
    }

    [Fact]
    public void Parse_RandomScraps_NeverThrows()
    {
        var random = Start();
        for (var i = 0; i < 4_000; i++)
        {
            var lines = new string[random.Next(0, 30)];
            for (var line = 0; line < lines.Length; line++)
            {
                lines[line] = string.Concat(Enumerable.Range(0, random.Next(0, 8)).Select(_ => Scraps[random.Next(Scraps.Length)]));
            }

            DocumentCheck.Run(PlanParser.Parse(PlanText.Raw(lines)));
        }
    }

    // Cells on lines of their own, numbers of rows that are no names, headers that break off.
    [Fact]
    public void Parse_RandomCells_NeverThrows()
    {
        string[] cells =
        [
            "序号", "指标名称", "单位", "属性", "2021年", "（基期）", "2025年目标", "1", "2", "3", "10.8", "55", "%", "万亩", "—", "预期性", "约束性", "种植面积", "一、生产",
            "产地冷藏能力", "任务 牵头单位 2024年 2025年", "序号  项目名称  建设地点", "1  木桥  16 县", "1.1 码头 二期 18", "枢纽类", "合计", "表1 指标", "附表",
        ];
        var random = Start();
        for (var i = 0; i < 6_000; i++)
        {
            var lines = Enumerable.Range(0, random.Next(3, 40)).Select(_ => cells[random.Next(cells.Length)]);
            DocumentCheck.Run(PlanParser.Parse(PlanText.Raw([.. lines])));
        }
    }

    [Theory]
    [InlineData("指标名称", "单位", "2021年", "（基期）", "1", "10.8", "11", "预期性", "2", "万亩", "5")]
    [InlineData(
        "55", "指标名称", "2025年目标", "2021年", "枢纽类", "单位", "10.8", "序号  项目名称  建设地点", "—", "1.1 码头 二期 18", "10.8", "序号  项目名称  建设地点",
        "万亩", "种植面积", "（基期）")]
    public void Parse_RowsThatLackCells_KeepTheAccount(params string[] cells) =>
        DocumentCheck.Run(PlanParser.Parse(PlanText.Raw(cells)));

    [Fact]
    public void Parse_RandomCodeUnits_NeverThrows()
    {
        var random = Start();
        for (var i = 0; i < 1_000; i++)
        {
            var lines = new string[random.Next(1, 12)];
            for (var line = 0; line < lines.Length; line++)
            {
                lines[line] = new string([.. Enumerable.Range(0, random.Next(0, 60)).Select(_ => (char)random.Next(0x10000))]);
            }

            DocumentCheck.Run(PlanParser.Parse(PlanText.Raw(lines)));
        }
    }

    [Theory]
    [InlineData("- 8")]
    [InlineData("- 8", "- 9")]
    [InlineData("-8-")]
    public void Parse_DashAndPageNumberUnderTheContents_NeverThrows(params string[] lines) =>
        DocumentCheck.Run(PlanParser.Parse(PlanText.Raw(["目 录", .. lines, "第一章 总则"])));

    [Theory]
    [InlineData("**\u200B**")]
    [InlineData("**\u200B\t\t**")]
    [InlineData("^\u00AD^")]
    public void Parse_MarksAroundWhatNoOneSees_GivesNoEmptyBlock(string line)
    {
        var document = PlanParser.Parse(PlanText.Raw(line));

        DocumentCheck.Run(document);
        Assert.DoesNotContain(document.Blocks, block => block.Text.Length == 0);
    }

    [Theory]
    [InlineData("湖")]
    [InlineData("1. ")]
    [InlineData("；2. 建设绿道")]
    [InlineData("\t")]
    [InlineData("**")]
    [InlineData("a b ")]
    [InlineData("第一章")]
    public void Parse_MillionCharactersOnOneLine_NeverThrows(string scrap)
    {
        var line = string.Concat(Enumerable.Repeat(scrap, 1_000_000 / scrap.Length));

        DocumentCheck.Run(PlanParser.Parse(PlanText.Raw("专栏1 工程", "1. 建设绿道" + line, line)));
    }

    [Fact]
    public void Parse_NoLines_GivesTheRootAlone()
    {
        var document = PlanParser.Parse(PlanText.Raw());

        Assert.Equal("", Assert.Single(document.Nodes).Heading);
        Assert.Empty(document.Blocks);
    }

    private static void Check(ReadResult result)
    {
        Assert.True(result.Source is null != result.Failure is null);
        if (result.Source is { } source)
        {
            DocumentCheck.Run(PlanParser.Parse(source));
        }
    }

    private Random Start() => new(Seed.Take(output.WriteLine));
}
