using System.Collections.Immutable;
using PlanSearch.Answers.Certificates;
using PlanSearch.Cli.Printing;
using PlanSearch.Index.Stored;

namespace PlanSearch.Cli.Tests.Printing;

public sealed class CertificatePrinterTests
{
    private static readonly Certificate Whole = new()
    {
        Query = "氢能",
        InWords = "含“氢能”",
        NormalForm = "氢能",
        Mode = "literal",
        Exact = false,
        Filters = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty,
        Mentions = 74,
        Records = 31,
        Plans = 5,
        PlansWithout = 2,
        PlansSearched = 7,
        Excluded = new ExcludedCounts(0, 0, 0, 0),
        NotSearched = [],
        Partial = [],
        Generation = 3,
        Digest = "0123456789abcdef0123456789abcdef",
        Versions = ImmutableSortedDictionary<string, string>.Empty,
        Time = DateTimeOffset.UnixEpoch,
        Complete = true,
    };

    [Fact]
    public void Print_NothingLeftOut_SaysTotalsAndData() =>
        Assert.Equal(
            """
            含“氢能”：74 处 · 31 章节 · 5 份；检索 7 份，2 份未提及
            数据版本 3，校验码 0123456789ab，合并全半角、大小写和繁简

            """,
            Printed(Whole));

    [Fact]
    public void Print_ThingsLeftOut_NamesEach() =>
        Assert.Equal(
            """
            含“氢能”：74 处 · 31 章节 · 5 份；检索 7 份，2 份未提及
            未计入：目录 4 处 · 封面 1 处 · 版面文字 0 处 · 更长的字母数字串 2 处
            筛选：层级 市级、-县级；时期 十四五
            节选 1 份：lanjiang
            未能检索：bad.txt：不是文本。
            数据版本 3，校验码 0123456789ab，区分繁简和全半角

            """,
            Printed(Whole with
            {
                Exact = true,
                Excluded = new ExcludedCounts(4, 1, 0, 2),
                Filters = Whole.Filters.Add("period", ["十四五"]).Add("level", ["市级", "-县级"]),
                Partial = ["lanjiang"],
                NotSearched = [new NotSearched("bad.txt", "不是文本。")],
                Complete = false,
            }));

    [Fact]
    public void Print_PlansThatWereVerified_SaysHowMany() =>
        Assert.Contains("\n逐份读出判断 3 份，其余由集群计数\n", Printed(Whole with { PlansVerified = 3 }), StringComparison.Ordinal);

    private static string Printed(Certificate certificate)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        CertificatePrinter.Print(certificate, writer);
        return writer.ToString();
    }
}
