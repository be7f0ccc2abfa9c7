using PlanSearch.Plans.Metadata;

namespace PlanSearch.Plans.Tests.Metadata;

public sealed class MetadataRecognizerTests
{
    public static TheoryData<string, string, string> Titles => new()
    {
        // cover                                                                                region                     level period type short title
        { "C 岚江省国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要",                  "岚江省",                  "省级 十四五 纲要 岚江省“十四五”规划纲要" },
        { "C 临漪市霁湖区国民经济和社会发展\nC 第十四个五年规划和 2035 年\nC 远景目标纲要",      "岚江省/临漪市/霁湖区",    "县级 十四五 纲要 临漪市霁湖区“十四五”规划纲要" },
        { "C 岚江省澄湾新区国民经济和社会发展\nC 第十四个五年规划纲要",                          "岚江省/澄湾新区",         "功能区 十四五 纲要 岚江省澄湾新区“十四五”规划纲要" },
        { "C 岚江省氢能产业发展规划\nC （2021—2025年）",                                         "岚江省",                  "省级 十四五 专项规划 岚江省氢能产业发展规划" },
        { "C 望澜市国民经济和社会发展第十三个五年规划纲要",                                      "岚江省/望澜市",           "地级 十三五 纲要 望澜市“十三五”规划纲要" },
        { "C 石栎县“十四五”林下经济发展规划",                                                    "岚江省/望澜市/石栎县",    "县级 十四五 专项规划 石栎县“十四五”林下经济发展规划" },
        { "C 望澜市优化营商环境行动计划（二〇二一—二〇二五年）",                                 "岚江省/望澜市",           "地级 十四五 行动计划 望澜市优化营商环境行动计划" },
        { "C 临漪市 “十五五” 规划纲要",                                                          "岚江省/临漪市",           "地级 十五五 纲要 临漪市“十五五”规划纲要" },
        { "C 临漪高新技术产业开发区“十四五”发展规划",                                            "岚江省/临漪市/高新技术产业开发区", "功能区 十四五 纲要 临漪高新技术产业开发区“十四五”发展规划" },
        { "C 望澜市教育“十四五”规划",                                                            "岚江省/望澜市",           "地级 十四五 专项规划 望澜市教育“十四五”规划" },
        { "C 岚江省高新技术产业开发区“十四五”发展规划",                                          "岚江省",                  "省级 十四五 专项规划 岚江省高新技术产业开发区“十四五”发展规划" },   // all its zones
        { "C 霁湖区芦荻镇国民经济和社会发展第十四个五年规划",                                    "岚江省/临漪市/霁湖区/芦荻镇", "未知 十四五 纲要 霁湖区芦荻镇“十四五”规划纲要" },
        { "C 中华人民共和国国民经济和社会发展第十四个五年规划纲要",                              "全国",                    "国家 十四五 纲要 中华人民共和国“十四五”规划纲要" },
        { "C 岚江省湿地保护规划（2021—2035年）",                                                 "岚江省",                  "省级 未知 专项规划 岚江省湿地保护规划" },   // fifteen years are no period
        { "C 鼓楼区国民经济和社会发展第十四个五年规划纲要",                                      "",                        "未知 十四五 纲要 鼓楼区“十四五”规划纲要" },   // there are several, and nothing says which
    };

