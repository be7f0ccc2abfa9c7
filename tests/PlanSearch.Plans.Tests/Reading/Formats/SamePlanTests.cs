using PlanSearch.Plans.Files;
using PlanSearch.Plans.Parsing;
using PlanSearch.TestSupport;
using PlanSearch.TestSupport.Formats;

namespace PlanSearch.Plans.Tests.Reading.Formats;

/// <summary>A plan is the same plan in whatever format it comes.</summary>
public sealed class SamePlanTests
{
    public static TheoryData<string> Plans => [.. Repository.SamplePlanFiles.Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Plans))]
    public void Read_Markdown_GivesTheTreeOfTheText(string plan) =>
        AssertSame(plan, "Markdown", MarkdownFile.Write(PiecesOf(plan), LevelsOf(plan)));

    [Theory]
    [MemberData(nameof(Plans))]
    public void Read_Html_GivesTheTreeOfTheText(string plan) => AssertSame(plan, "HTML", HtmlFile.Write(PiecesOf(plan)));

    [Theory]
    [MemberData(nameof(Plans))]
    public void Read_Word_GivesTheTreeOfTheText(string plan)
    {
        var source = AssertSame(plan, "Word（docx）", WordFile.Write(PiecesOf(plan)));

        Assert.Equal(source.Lines.Length, source.Pages.Length);
        Assert.True(source.Pages[^1] > 5, "The stored page breaks were not counted.");
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Read_Ofd_GivesTheTreeOfTheText(string plan)
    {
        var sheets = PrintedPlan.Of(PiecesOf(plan));
        var source = AssertSame(plan, "OFD", OfdFile.Write(sheets), PlanTree.Printed);

        Assert.Equal(sheets.Count, source.Pages[^1]);
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Read_Pdf_GivesTheTreeOfTheText(string plan)
    {
        var sheets = PrintedPlan.Of(PiecesOf(plan));
        var source = AssertSame(plan, "PDF", PdfFile.Write(sheets), PlanTree.Printed);

        Assert.Equal(sheets.Count, source.Pages[^1]);
    }

    [ProgramTheory("soffice")]
    [InlineData("linyi.txt")]
    public void Read_OldWord_GivesTheTreeOfTheText(string plan)
    {
        var source = AssertSame(plan, "Word 97–2003（doc、wps）", OldWordFile.Write(WordFile.Write(PiecesOf(plan)), "doc"));

        Assert.StartsWith("soffice ", source.Program, StringComparison.Ordinal);
    }

    [ProgramTheory("soffice")]
    [InlineData("lanjiang-qingneng.txt")]
    public void Read_RichText_GivesTheTreeOfTheText(string plan) => AssertSame(plan, "RTF", RichTextFile.Write(TextOf(plan).Lines));

    private static SourceText AssertSame(string plan, string format, byte[] bytes, Func<SourceText, string>? tree = null)
    {
        var read = PlanReader.Read(bytes);

        Assert.True(read.Source is not null, read.Failure?.Message);
        Assert.Equal(format, read.Source.Format);
        Assert.Equal((tree ?? PlanTree.Of)(TextOf(plan)), (tree ?? PlanTree.Of)(read.Source));
        return read.Source;
    }

    private static IReadOnlyList<PlanPiece> PiecesOf(string plan) => PlanPiece.Of(TextOf(plan).Lines);

    private static SourceText TextOf(string plan) => PlanReader.Read(File.ReadAllBytes(Path.Combine(Repository.SamplePlans, plan))).Source!;

    private static Func<string, int> LevelsOf(string plan)
    {
        var document = PlanParser.Parse(TextOf(plan));
        var levels = document.Blocks
            .Where(block => block.Kind == BlockKind.Heading && block.Lines.Count() == 1)
            .GroupBy(block => document.Source.Lines[block.Lines.First() - 1].Trim(), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().Depth, StringComparer.Ordinal);
        return line => levels.GetValueOrDefault(line);
    }
}
