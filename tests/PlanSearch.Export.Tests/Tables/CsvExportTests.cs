using System.Text;
using PlanSearch.Answers.Mentions;
using PlanSearch.Export.Cells;
using PlanSearch.Export.Tables;
using PlanSearch.TestSupport;

namespace PlanSearch.Export.Tests.Tables;

public sealed class CsvExportTests
{
    public static TheoryData<string, string> Cells => new()
    {
        // text           as written
        { "",             "" },
        { "氢能",          "氢能" },
        { "=1+1",         "'=1+1" },
        { "+HYPERLINK",   "'+HYPERLINK" },
        { "@SUM",         "'@SUM" },
        { "\tx",          "'\tx" },
        { "\r=1",         "'\r=1" },
        { "-推进",         "'-推进" },
        { "-",            "'-" },
        { "-4",           "-4" },
        { "-14.5",        "-14.5" },
        { "-3%",          "-3%" },
        { "+5",           "+5" },
        { "-1,234.5",     "-1,234.5" },
        { "-4万吨",        "'-4万吨" },
        { "-1+cmd",       "'-1+cmd" },
        { "-4\n",         "'-4\n" },
        { "5-4",          "5-4" },
        { "——推进",        "——推进" },
    };

    [Theory]
    [MemberData(nameof(Cells))]
    public void Guard_Cell_IsPrefixedOnlyWhereItCouldBeAFormula(string text, string written) => Assert.Equal(written, CsvCell.Guard(text));

    [Fact]
    public async Task WriteAsync_Mentions_AreRowsBetweenHeaderAndCertificate()
    {
        using var corpus = InventedCollection.Open(
            InventedCollection.Built(new HandMadePlan("甲").Paragraph("=氢能,“a”\"b\"").Paragraph("无")));
        using var output = new MemoryStream();

        await CsvExport.WriteAsync(corpus.StreamMentions(InventedCollection.Ask("氢能"), default).Value!, output, default);

        var bytes = output.ToArray();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3).Split("\r\n");
        Assert.Equal(4, lines.Length);
        Assert.Equal(string.Join(',', CsvExport.Columns), lines[0]);
        Assert.Contains(",'=,氢能,\",“a”\"\"b\"\"\",", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("# certificate,\"{\"\"query\"\":\"\"氢能\"\"", lines[2], StringComparison.Ordinal);
        Assert.Contains(CsvExport.GuardNote, lines[2], StringComparison.Ordinal);
        Assert.Equal("", lines[3]);
    }

    [Fact]
    public async Task WriteAsync_ColumnsForCoding_AreBlankBehindTheOthers()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(new HandMadePlan("甲").Paragraph("氢能")));
        using var output = new MemoryStream();
        var mentions = corpus.StreamMentions(InventedCollection.Ask("氢能"), default).Value!;

        await CsvExport.WriteAsync(mentions with { Coding = CodingColumns.Read("编码，=备注").Value!.Names }, output, default);

        var lines = Encoding.UTF8.GetString(output.ToArray()).TrimStart('\uFEFF').Split("\r\n");
        Assert.Equal(string.Join(',', CsvExport.Columns) + ",编码,'=备注", lines[0]);
        Assert.Matches(",m[0-9a-z]{16},,$", lines[1]);
    }

    [Theory]
    [InlineData("甲,甲")]
    [InlineData("1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21")]
    public void Read_ColumnsThatCannotBe_AreAFault(string columns) =>
        Assert.Equal("coding_invalid", CodingColumns.Read(columns).Fault!.Code);
}