    public static TheoryData<string, string> Heads => new()
    {
        // head of the file                                                                     文号 / 发布机关 / 日期 / 状态
        {
            """
            P 石栎县人民政府关于印发石栎县国民经济和社会发展第十四个五年规划纲要的通知
            P 石政发〔2021〕7号
            P 各乡镇人民政府，县政府各部门：
            P 现将纲要印发给你们，请认真实施。
            P 石栎县人民政府
            P 2021年5月18日
            P 石栎县国民经济和社会发展第十四个五年规划纲要
            P 石栎县地处山区，林地占八成。
            H 第一章 基础
            """,
            "石政发〔2021〕7号 / 石栎县人民政府 / 2021年5月18日 / 正式"
        },
        {
            """
            C 临漪市霁湖区国民经济和社会发展第十四个五年规划纲要
            C 临漪市霁湖区人民政府
            C 二〇二一年九月
            D 目录
            H 第一章 基础
            """,
            "未知 / 临漪市霁湖区人民政府 / 二〇二一年九月 / 正式"
        },
        {
            """
            C 临漪市国民经济和社会发展第十四个五年规划纲要
            P 本纲要由市政府组织编制，是今后五年的行动指南。
            H 第一章 基础
            T 抄送：市委办公室。
            T 临漪市人民政府办公室
            T 2021年4月8日印发
            """,
            "未知 / 临漪市人民政府办公室 / 2021年4月8日 / 正式"
        },
        {
            """
            C 临漪市国民经济和社会发展第十四个五年规划纲要（草案）
            C 二〇二一年一月
            H 第一章 基础
            """,
            "未知 / 未知 / 二〇二一年一月 / 草案"
        },
        {
            """
            C 临漪市国民经济和社会发展第十四个五年规划纲要
            C （征求意见稿）
            H 第一章 基础
            """,
            "未知 / 未知 / 未知 / 征求意见稿"
        },
        {
            """
            P 发文机关：望澜市人民政府
            P 发文字号：望政发〔2021〕3号
            P 成文日期：2021年3月4日
            P 望澜市物流业发展规划
            H 一、基础
            """,
            "望政发〔2021〕3号 / 望澜市人民政府 / 2021年3月4日 / 正式"   // what a web site prints above
        },
        {
            """
            C 望澜市国民经济和社会发展第十四个五年规划纲要
            C （2021年2月3日望澜市第八届人民代表大会第六次会议批准）
            H 第一章 基础
            """,
            "未知 / 未知 / 2021年2月3日 / 正式"
        },
        {
            """
            C 望澜市物流业发展规划（讨论稿）
            C 二Ｏ二一年十月
            H 第一章 基础
            """,
            "未知 / 未知 / 二Ｏ二一年十月 / 讨论稿"
        },
        {
            """
            C 岚江省物流业发展规划
            C 岚江省发展和改革委员会
            C 岚江省交通运输厅
            C 2021 年 11 月
            H 一、基础
            """,
            "未知 / 岚江省发展和改革委员会、岚江省交通运输厅 / 2021年11月 / 正式"
        },
        {
            """
            C 临漪市国民经济和社会发展第十四个五年规划纲要
            P 依据岚政发〔2020〕31号文件，制定本纲要。
            H 第一章 总体布局
            """,
            "未知 / 未知 / 未知 / 未知"   // a number cited in a sentence is another document's
        },
    };

    public static TheoryData<string, string> TitlePlaces => new()
    {
        { "P 为谋划好今后五年，编制《望澜市国民经济和社会发展第十四个五年规划纲要》。\nH 第一章 基础", "望澜市国民经济和社会发展第十四个五年规划纲要" },
        { "P 望澜市人民政府关于印发望澜市国民经济和社会发展第十四个五年规划\nP 和二〇三五年远景目标纲要的通知\nP 望政发〔2021〕2号\nP 各县人民政府：\nH 第一章 基础", "望澜市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要" },
        { "P 望澜市人民政府关于印发望澜市物流业发展规划的通知\nP 望政发〔2021〕3号\nP 望澜市物流业发展规划\nH 第一章 基础", "望澜市物流业发展规划" },
        { "C 望澜市国民经济和社会发展第十四个五年规划\nC 纲要\nH 第一章 基础", "望澜市国民经济和社会发展第十四个五年规划纲要" },
        { "C 望澜市国民经济和社会发展第十四个五年规划纲要\nC （2021年2月3日市人大批准）\nH 第一章 基础", "望澜市国民经济和社会发展第十四个五年规划纲要" },
        { "P 索引号：W001\nP 标题：望澜市物流业发展规划\nP 有效性：有效\nH 第一章 基础", "望澜市物流业发展规划" },
        { "P 临漪市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要，是今后五年的蓝图。\nH 第一章 基础", "临漪市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要" },
        { "P 《岚江省湿地保护规划》，根据有关法规编制。\nH 第一章 基础", "岚江省湿地保护规划" },
        { "P 各县人民政府：\nP 现将《望澜市物流业发展规划》印发给你们。\nH 第一章 基础", "望澜市物流业发展规划" },
        { "P 望澜市人民政府关于印发望澜市\nP 物流业发展规划的通知\nH 第一章 基础", "望澜市物流业发展规划" },
        { "C 内部资料\nC 岚江省氢能产业发展规划\nC 附件1\nH 第一章 基础", "岚江省氢能产业发展规划" },
        { "C 岚江省人民政府文件\nC 岚江省氢能产业发展规划\nH 第一章 基础", "岚江省氢能产业发展规划" },
    };

