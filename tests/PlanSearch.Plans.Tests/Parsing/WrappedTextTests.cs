using PlanSearch.Plans.Parsing;

namespace PlanSearch.Plans.Tests.Parsing;

/// <summary>Lines that a width cut are put together, and only those.</summary>
public sealed class WrappedTextTests
{
    private static readonly string Page = string.Concat(Enumerable.Repeat("建设生态茶园三万亩，改造老茶园一万八千亩。", 40));

    [Fact]
    public void Parse_ParagraphsNumberedUnderDecimals_AreParagraphsOfTheirOwn()
    {
        // None has an indent, and the sentence before each ends where the line is full.
        var document = Parse(
            "1 发展基础",
            "1.1 主要成就",
            "1.1.1茶业振兴取得突破。云溪县新建生态茶园三万二",
            "千亩，茶叶综合产值占全市十分之一，农民人均收入五年增",
            "长近一倍，茶农合作社覆盖全县。",
            "1.1.2生态底色更加鲜明。出境断面水质连续五年保持",
            "二类，森林覆盖率稳定在百分之七十以上，空气优良天数比",
            "率居全市各县区前列。",
            "1.1.3改革开放不断深化。建成茶叶交易市场一座，出",
            "口额五年翻一番，市场主体突破三万户，营商环境居全市前",
            "列，群众满意度稳步提高。",
            "1.2 面临形势",
            "外部环境更趋复杂，县域之间的竞争更加激烈，山区乡镇青",
            "年外流的局面尚未根本改变，必须加快培育新的增长点。",
            "2 重点任务",
            "2.1 建设茶园",
            "布局生态茶园三万亩，建设防护林带和拦沙设施，推广水肥",
            "一体化技术。");

        Assert.Equal(
            ["1.1.1", "1.1.2", "1.1.3"],
            document.Blocks.Where(block => block.Kind == BlockKind.Paragraph && block.Text.StartsWith("1.1.", StringComparison.Ordinal))
                .Select(block => block.Text[..5]));
        Assert.Contains(document.Blocks, block => block is { Kind: BlockKind.Heading, Text: "1.2 面临形势" });
    }

    [Fact]
    public void Parse_TitleAfterACommaThatWasAStop_IsAHeading()
    {
        var document = Parse(
            "一、发展基础",
            "云溪县五年来新建生态茶园三万二千亩，茶叶综合产值占",
            "全市十分之一，农民人均收入增长近一倍，山区乡镇的集",
            "体经济明显壮大，出境断面水质连续五年保持二类，森林",
            "覆盖率稳定在百分之七十以上，空气优良天数比率居全市",
            "前列，一批老茶厂变身研学基地，带动民宿八百家，吸纳",
            "返乡青年两千余人，群众满意度居全市前列，",
            "二、重点任务",
            "布局生态茶园三万亩，建设防护林带和拦沙设施，推广水",
            "肥一体化技术，让六吨以下的冷藏车开进所有连片茶园。");

        Assert.Contains(document.Blocks, block => block is { Kind: BlockKind.Heading, Text: "二、重点任务" });
    }

    [Theory]
    [InlineData("2", "3")]
    [InlineData("2", "市域空间结构图", "3")]
    public void Parse_NumberOfAPageOfAFewWords_IsNoText(params string[] between)
    {
        string[] lines = ["一、重点任务", Page, "1", Page, .. between, Page, "4", Page, "5", Page];

        var document = Parse(lines);

        Assert.Equal(["1", "2", "3", "4", "5"], document.Blocks.Where(block => block.Kind == BlockKind.Noise).Select(block => block.Text));
    }

    [Fact]
    public void Parse_RomanNumeralAloneBetweenLinesOfText_IsAPageNumber()
    {
        var document = Parse("前 言", "云溪县新建生态茶园三万二千亩，改造老茶园一万八千亩，", "I", "茶叶综合产值占全市十分之一。", "一、重点任务", Page);

        Assert.Contains(document.Blocks, block => block is { Kind: BlockKind.Noise, Text: "I" });
        Assert.Contains(document.Blocks, block => block.Text.Contains("一万八千亩，茶叶综合产值", StringComparison.Ordinal));
    }

    [Fact]
    public void Parse_PageNumberGluedToASectionOfDecimals_IsCutOffIt()
    {
        var document = Parse(
            "九、促进开放", "9.1 拓展通道", Page, "9.2 用好平台", Page, "77建设县域合作园区，" + Page, Page, "78图 2 “十四五”云溪县县域功能布局图", Page,
            "十、优化布局", "云溪县县域功能布局见下图和附表，具体范围以批准的为准", "7910.1 推动县城综合功能升级", Page, "10.2 建设特色小镇", Page,
            "80建设茶旅线路，" + Page, "10.3 保护乡村风貌", "81建设生态茶园，" + Page);

        Assert.Equal(
            ["9.1 拓展通道", "9.2 用好平台", "10.1 推动县城综合功能升级", "10.2 建设特色小镇", "10.3 保护乡村风貌"],
            document.Nodes.Where(node => node.Depth == 2).Select(node => node.Heading));
    }

