using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Tests.Parsing;

public sealed class MarkerReaderTests
{
    public static TheoryData<string, string, int, string> Markers => new()
    {
        // line                    kind                  ordinal  words
        { "第一篇 湖城新程",         "Part",                 1, "湖城新程" },
        { "第二部分　主要任务",       "Part",                 2, "主要任务" },         // ideographic space
        { "第十二章　保障措施",       "Chapter",             12, "保障措施" },
        { "第 三 章 总 则",          "Chapter",              3, "总 则" },            // letter-spaced
        { "第3节 空间布局",          "Section",              3, "空间布局" },
        { "第二十节",               "Section",             20, "" },                  // the title stands on the next line
        { "三、主要目标",            "Ideograph",            3, "主要目标" },
        { "二十一、附则",            "Ideograph",           21, "附则" },
        { "（四）基本原则",          "BracketedIdeograph",   4, "基本原则" },
        { "(十一) 口岸建设",         "BracketedIdeograph",  11, "口岸建设" },         // ASCII brackets
        { "5.打造特色园区",          "Arabic",               5, "打造特色园区" },
        { "12. 建设湖滨绿道",        "Arabic",              12, "建设湖滨绿道" },
        { "４、改造老街",            "Arabic",               4, "改造老街" },          // full-width digit
        { "１．粮食安全",            "Arabic",               1, "粮食安全" },          // full-width point
        { "（3）加固堤防",           "BracketedArabic",      3, "加固堤防" },
        { "3）加固堤防",             "BracketedArabic",      3, "加固堤防" },
        { "① 绿氢：电解水制氢",      "Circled",              1, "绿氢：电解水制氢" },
        { "——坚持开放",             "Dash",                 0, "坚持开放" },
        { "--坚持开放",             "Dash",                 0, "坚持开放" },          // -- for ——
        { "◆冷链中心：新建库房",      "Bullet",               0, "冷链中心：新建库房" },
        { "- 3.5G 基站项目",         "Arabic",               3, "5G 基站项目" },       // after a list dash a digit may follow
        { "⼆⼗⼀、附则",            "Ideograph",           21, "附则" },            // Kangxi radicals
        { "（〸⼆）口岸建设",         "BracketedIdeograph",  12, "口岸建设" },         // a Hangzhou numeral folds to 十
        { "第⼋章 保障措施",         "Chapter",              8, "保障措施" },
        { "- 供水改造",             "Bullet",               0, "供水改造" },
    };

    public static TheoryData<string, string> NotMarkers => new()
    {
        // line                     why it is running text
        { "一、二、三产业协调发展",    "一、 before another number enumerates" },
        { "2.69 万亿元产值",         "a digit follows the point: a quantity" },
        { "83.66 岁",              "a quantity" },
        { "2025. 年底",            "four digits are a year" },
        { "第一产业增加值增长4%",     "第一 without 篇, 章 or 节" },
        { "（含）以上",             "no number in the brackets" },
        { "-4.5%",                "a minus" },
        { "—湖滨路段",             "one dash is a range" },
        { "0. 概述",               "numbering begins at 1" },
        { "",                     "nothing" },
    };

    [Theory]
    [MemberData(nameof(Markers))]
    public void Read_LineWithMarker_GivesKindOrdinalAndWords(string line, string kind, int ordinal, string words)
    {
        var marker = MarkerReader.Read(line);

        Assert.Equal((kind, ordinal, words), (marker.Kind.ToString(), marker.Ordinal, line[marker.Rest..]));
    }

    [Theory]
    [MemberData(nameof(NotMarkers))]
    public void Read_RunningText_GivesNone(string line, string why) =>
        Assert.True(MarkerReader.Read(line).Kind is MarkerKind.None, why);
}
