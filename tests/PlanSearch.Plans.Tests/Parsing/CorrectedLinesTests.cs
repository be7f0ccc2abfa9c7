using PlanSearch.Plans.Parsing;
using PlanSearch.Plans.Parsing.Corrections;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Printing;
using Xunit.Abstractions;

namespace PlanSearch.Plans.Tests.Parsing;

/// <summary>What people say of single lines, against the lines.</summary>
public sealed class CorrectedLinesTests(ITestOutputHelper output)
{
    private static readonly string[] Plan =
    [
        "第一章 主要任务",
        "完善路网",
        "新建改建农村公路四百公里，实现乡镇全部通二级路。",
        "专栏1 路网工程",
        "1. 东线工程。全长六十公里。",
        "2. 西线工程。全长四十公里。",
        "做好要素保障，优先安排用地指标，年内开工。",
        "第二章 保障措施",
        "压实责任，每年通报一次进展。",
    ];

    [Fact]
    public void Parse_HeadingByHand_HeadsWhatFollows()
    {
        var document = Parse(Plan, (2, LineRole.Heading, 2));

        var below = document.Blocks.Single(block => block.Text.StartsWith("新建", StringComparison.Ordinal));
        Assert.Equal("第一章 主要任务 完善路网", string.Join(' ', document.PathOf(below.Node)));
        Assert.Equal(1, document.Nodes[^1].Depth);
    }

    [Fact]
    public void Parse_HeadingByHand_ChangesNoOtherDepth()
    {
        string[] lines = ["一、任务", "（一）路网", "新建公路四百公里，通达所有乡镇。", "（二）管网", "改造管网六十公里，降低漏损。", "1. 东线", "东线全长六十公里，设桥梁四座。"];
        var before = Parse(lines);
        var after = Parse(lines, (5, LineRole.Heading, 7));

        Assert.Equal(
            before.Nodes.Skip(1).Select(node => (node.Heading, node.Depth)),
            after.Nodes.Skip(1).Where(node => node.Depth != 7).Select(node => (node.Heading, node.Depth)));
        Assert.Equal("改造管网六十公里，降低漏损。", Assert.Single(after.Nodes, node => node.Depth == 7).Heading);
    }

    [Fact]
    public void Parse_HeadingTakenForText_IsTextOfTheSectionBefore()
    {
        var document = Parse(Plan, (8, LineRole.Text, 0));

        Assert.Equal("第一章 主要任务", Assert.Single(document.Nodes.Skip(1)).Heading);
        Assert.Equal("paragraph", KindOf(document, "第二章 保障措施"));
    }

    [Fact]
    public void Parse_HeadingInABox_EndsIt()
    {
        var document = Parse(Plan, (6, LineRole.Heading, 2));

        Assert.Equal(["专栏1 路网工程", "1. 东线工程。全长六十公里。"], TextsOfBox(document, 0));
        Assert.Equal("heading", KindOf(document, "2. 西线工程。全长四十公里。"));
    }

    [Fact]
    public void Parse_BoxEndByHand_MovesTheEndEitherWay()
    {
        Assert.Equal(3, TextsOfBox(Parse(Plan), 0).Count);
        Assert.Equal(2, TextsOfBox(Parse(Plan, (5, LineRole.BoxEnd, 0)), 0).Count);
        var wider = Parse(Plan, (7, LineRole.BoxEnd, 0));
        Assert.Equal(4, TextsOfBox(wider, 0).Count);
        Assert.Equal(("R-HAND-1", 1.0), (wider.Boxes[0].EndReason, wider.Boxes[0].Confidence));
    }

