using System.Text;
using PlanSearch.Corpus.Ingest.Metadata;
using PlanSearch.Plans.Metadata;
using PlanSearch.Plans.Reading.Formats.Sheets;
using PlanSearch.TestSupport;

namespace PlanSearch.Corpus.Tests.Ingest.Metadata;

public sealed class MetadataTableTests
{
    private static readonly DivisionTree Divisions = DivisionTree.Load(Repository.ReferenceData);

    public static TheoryData<string, string> BadRows => new()
    {
        { "编号,层级\n甲,县\n", "第 2 行：“level”只能是国家、省级、市级、县级、乡级、功能区、未知，不能是“县”" },
        { "编号,地区\n甲,岚江省/无此市/无此县\n", "第 2 行：区划表中没有“岚江省/无此市/无此县”" },
        { "编号,标题\n,某规划\n", "第 2 行：“编号”是空的" },
        { "编号,标题\n甲,一\n甲,二\n", "第 3 行：“甲”在前面已有一行" },
        { "标题\n一\n", "第 1 行：没有名为“编号”的栏" },
        { "编号,sort\n甲,一\n", "第 1 行：“sort”是检索参数的名称" },
        { "编号,标题,标题\n甲,一,二\n", "第 1 行：“标题”重复" },
        { "编号,标题\n甲,\"一\n", "引号不成对" },
    };

    [Theory]
    [MemberData(nameof(BadRows))]
    public void Read_BadRow_IsNamedWithItsLine(string csv, string fault)
    {
        var faults = new List<string>();
        MetadataTable.Read(Encoding.UTF8.GetBytes(csv), Divisions, faults);

        Assert.Contains(fault, Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TableWithoutEnd_IsRefusedWhole()
    {
        var wide = "编号," + string.Join(',', Enumerable.Range(0, SheetReader.MaxColumns)) + "\n";
        var @long = "编号\n" + string.Concat(Enumerable.Range(0, SheetReader.MaxRows).Select(row => $"{row}\n"));

        Assert.All((string[])[wide, @long], csv =>
        {
            var faults = new List<string>();
            Assert.Empty(MetadataTable.Read(Encoding.UTF8.GetBytes(csv), Divisions, faults));
            Assert.Contains("超过", Assert.Single(faults), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Read_BadRowAmongGoodOnes_LosesNoOther()
    {
        var rows = MetadataTable.Read(Encoding.UTF8.GetBytes("编号,层级\n甲,县级\n乙,县\n\n丙,地级\n"), Divisions, []);

        Assert.Equal("甲2 丙5", string.Join(' ', rows.Select(row => $"{row.Plan}{row.Line}")));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb18030")]
    public void Read_EncodingsOfSpreadsheets_GiveTheSame(string encoding)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(encoding)?.GetBytes("编号,标题\n甲,临漪市规划\n")
            ?? "\uFEFF编号,标题\n甲,临漪市规划\n"u8.ToArray();

        Assert.Equal("临漪市规划", Assert.Single(MetadataTable.Read(bytes, Divisions, [])).Values["title"]);
    }

    [Theory]
    [InlineData("岚江省/临漪市", "岚江省/临漪市")]
    [InlineData(" 岚江省 / 临漪市 ", "岚江省/临漪市")]
    [InlineData("岚江省/临漪市/新开发区", "岚江省/临漪市/新开发区")]
    [InlineData("临漪市", "岚江省/临漪市")]
    [InlineData("全国", "全国")]
    public void Read_Region_IsAPath(string cell, string path) =>
        Assert.Equal(path, Assert.Single(Rows("编号,地区\n甲," + cell)).Values["region"]);

    [Fact]
    public void Read_DateThatASpreadsheetCounted_IsADateAgain() =>
        Assert.Equal("2021年4月8日", Assert.Single(Rows("编号,日期\n甲,44294")).Values["date"]);

    [Fact]
    public void Read_CellGuardedAgainstFormulas_IsTheTextItWas() => Assert.Equal("-甲", Assert.Single(Rows("编号,备注\n甲,'-甲")).Values["备注"]);

    private static IReadOnlyList<MetadataRow> Rows(string csv) => MetadataTable.Read(Encoding.UTF8.GetBytes(csv), Divisions, []);
}
