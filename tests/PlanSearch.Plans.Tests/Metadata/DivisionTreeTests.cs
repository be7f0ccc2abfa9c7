using PlanSearch.Plans.Metadata;

namespace PlanSearch.Plans.Tests.Metadata;

public sealed class DivisionTreeTests
{
    private static readonly DivisionTree Tree = ReferenceData.Divisions;

    public static TheoryData<string, string, string> Names => new()
    {
        // text                          rest             divisions it may mean
        { "辽阳市国民经济",               "国民经济",       "辽宁省/辽阳市" },
        { "朝阳市双塔区国民经济",         "国民经济",       "辽宁省/朝阳市/双塔区" },
        { "辽宁省双塔区规划",             "规划",           "辽宁省/朝阳市/双塔区" },      // a level left out
        { "吉林省长春市朝阳区规划",       "规划",           "吉林省/长春市/朝阳区" },
        { "吉林市规划",                   "规划",           "吉林省/吉林市" },              // not the province's alias and a stray 市
        { "朝阳区规划",                   "规划",           "北京市/朝阳区 吉林省/长春市/朝阳区" },
        { "岚江省澄湾新区规划",           "规划",           "岚江省/澄湾新区" },
        { "辽宁省沈抚改革创新示范区规划", "规划",           "辽宁省/沈抚改革创新示范区" },  // the table has it with its province in front
        { "岚江氢能规划",                 "氢能规划",       "岚江省" },
        { "岚江市规划",                   "岚江市规划",     "" },                            // an alias cut out of a longer name
        { "临漪市石栎县规划",             "石栎县规划",     "岚江省/临漪市" },               // a county of another city narrows nothing
        { "氢能产业规划",                 "氢能产业规划",   "" },
        { "",                             "",               "" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Match_TextThatBeginsWithNames_FollowsThemDownTheTree(string text, string rest, string divisions)
    {
        var match = Tree.Match(text, 0);

        Assert.Equal(rest, text[match.End..]);
        Assert.Equal(divisions, string.Join(' ', match.Candidates));
    }

    [Fact]
    public void Load_ShippedTables_PutsEveryDivisionAfterTheOneItLiesIn()
    {
        Assert.True(Tree.Divisions.Length > 3000);
        var seen = new HashSet<Division>();
        foreach (var division in Tree.Divisions)
        {
            Assert.True(division.Parent is null || seen.Contains(division.Parent), division.ToString());
            seen.Add(division);
        }
    }

    [Fact]
    public void Load_FolderWithoutTables_NamesTheMissingFile()
    {
        var fault = Assert.Throws<FileNotFoundException>(() => DivisionTree.Load(AppContext.BaseDirectory));

        Assert.Contains("regions.csv", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Named_AmbiguousName_GivesEveryDivision() => Assert.True(Tree.Named("鼓楼区").Length > 1);
}
