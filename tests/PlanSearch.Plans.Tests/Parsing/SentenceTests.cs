using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Tests.Parsing;

public sealed class SentenceTests
{
    [Theory]
    [InlineData("金融业发展规划；（十", true)]
    [InlineData("金融业发展规划；（", true)]
    [InlineData("金融业发展规划（十）", false)]
    [InlineData("金融业发展规划（修订版和说明", false)]
    public void EndsInNumber_TextBeforeACut_SeesTheOpenBracket(string text, bool ends) => Assert.Equal(ends, Sentence.EndsInNumber(text));

    [Theory]
    [InlineData("建设水厂。（责任单位：县水务局）", true)]
    [InlineData("建设水厂（县水务局牵头）", true)]
    [InlineData("建设水厂（一期）", false)]
    [InlineData("建设水厂。", false)]
    public void EndsWithNote_TextWithBrackets_TellsNotesFromRemarks(string text, bool ends) =>
        Assert.Equal(ends, Sentence.EndsWithNote(text));

    [Theory]
    [InlineData("建成三座水库。", "Stop")]
    [InlineData("做到“应收尽收。”", "Stop")]          // closing quote after the stop
    [InlineData("明确四项制度。③", "Stop")]           // footnote mark after the stop
    [InlineData("（详见附表）", "Open")]
    [InlineData("推进以下工程：", "Colon")]
    [InlineData("改造干渠；", "Semicolon")]
    [InlineData("建设“一带两区”", "Open")]
    [InlineData("建设“一带两区”⑪", "Open")]
    [InlineData("沿湖布设", "Open")]
    [InlineData("", "Stop")]
    public void EndOf_Text_TellsHowItEnds(string text, string ending) =>
        Assert.Equal(ending, Sentence.EndOf(text).ToString());

    [Theory]
    [InlineData("培育轴承产业。以三家企业为龙头，延伸链条。", "培育轴承产业。")]
    [InlineData("供水工程：新建水厂两座。", "供水工程：")]
    [InlineData("【冷链下山】在县城建设冷库。", "【冷链下山】")]
    [InlineData("落实“三张清单（权力：责任）”制度。继续压减时限。", "落实“三张清单（权力：责任）”制度。")]
    [InlineData("培育轴承产业。", "")]                  // nothing after it: no lead
    [InlineData("到2025年，全市建成高标准农田三十万亩，粮食产量稳定在八十万吨以上，仓容够用。其中湖区占六成。", "")]
    [InlineData("改造干渠；新建支渠。", "")]
    [InlineData("", "")]
    public void LeadOf_Text_GivesTheRunInLead(string text, string lead) =>
        Assert.Equal(lead, text[..Sentence.LeadOf(text)]);
}
