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
            .Concat(RuleExample.All().Select(example => (example.Rule, PlanText.Raw([.. example.Lines]))))
            .Append(("unlikely bytes", Read(Gb18030.GetBytes(string.Concat(Enumerable.Repeat("㐀㐁㐂㐄㐅", 20))))))
            .Append(("a reserved character", Read(Encoding.UTF8.GetBytes("第一章 湖城\uFFFF新貌"))))
            .Append(("a page without text", PrintedWith("", emptyPage: true)))
            .Append(("glyphs without a name", PrintedWith("<5200> <52FF> <5200>", emptyPage: false)));

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