    [Theory]
    [InlineData(1, "它之前没有专栏")]
    [InlineData(9, "它与前一专栏之间有标题、另一专栏或落款")]
    public void Parse_BoxEndWithoutBox_IsListedAndAppliedNowhere(int line, string fault)
    {
        var document = Parse(Plan, (line, LineRole.BoxEnd, 0));

        Assert.Equal(TextsOfBox(Parse(Plan), 0), TextsOfBox(document, 0));
        Assert.Equal((0, fault), (Assert.Single(document.Corrections).SourceLine, document.Corrections[0].Fault));
        Assert.Contains(
            document.Ledger.Diagnostics,
            diagnostic => diagnostic.Rule == "R-HAND-2" && diagnostic.Message.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public void Parse_BoxTitleTakenForText_LeavesNoBox()
    {
        var document = Parse(Plan, (4, LineRole.Text, 0));

        Assert.Empty(document.Boxes);
        Assert.Equal(
            ["paragraph", "item", "item"],
            document.Blocks.Where(block => block.Text[0] is '专' or '1' or '2').Select(block => KindNames.Of(block.Kind)));
    }

    [Fact]
    public void Parse_RowsTakenForText_PartTheTable()
    {
        string[] lines = ["第一章 指标", "表1 主要指标", "指标\t2025年", "路网\t40", "管网\t60", "水网\t80", "电网\t90"];
        var document = Parse(lines, (5, LineRole.Text, 0));

        Assert.Equal((1, 2), (Parse(lines).Tables.Length, document.Tables.Length));
        Assert.Equal(1, document.Blocks.Count(block => block.Kind == BlockKind.Paragraph));
        Assert.Empty(Parse(lines, [.. Enumerable.Range(2, 6).Select(line => (line, LineRole.Text, 0))]).Tables);
    }

    [Fact]
    public void Parse_SecondOfEqualLines_IsTheOneThatIsMeant()
    {
        string[] lines = ["第一章 任务", "完善路网", "新建公路四百公里，通达所有乡镇。", "第二章 保障", "完善路网", "落实用地指标，年内开工建设。"];

        Assert.Equal("第二章 保障", HeadingOver(Parse(lines, (5, LineRole.Heading, 2)), "完善路网"));
        Assert.Equal("第一章 任务", HeadingOver(Parse(lines, (2, LineRole.Heading, 2)), "完善路网"));
    }

    [Fact]
    public void Parse_LinesAddedBefore_StillMeansTheLine()
    {
        var source = PlanText.Raw(Plan);
        var correction = new OutlineCorrection(NamedLines.Of(source, 2)!, LineRole.Heading, 2, "甲", "2026-11-30");
        var document = PlanParser.Parse(PlanText.Raw(["望澜市交通规划", .. Plan]) with { Corrections = [correction] });

        Assert.Equal(3, Assert.Single(document.Corrections).SourceLine);
    }

    [Fact]
    public void Parse_LineThatWasWrappedIntoTheOneBefore_IsPartedFromIt()
    {
        var wrapped = TestPlans.All()
            .SelectMany(plan => PlanParser.Run(plan.Source).Lines.Where(IsLongParagraph).Take(3)
                .Select(line => (plan.Source, Line: line.StretchAt(1).Number)))
            .ToList();

        Assert.NotEmpty(wrapped);
        Assert.All(wrapped, place =>
        {
            var document = PlanParser.Parse(Corrected(place.Source, (place.Line, LineRole.Heading, 3)));
            DocumentCheck.Run(document);
            Assert.Contains(document.Nodes.Skip(1), node => node.Depth == 3 && document.Blocks[node.Block].LineAt(0) == place.Line);
        });
    }

    [Fact]
    public void Parse_AnyCorrectionsOfAnyPlan_LoseNoCharacter()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var plans = TestPlans.All().ToList();
        var applied = 0;
        foreach (var (name, source) in plans)
        {
            var lines = Enumerable.Range(1, source.Lines.Length).Where(line => NamedLines.Of(source, line) is not null).ToList();
            var chosen = Enumerable.Range(0, lines.Count == 0 ? 0 : 1 + (lines.Count / 4))
                .Select(_ => lines[random.Next(lines.Count)]).Distinct()
                .Select(line => (line, (LineRole)random.Next(4), random.Next(1, OutlineCorrection.MaxDepth))).ToArray();
            var document = PlanParser.Parse(Corrected(source, chosen));
            output.WriteLine($"{name}: {chosen.Length}");
            DocumentCheck.Run(document);
            var headings = document.Blocks.Where(block => block.Kind == BlockKind.Heading)
                .Select(block => (block.LineAt(0), block.Depth))
                .ToHashSet();
            Assert.All(
                document.Corrections.Where(placed => placed is { Fault: "", Correction.Role: LineRole.Heading }), placed => Assert.True(
                headings.Contains((placed.SourceLine, placed.Correction.Depth)),
                $"{name}, line {placed.SourceLine} is no heading of depth {placed.Correction.Depth}"));
            applied += document.Corrections.Count(placed => placed.Fault.Length == 0);
        }

        Assert.True(applied > plans.Count, $"{applied} corrections were applied");
    }

    [Fact]
    public void Explain_CorrectedLine_NamesThePersonAndTheDay()
    {
        var decisions = PlanExplanation.Of(Corrected(PlanText.Raw(Plan), (2, LineRole.Heading, 2)), 2);

        Assert.Contains(decisions, decision => decision is { Rule: "R-HAND-1", What: "按校正判为标题（第2级）（甲，2026-11-30）。" });
    }

    private static PlanDocument Parse(string[] lines, params (int Line, LineRole Role, int Depth)[] corrections)
    {
        var document = PlanParser.Parse(Corrected(PlanText.Raw(lines), corrections));
        DocumentCheck.Run(document);
        return document;
    }

    private static SourceText Corrected(SourceText source, params (int Line, LineRole Role, int Depth)[] corrections) => source with
    {
        Corrections =
        [
            .. corrections.Select(correction => new OutlineCorrection(
                NamedLines.Of(source, correction.Line)!,
                correction.Role,
                correction.Role == LineRole.Heading ? correction.Depth : 0,
                "甲",
                "2026-11-30")),
        ],
    };

    private static bool IsLongParagraph(Line line) => line is { Kind: BlockKind.Paragraph, HasCells: false, StretchCount: > 2 };

    private static string KindOf(PlanDocument document, string text) =>
        KindNames.Of(document.Blocks.Single(block => block.Text == text).Kind);

    private static List<string> TextsOfBox(PlanDocument document, int box) =>
        [.. document.Blocks.Where(block => block.Box == box).Select(block => block.Text)];

    private static string HeadingOver(PlanDocument document, string heading) =>
        document.Nodes[Assert.Single(document.Nodes, node => node.Heading == heading).Parent].Heading;
}
