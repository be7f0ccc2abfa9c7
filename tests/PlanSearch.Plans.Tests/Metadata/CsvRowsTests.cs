using PlanSearch.Plans.Metadata;

namespace PlanSearch.Plans.Tests.Metadata;

public sealed class CsvRowsTests
{
    public static TheoryData<string, string[][]> Texts => new()
    {
        { "", [] },
        { "a,b\n1,2", [["a", "b"], ["1", "2"]] },
        { "a,b\r\n1,\r\n", [["a", "b"], ["1", ""]] },
        { "\uFEFFa\n\n1\n", [["a"], ["1"]] },
        { "\"澄湾,新区\",\"“\"\"”\"\n", [["澄湾,新区", "“\"”"]] },
        { "\"two\nlines\",x", [["two\nlines", "x"]] },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Split_Text_GivesRowsOfCells(string text, string[][] rows) =>
        Assert.Equal(rows, CsvRows.Split(text).Select(row => row.ToArray()));
}
