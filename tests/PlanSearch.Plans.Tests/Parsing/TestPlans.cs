using System.Text;
using PlanSearch.Plans.Files;
using PlanSearch.Plans.Tests.Labels;
using PlanSearch.TestSupport;
using PlanSearch.TestSupport.Formats;

namespace PlanSearch.Plans.Tests.Parsing;

/// <summary>Every invented plan there is: the golden files, the labelled ones, the sample plans and the examples of RULES.md.</summary>
internal static class TestPlans
{
    private static readonly string Data = Path.Combine(Repository.Root, "tests", "PlanSearch.Plans.Tests", "TestData");
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    /// <summary>Each with a name: that of its file, or of the rule whose example it is.</summary>
    public static IEnumerable<(string Name, SourceText Source)> All() =>
        Files("golden").Concat(Repository.SamplePlanFiles).Select(path => (Path.GetFileName(path), PlanText.ParseFile(path).Source))
            .Concat(Files("labelled").Select(path => (Path.GetFileName(path), Read(Encoding.UTF8.GetBytes(LabelledPlan.Read(path).Text)))))
            .Concat(RuleExample.All().Select(example => (example.Rule, example.Source)))
            .Append(("unlikely bytes", Read(Gb18030.GetBytes(string.Concat(Enumerable.Repeat("㐀㐁㐂㐄㐅", 20))))))
            .Append(("a reserved character", Read(Encoding.UTF8.GetBytes("第一章 湖城\uFFFF新貌"))))
            .Append(("a web page", Read(Encoding.UTF8.GetBytes(WebPage))))
            .Append(("a page without text", PrintedWith("", emptyPage: true)))
            .Append(("glyphs without a name", PrintedWith("<5200> <52FF> <5200>", emptyPage: false)));

    // Menu, title, what the site prints under it, article with a table and links to files, footer.
    public const string WebPage =
        """
        <html><head><title>望澜市渔港整治实施方案（2021—2023年）_望澜市人民政府</title></head><body>
        <div class="top"><a>首页</a><a>机构</a><a>公开</a><a>服务</a><a>互动</a><div>当前位置：<a>首页</a> &gt; <a>公开</a></div></div>
        <div class="main"><h1>望澜市渔港整治实施方案（2021—2023年）</h1><div>发布时间：2021-03-04 信息来源：望澜市海洋局</div><div>【打印】</div>
        <div class="text"><p>为整治渔港，制定本方案。</p><p>一、总体要求</p><p>坚持疏堵结合，港区面貌一年一变，渔民收入稳步提高。</p>
        <table><tr><td>渔港</td><td>泊位</td></tr><tr><td>东港</td><td>40</td></tr></table>
        <p>二、保障措施</p><p>各区县落实责任，每季度通报一次进展。</p><p>附件：</p><p><a href="1.docx">附件1.渔港名录.docx</a></p></div></div>
        <div class="foot">主办：望澜市人民政府 <a>网站地图</a></div></body></html>
        """;

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Data, folder), "*.txt").Order(StringComparer.Ordinal);

    // A row of the font's map is taken out, or a page without text is put in.
    private static SourceText PrintedWith(string without, bool emptyPage)
    {
        var sheets = PrintedPlan.Of(PlanPiece.Of(["第一章 总则", .. Enumerable.Repeat("建设加氢站，完善湖滨绿道，发展氢能产业。", 30)]));
        var written = Encoding.Latin1.GetString(PdfFile.Write(emptyPage ? [.. sheets, []] : sheets));
        return Read(Encoding.Latin1.GetBytes(without.Length == 0 ? written : written.Replace(without, "", StringComparison.Ordinal)));
    }

    private static SourceText Read(byte[] bytes) => PlanReader.Read(bytes).Source!;
}
