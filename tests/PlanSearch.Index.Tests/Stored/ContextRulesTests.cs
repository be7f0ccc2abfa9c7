using PlanSearch.Index.Stored;
using PlanSearch.TestSupport;

namespace PlanSearch.Index.Tests.Stored;

public sealed class ContextRulesTests
{
    public static TheoryData<string, string[], string> Texts => new()
    {
        { "落实《氢能产业发展规划》要求", ["《氢能产业发展规划》"], "one" },
        { "《甲规划》《乙规划》", ["《甲规划》", "《乙规划》"], "two side by side" },
        { "《关于印发〈甲规划〉和《乙规划》的通知》后", ["《关于印发〈甲规划〉和《乙规划》的通知》"], "the outer one, whatever signs the inner one has" },
        { "《甲规划未完", [], "never closed" },
        { "甲》乙《丙》", ["《丙》"], "closed before it is opened" },
        { "《甲\t乙》\t《丙》", ["《丙》"], "not from one cell to the next" },
        { "《甲《乙》丙", ["《乙》"], "the outer one is never closed" },
        { "", [], "nothing" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void BookTitles_OfAText_AreTheOutermostClosedOnes(string text, string[] titles, string why) =>
        Assert.True(
            titles.SequenceEqual(
                ContextRules.BookTitles(PlanContext.Running, text).Select(title => text.Substring(title.Start, title.Length))),
            why);

    [Fact]
    public void BookTitles_OfAListOfPlans_AreNone() => Assert.Empty(ContextRules.BookTitles(PlanContext.PlanList, "《甲规划》"));

    [Fact]
    public void Of_HeadingsAndTitles_AreTitles() => Assert.Equal(
        [PlanContext.Title, PlanContext.Running, PlanContext.Title, PlanContext.Running, PlanContext.Running],
        Contexts(new HandMadePlan("p").Heading("第一章 总则").Paragraph("氢能").BoxTitle("氢能工程").Entry("加氢站").Footnote("注")));

    [Fact]
    public void Of_BoxOfPlanNames_IsAPlanList() => Assert.Equal(
        [PlanContext.Title, PlanContext.PlanList, PlanContext.PlanList, PlanContext.PlanList, PlanContext.PlanList],
        Contexts(new HandMadePlan("p").BoxTitle("重点专项规划").Entry("氢能产业发展规划；").Entry("《养老服务体系规划》").Entry("数字经济行动计划。").Entry("其他")));

    [Fact]
    public void Of_AnnexThatListsPlansInATable_IsAPlanList() => Assert.Equal(
        [PlanContext.Title, PlanContext.PlanList, PlanContext.PlanList, PlanContext.PlanList],
        Contexts(new HandMadePlan("p").Heading("附件 专项规划目录")
            .Paragraph("1．氢能产业规划").Paragraph("2．综合交通规划").Paragraph("3．生态环境规划")));

    [Fact]
    public void Of_ProjectsUnderATitleThatSpeaksOfAPlan_AreRunning() => Assert.Equal(
        [PlanContext.Title, PlanContext.Running, PlanContext.Running, PlanContext.Running],
        Contexts(new HandMadePlan("p").BoxTitle("规划重大项目清单").Entry("加氢站一期").Entry("污水处理厂").Entry("综合交通规划")));

    [Fact]
    public void Of_TwoPlanNames_AreNotYetAList() => Assert.Equal(
        [PlanContext.Title, PlanContext.Running, PlanContext.Running],
        Contexts(new HandMadePlan("p").BoxTitle("重点规划").Entry("氢能规划").Entry("交通规划")));

    [Fact]
    public void Of_PlanNamesUnderAnotherTitle_AreRunning() => Assert.Equal(
        [PlanContext.Title, PlanContext.Running, PlanContext.Running, PlanContext.Running],
        Contexts(new HandMadePlan("p").BoxTitle("氢能工程").Entry("编制氢能规划").Entry("完善交通规划").Entry("落实生态规划")));

    private static PlanContext[] Contexts(HandMadePlan plan) => [.. ContextRules.Of(plan.Stored(), plan.Texts)];
}