    [Fact]
    public void Parse_DecimalsOfWhichOneIsLost_GoOn()
    {
        var document = Parse(
            "九、促进开放", "9.1 拓展通道", Page, "9.2 用好平台", Page, "十、优化布局", "推动县城综合功能升级", Page, "10.2 建设特色小镇", Page, "10.3 保护乡村风貌", Page);

        Assert.Equal(
            ["9.1 拓展通道", "9.2 用好平台", "10.2 建设特色小镇", "10.3 保护乡村风貌"],
            document.Nodes.Where(node => node.Heading.Contains('.', StringComparison.Ordinal)).Select(node => node.Heading));
    }

    [Fact]
    public void Parse_FootnoteAfterALineCutAtAComma_IsNoPartOfItsSentence()
    {
        var document = Parse(
            "一、提升现代渔业",
            "推动海洋碳汇①交易试点，探索建立蓝碳核算方法，支持沿海乡",
            "镇发展贝藻养殖，让渔民从保护中增收，建设种质资源库和良种",
            "压减近海捕捞强度，淘汰老旧木质渔船，发展大型养殖装备，建",
            "设深远海养殖平台，培育本土新品种，提高良种覆盖率和存活率，",
            "① 海洋碳汇：红树林、海草床以及藻类、贝类等吸收并储存大气",
            "中二氧化碳的过程、活动和机制。",
            "3",
            "推动养殖由近岸向深远海拓展，带动沿海乡镇就业增收，形成养",
            "殖、加工、冷链和休闲渔业一体发展的格局，渔民人均收入稳步",
            "提高。" + Page,
            "4",
            Page,
            "5");

        Assert.Contains(document.Blocks, block => block.Text.StartsWith("① 海洋碳汇：", StringComparison.Ordinal));
    }

    [Fact]
    public void Parse_FirstOfTwoPrinciplesCutWithinItsNumber_IsOneSentence()
    {
        // What opens the second line looks like the first heading of the plan.
        string[] lines =
        [
            "（一）指导思想",
            "以推动高质量发展为主题，以提高供给质量为主攻方向，坚持质量第",
            "一、效益优先，强化企业主体作用，建设高水平质量基础设施，努力",
            "打造全省有影响的质量高地，让人民群众在质量提升中有更多的获得",
            "感。",
            "（二）主要目标",
        ];

        foreach (var document in new[] { Parse([.. lines, Page]), Parse([.. Enumerable.Repeat(lines, 8).SelectMany(line => line)]) })
        {
            Assert.All(
                document.Blocks.Where(block => block.Text.Contains("效益优先", StringComparison.Ordinal)),
                block => Assert.Contains("坚持质量第一、效益优先", block.Text, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("　　", false)]
    [InlineData("", true)]
    public void Parse_ShortParagraphs_BeginWhereAnIndentOrABlankLineSaysSo(string indent, bool isBlankBetween)
    {
        // Most lines begin a paragraph; one of them happens to be full and to end a sentence.
        string[] paragraphs =
        [
            "现代服务业引领区：大力发展总部经济、金融服务、专业服务，建成\n都市圈商务商贸核心。",
            "创新创业活力区：建设环大学创新圈。",
            "幸福生活样板区：打造宜居宜业新城。",
            "国际交往枢纽：集聚国际组织、会展赛事和跨国机构，提升国际化。",
            "五、主要目标",
            "居民人均可支配收入稳步增长。",
            "到二〇二五年，地区生产总值达到一千六百亿元，研发投入强度达到\n百分之四。",
        ];
        var document = Parse(
            [.. Enumerable.Repeat(paragraphs, 4).SelectMany(all => all)
                .SelectMany(text => (indent + text).Split('\n').Concat(isBlankBetween ? [""] : []))]);

        Assert.Equal(4, document.Blocks.Count(block => block.Text == "国际交往枢纽：集聚国际组织、会展赛事和跨国机构，提升国际化。"));
        Assert.Equal(4, document.Blocks.Count(block => block.Text == "五、主要目标"));
        Assert.Equal(4, document.Blocks.Count(block => block.Text.EndsWith("建成都市圈商务商贸核心。", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("1", "2", "3")]
    [InlineData("12", "13", "14")]
    public void Parse_PageNumbersGluedToHeadingsOfAShortPlan_AreCutOff(string first, string second, string third)
    {
        var document = Parse(
            "一、发展基础",
            Page,
            first + "2020年全县茶叶产量达到一万吨。" + Page,
            "二、主要任务",
            Page,
            second + "（一）建设茶园",
            Page,
            "（二）培育品牌",
            third + "推动茶旅融合发展。" + Page);

        Assert.Contains(document.Blocks, block => block is { Kind: BlockKind.Heading, Text: "（一）建设茶园" });
        Assert.Equal([first, second, third], document.Blocks.Where(block => block.Kind == BlockKind.Noise).Select(block => block.Text));
    }

    [Fact]
    public void Parse_ContentsPageAloneInAWrappedSpan_IsNothingToPutTogether()
    {
        // Its lines are as wide as one another, and each stops in mid-sentence.
        var document = Parse(
            "....",
            "短",
            "第",
            "发展定位....................................................7",
            "基本遵循....................................................9",
            "预期目标....................................................11",
            "第三章 空间格局.............................................12",
            "领...");

        Assert.Contains(document.Blocks, block => block.Kind == BlockKind.Contents);
    }

    private static PlanDocument Parse(params string[] lines) => PlanParser.Parse(PlanText.Raw(lines));
}
