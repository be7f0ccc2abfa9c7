using PlanSearch.TestSupport;

namespace PlanSearch.Plans.Tests.Parsing;

/// <summary>What a person finds by reading the real plans must be in the logical text.</summary>
public sealed class RealPlanTests
{
    [SharedPlansTheory]
    [InlineData("liaoyang", "2025年", 33)]          // most of them printed with a stray blank
    [InlineData("liaoyang", "营商环境", 21)]
    [InlineData("liaoning", "营商环境", 4)]
    [InlineData("yinzhou", "营商环境", 12)]
    [InlineData("shuangta", "营商环境", 11)]
    [InlineData("shenfu", "营商环境", 26)]
    [InlineData("liaoyang", "氢能", 4)]
    [InlineData("liaoning", "氢能", 4)]
    [InlineData("shenfu", "氢能", 33)]
    [InlineData("shenfu", "飞地经济", 1)]            // cut by a page break
    [InlineData("shenfu", "大连理工大学", 1)]         // cut by a page break
    [InlineData("shenfu", "固体废弃物", 1)]          // cut by a page break, a footnote between
    public void Parse_RealPlan_HoldsEveryMention(string plan, string words, int count) =>
        Assert.Equal(count, Count(plan, words, searched: true));

    [SharedPlansFact]
    public void Parse_RealPlans_KeepMentionsOfContentsPagesApart() =>
        Assert.Equal(4, Repository.SharedPlanFiles.Sum(path => Count(Path.GetFileNameWithoutExtension(path), "营商环境", searched: false)));

    private static int Count(string plan, string words, bool searched)
    {
        var document = PlanText.ParseFile(Path.Combine(Repository.SharedPlans, plan + ".txt"));
        return document.Blocks.Where(block => block.IsSearched == searched).Sum(block => block.Text.Split(words).Length - 1);
    }
}