    [Theory]
    [MemberData(nameof(Titles))]
    public void Recognize_TitleOnTheCover_GivesRegionLevelPeriodTypeAndShortTitle(string cover, string region, string rest)
    {
        var metadata = Recognize($"{cover}\nH 第一章 基础");

        Assert.Equal(region, string.Join('/', metadata.RegionPath));
        Assert.Equal(rest, $"{metadata.Level} {metadata.Period} {metadata.Type} {metadata.ShortTitle}");
    }

    [Theory]
    [MemberData(nameof(Heads))]
    public void Recognize_HeadOfTheFile_GivesNumberOfficeDateAndState(string head, string expected)
    {
        var metadata = Recognize(head);

        Assert.Equal(expected, $"{metadata.DocumentNumber} / {metadata.Issuer} / {metadata.Date} / {metadata.State}");
    }

    [Theory]
    [MemberData(nameof(TitlePlaces))]
    public void Recognize_TitleElsewhereThanOnTheCover_FindsIt(string head, string title) => Assert.Equal(title, Recognize(head).Title);

    [Fact]
    public void Recognize_NoTitleAnywhere_TakesTheFileNameAndSaysUnknown()
    {
        var metadata = Recognize("H 第三节 能源\nP 科学编制国土空间规划。");

        Assert.Equal("plan-17", metadata.Title);
        Assert.Empty(metadata.RegionPath);
        Assert.Equal("标题 地区 文号 层级 时期 类型 发布机关 日期 状态", string.Join(' ', metadata.UnknownFields));
        Assert.Empty(metadata.Inferences);
    }

    [Fact]
    public void Recognize_NoTitleButATextFullOfItsProvince_ConcludesItAndSaysHow()
    {
        var text = string.Concat(Enumerable.Repeat("P 全省统筹岚江各市发展，“十四五”时期岚江省迈上台阶。\n", 15));

        var metadata = Recognize("H 第三节 能源\n" + text + string.Concat(Enumerable.Repeat("P “十四五”任务。\n", 6)));

        Assert.Equal("岚江省", string.Join('/', metadata.RegionPath));
        Assert.Equal("十四五", metadata.Period);
        Assert.Contains("标题", metadata.UnknownFields);
        Assert.Collection(
            metadata.Inferences,
            region => Assert.StartsWith("地区：岚江省。文件没有标题；正文自称“全省”“我省”15次，提到岚江省30次", region, StringComparison.Ordinal),
            period => Assert.StartsWith("时期：十四五。", period, StringComparison.Ordinal));
    }

    [Fact]
    public void Recognize_TwoProvincesNamedAlike_LeavesTheRegionUnknown()
    {
        var text = string.Concat(Enumerable.Repeat("P 全省推进岚江省与辽宁省协作。\n", 30));

        Assert.Empty(Recognize("H 第三节 能源\n" + text).RegionPath);
    }

    [Fact]
    public void Recognize_AmbiguousDistrictNamedWithItsCityInTheText_IsThatOneAndSaysSo()
    {
        var metadata = Recognize("C 鼓楼区国民经济和社会发展第十四个五年规划纲要\nP 福州市鼓楼区地处城中。\nH 第一章 基础");

        Assert.Equal("福建省/福州市/鼓楼区", string.Join('/', metadata.RegionPath));
        Assert.Contains("福州市鼓楼区", Assert.Single(metadata.Inferences), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "全文")]
    [InlineData(false, "节选")]
    public void Recognize_NumberingWithOrWithoutGaps_GivesCompleteness(bool isComplete, string completeness) =>
        Assert.Equal(
            completeness,
            MetadataRecognizer.Recognize(PlanSketch.Of("H 第一章 基础", isComplete), "a.txt", ReferenceData.Divisions).Completeness);

    private static PlanMetadata Recognize(string lines) =>
        MetadataRecognizer.Recognize(PlanSketch.Of(lines), "plan-17.txt", ReferenceData.Divisions);
}
