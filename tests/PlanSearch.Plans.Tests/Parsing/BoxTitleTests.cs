using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Tests.Parsing;

public sealed class BoxTitleTests
{
    public static TheoryData<string, string, string> Titles => new()
    {
        { "专栏1 湖区治理工程",        "专栏1",     "湖区治理工程" },
        { "专栏 12 老城改造",          "专栏 12",   "老城改造" },
        { "专栏3：文化布局",           "专栏3",     "文化布局" },
        { "专栏 1-1 数字底座",         "专栏 1-1",  "数字底座" },
        { "专栏一 民生清单",           "专栏一",    "民生清单" },
        { "专栏十二：民生清单",         "专栏十二",  "民生清单" },
        { "【专栏5】冷链工程",          "【专栏5",   "冷链工程" },
        { "专栏6“链长”行动",          "专栏6",     "“链长”行动" },     // blank lost before a quote
        { "专栏7",                   "专栏7",     "" },
        { "专　栏 8　港口工程",         "专　栏 8",  "港口工程" },
    };

    [Theory]
    [MemberData(nameof(Titles))]
    public void Read_Title_GivesLabelAndTitle(string line, string label, string title)
    {
        var read = BoxTitle.Read(line);

        Assert.True(read.IsTitle);
        Assert.Equal((label, title), (line[..read.LabelEnd], line[read.TitleStart..]));
    }

    [Theory]
    [InlineData("专栏5所列项目由各县（区）组织实施")]
    [InlineData("专栏5中的项目按年度滚动安排。")]
    [InlineData("专栏形式列出")]
    [InlineData("详见专栏5")]
    [InlineData("专栏5 重点项目全部开工。其余项目明年开工。")]
    [InlineData("")]
    public void Read_SentenceAboutABox_GivesNone(string line) => Assert.False(BoxTitle.Read(line).IsTitle);
}
