using System.Text;
using PlanSearch.Plans.Files;
using PlanSearch.Plans.Parsing;
using PlanSearch.Plans.Tests.Parsing;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Plans.Tests.Noise;

/// <summary>What a conversion does to the lines of a plan does not change its tree.</summary>
public sealed class LayoutNoiseTests(ITestOutputHelper output)
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    // Where the real plans stay below 1 without any noise: one of them has commas for full stops, told by the width of its page (R-JOIN-6),
    // and the typesetter has undone the page breaks that showed it.
    private const double Lossless = 0.999;

    // A wrap loses where a paragraph ends whose last line happens to be full, if neither an indent nor a blank line is left: about one in
    // W of them. Leads show most of those; what has none continues. The page numbers fall elsewhere with every seed.
    private const double WrappedOwn = 0.98;
    private const double WrappedReal = 0.97;

    private static readonly Dictionary<string, (LayoutNoise Noise, double Own, double Real)> Kinds = new()
    {
        ["as it is"] = (new LayoutNoise(), 1, Lossless),
        ["CRLF"] = (new LayoutNoise { LineEnd = "\r\n" }, 1, Lossless),
        ["GB18030"] = (new LayoutNoise { Encoding = Gb18030 }, 1, Lossless),
        ["UTF-16"] = (new LayoutNoise { Encoding = Encoding.Unicode }, 1, Lossless),
        ["Markdown bold"] = (new LayoutNoise { Bold = true }, 1, Lossless),
        ["U+3000 indents"] = (new LayoutNoise { Indent = "\u3000\u3000" }, 1, Lossless),
        ["ASCII brackets, --"] = (new LayoutNoise { AsciiSigns = true }, 1, Lossless),
        ["no blank lines"] = (new LayoutNoise { BlankLines = false }, 1, Lossless),
        ["page numbers"] = (new LayoutNoise { PageSize = 600, PageNumber = PageNumber.Bare }, 1, Lossless),
        ["dressed page numbers"] = (new LayoutNoise { PageSize = 600, PageNumber = PageNumber.Dressed }, 1, Lossless),
        ["spaced page numbers"] = (new LayoutNoise { PageSize = 600, PageNumber = PageNumber.Spaced }, 1, Lossless),

        // A page number before a digit (12 and 5G) may be cut one digit off.
        ["glued page numbers"] = (new LayoutNoise { PageSize = 600, PageNumber = PageNumber.Glued }, 0.995, 0.99),
        ["wrapped, blank lines"] = (new LayoutNoise { WrapAt = 32 }, 0.99, 0.99),
        ["wrapped, indents"] = (new LayoutNoise { WrapAt = 34, BlankLines = false, Indent = "\u3000\u3000" }, 0.99, 0.99),
        ["wrapped, dropped indents"] = (new LayoutNoise { WrapAt = 36, BlankLines = false, DroppedIndent = true }, WrappedOwn, WrappedReal),
        ["wrapped"] = (new LayoutNoise { WrapAt = 30, BlankLines = false }, WrappedOwn, WrappedReal),
        ["wrapped narrowly"] = (new LayoutNoise { WrapAt = 26, BlankLines = false }, WrappedOwn, WrappedReal),
        ["wrapped by width"] = (new LayoutNoise
        {
            WrapAt = 32,
            ByWidth = true,
            BlankLines = false,
            DroppedIndent = true
        }, WrappedOwn, WrappedReal),
        ["wrapped by width, indents of four blanks"] = (new LayoutNoise
        {
            WrapAt = 36,
            ByWidth = true,
            BlankLines = false,
            Indent = "    "
        }, 0.99, 0.99),
        ["wrapped, double spaced"] = (new LayoutNoise { WrapAt = 33, BlankLines = false, DoubleSpaced = true }, WrappedOwn, WrappedReal),
        ["wrapped, dressed page numbers"] = (new LayoutNoise
        {
            WrapAt = 40,
            BlankLines = false,
            PageSize = 600,
            PageNumber = PageNumber.Dressed
        }, WrappedOwn, WrappedReal),
        ["wrapped, glued page numbers"] = (new LayoutNoise
        {
            WrapAt = 38,
            BlankLines = false,
            PageSize = 600,
            PageNumber = PageNumber.Glued
        }, WrappedOwn, WrappedReal),

        // Empty cells leave no line, so a table with merged cells, or of words alone, cannot be told from short lines.
        ["a cell a line"] = (new LayoutNoise { CellPerLine = true }, 0.95, 0.95),
    };

    public static TheoryData<string> Names => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Parse_SamplePlansUnderNoise_GivesTheSameTree(string name) => Check(name, Repository.SamplePlanFiles, Kinds[name].Own);

    [SharedPlansTheory]
    [MemberData(nameof(Names))]
    public void Parse_RealPlansUnderNoise_GivesTheSameTree(string name) => Check(name, Repository.SharedPlanFiles, Kinds[name].Real);

    private void Check(string name, IReadOnlyList<string> files, double bar)
    {
        var seed = Seed.Take(output.WriteLine);
        var (same, all) = (0.0, 0);
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var document = PlanText.ParseFile(file);
            var bytes = new Typesetter(Kinds[name].Noise, new Random(seed)).Print(document);
            var noisy = PlanParser.Parse(PlanReader.Read(bytes).Source!);
            DocumentCheck.Run(noisy);
            var want = TreeShape.Of(document);
            var (share, missing) = TreeShape.Compare(want, TreeShape.Of(noisy));
            (same, all) = (same + (share * want.Count), all + want.Count);
            output.WriteLine($"{Path.GetFileName(file)}, {name}: {share:0.0000} of {want.Count} blocks");
            foreach (var block in missing.Take(40))
            {
                output.WriteLine($"  {block}");
            }
        }

        Assert.True(same / all >= bar, $"{name}: {same / all:0.0000} of the blocks are as they were, the bar is {bar}");
    }
}
