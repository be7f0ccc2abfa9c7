using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Plans.Tests.Labels;

/// <summary>Plans of many manners, labelled before the parser saw them: every measure is 1 but where it is known why it is not.</summary>
public sealed class LabelledFormTests(ITestOutputHelper output)
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "PlanSearch.Plans.Tests", "TestData", "labelled");

    // What only the meaning of the words would tell.
    private static readonly Dictionary<(string Plan, string Measure), double> Known = new()
    {
        // Under the last sub-heading of a box is one paragraph more than under the first, and as many as under the second.
        [("district-without-sections", "box lines")] = 0.97,
        [("district-without-sections", "box extents")] = 0.75,

        // The second of two plain paragraphs before a heading may be the box's or the section's.
        [("prefecture-plain-paragraph-boxes", "box lines")] = 0.95,
        [("prefecture-plain-paragraph-boxes", "box extents")] = 0.66,

        // A title without number, between paragraphs of its length.
        [("town-web-page-slogans", "headings")] = 0.98,
        [("town-web-page-slogans", "headings+depth")] = 0.98,

        // A roman page number within the contents.
        [("province-pages-cut-tables", "toc+cover")] = 0.97,

        // The number of the notice, under buttons that are no part of the page's head.
        [("banner-copied-web-page", "toc+cover")] = 0.8,

        // 附表 as a heading, and under it 附表1 over a table: heading or caption.
        [("city-annex-in-contents", "headings")] = 0.98,
        [("city-annex-in-contents", "headings+depth")] = 0.98,

        // Whom it is addressed to, and under it the text without an indent.
        [("opinion-in-radicals", "joins")] = 0.99,

        // The bare number of a page, within a paragraph.
        [("eighth-five-halfwidth-wrapped", "joins")] = 0.98,

        // Under titles without an indent, paragraphs of two lines: the second may be one of its own.
        [("space-plan-articles", "joins")] = 0.92,

        // Nearly all its full lines are first lines of paragraphs, so the width is taken for theirs.
        [("port-zone-digit-footnotes", "joins")] = 0.97,
    };

    public static TheoryData<string> Plans =>
        [.. Directory.EnumerateFiles(Folder, "*.txt").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Plans))]
    public void Parse_LabelledForm_GivesItsLabels(string plan)
    {
        var labelled = LabelledPlan.Read(Path.Combine(Folder, plan + ".txt"));
        var got = labelled.Parse();
        foreach (var (line, want) in labelled.Labels.Where(pair => !pair.Value.IsOpen && pair.Value != got.GetValueOrDefault(pair.Key)))
        {
            output.WriteLine($"line {line}: labelled {want}, parsed {got.GetValueOrDefault(line)}");
        }

        var scores = LabelScore.Of(labelled.Labels, got);

        Assert.Equal(0, scores["missing"]);
        Assert.All(scores.Where(score => score.Key != "missing"), score => Assert.True(
            score.Value >= Known.GetValueOrDefault((plan, score.Key), 1), $"{score.Key} of {plan} is {score.Value:0.000}"));
    }
}
