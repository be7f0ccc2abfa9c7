using System.Text;
using PlanSearch.Plans.Parsing;
using PlanSearch.Plans.Reading;
using PlanSearch.Plans.Tests.Parsing;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Plans.Tests.Noise;

/// <summary>What a conversion does to the lines of a plan does not change its tree.</summary>
public sealed class LayoutNoiseTests(ITestOutputHelper output)
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    // The share of blocks that stay as they are. Below 1 is what the noise makes undecidable, with the reason.
    private static readonly Dictionary<string, (LayoutNoise Noise, double Own, double Real)> Kinds = new()
    {
        ["as it is"] = (new LayoutNoise(), 1, 1),
        ["CRLF"] = (new LayoutNoise { LineEnd = "\r\n" }, 1, 1),
        ["GB18030"] = (new LayoutNoise { Encoding = Gb18030 }, 1, 1),
        ["U+3000 indents"] = (new LayoutNoise { Indent = "\u3000\u3000" }, 1, 1),
        ["ASCII brackets, --"] = (new LayoutNoise { AsciiSigns = true }, 1, 1),
        ["no blank lines"] = (new LayoutNoise { BlankLines = false }, 1, 1),
        ["page numbers"] = (new LayoutNoise { PageSize = 600, PageNumber = PageNumber.Bare }, 1, 1),
        ["dressed page numbers"] = (new LayoutNoise { PageSize = 600, PageNumber = PageNumber.Dressed }, 1, 1),
        ["spaced page numbers"] = (new LayoutNoise { PageSize = 600, PageNumber = PageNumber.Spaced }, 1, 1),
        ["glued page numbers"] = (new LayoutNoise { PageSize = 600, PageNumber = PageNumber.Glued }, 1, 1),
        ["wrapped, blank lines"] = (new LayoutNoise { WrapAt = 32 }, 1, 1),
        ["wrapped, indents"] = (new LayoutNoise { WrapAt = 34, BlankLines = false, Indent = "\u3000\u3000" }, 1, 1),
        ["wrapped, dropped indents"] = (new LayoutNoise { WrapAt = 36, BlankLines = false, DroppedIndent = true }, 1, 1),
        ["wrapped"] = (new LayoutNoise { WrapAt = 30, BlankLines = false }, 1, 1),
        ["wrapped narrowly"] = (new LayoutNoise { WrapAt = 26, BlankLines = false }, 1, 1),
        ["wrapped, dressed page numbers"] = (new LayoutNoise { WrapAt = 40, BlankLines = false, PageSize = 600, PageNumber = PageNumber.Dressed }, 1, 1),
        ["wrapped, glued page numbers"] = (new LayoutNoise { WrapAt = 38, BlankLines = false, PageSize = 600, PageNumber = PageNumber.Glued }, 1, 1),
        ["a cell a line"] = (new LayoutNoise { CellPerLine = true }, 1, 1),
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
            foreach (var block in missing.Take(12))
            {
                output.WriteLine($"  {block}");
            }
        }

        Assert.True(same / all >= bar, $"{name}: {same / all:0.0000} of the blocks are as they were, the bar is {bar}");
    }
}
