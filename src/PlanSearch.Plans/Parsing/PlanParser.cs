using System.Collections.Immutable;
using PlanSearch.Plans.Parsing.Blocks;
using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Corrections;
using PlanSearch.Plans.Parsing.Doubts;
using PlanSearch.Plans.Parsing.Flow;
using PlanSearch.Plans.Parsing.Fronts;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Pages;
using PlanSearch.Plans.Parsing.Tables;
using PlanSearch.Plans.Parsing.Wrapping;

namespace PlanSearch.Plans.Parsing;

/// <summary>Lines -> <see cref="PlanDocument"/>: outline, boxes with entries, tables, footnotes, rejoined paragraphs.</summary>
/// <remarks>The rules are numbered in RULES.md; code and diagnostics cite the numbers.</remarks>
public static class PlanParser
{
    /// <summary>Changes whenever the same source may give another document; stamped into every index.</summary>
    public const int Version = 11;

    /// <summary>The rule by which the ledger names an outline that is in doubt.</summary>
    public static string DoubtRule => Rules.DoubtfulOutline.Id;

    /// <summary>Parses a plan. Never throws on any text; linear in its length where nothing is corrected.</summary>
    /// <remarks>
    /// Each correction looks for its line among all of them, so corrections cost their number times the lines of the source.
    /// </remarks>
    public static PlanDocument Parse(SourceText source) => Run(source).Document;

    /// <summary>As <see cref="Parse"/>, with the lines as the passes left them: each knows the rules that decided it.</summary>
    internal static (PlanDocument Document, List<Line> Lines, ParseLog Log) Run(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var log = new ParseLog();
        var lines = WithoutThePage(BoxLabels.Apply(LineScan.Scan(source.Lines)), source, log, out var titles);
        MarkOutsideTheFlow(lines, out var tableCount);

        // The flow: headings, boxes and their ends, items, paragraphs, continuations.
        var boxDrafts = FlowWalk.Walk(lines, titles);

        // What people have said of single lines is above all of it.
        var corrected = CorrectedLines.Apply(lines, boxDrafts, ref tableCount, source, log);
        return (Document(source, lines, boxDrafts, tableCount, log) with { Corrections = corrected }, lines, log);
    }

    // What the page did to the lines: its numbers between them, its width, its columns.
    private static List<Line> WithoutThePage(List<Line> lines, SourceText source, ParseLog log, out ContentsTitles titles)
    {
        SiteHeaders.MarkFurniture(lines, source.Furniture);
        SiteHeaders.Mark(lines);
        PageMarks.Mark(lines);
        RunningHeads.Mark(lines);
        PageRepeats.Mark(lines);
        LeaderLines.Mark(lines);
        RepeatedTitles.Mark(lines);
        lines = BrokenRows.Apply(lines);
        titles = ContentsTitles.Of(lines);
        BlankColumns.Mark(lines);
        lines = Unwrap.Apply(lines, titles, log);
        return CellLines.Apply(NumberedRows.Apply(lines));
    }

    // What is outside the flow of text, and what its shape alone gives away.
    private static void MarkOutsideTheFlow(List<Line> lines, out int tableCount)
    {
        FrontMatter.Mark(lines);
        CoveringNotice.Mark(lines);
        FurtherDocuments.Mark(lines);
        Trailer.Mark(lines);
        FigureCaptions.Mark(lines);
        tableCount = TableScan.Mark(lines);
        FootnoteScan.Mark(lines);
        DecimalOutline.Mark(lines);
    }

    // Blocks and what they belong to.
    private static PlanDocument Document(SourceText source, List<Line> lines, List<BoxDraft> boxDrafts, int tableCount, ParseLog log)
    {
        var text = new LogicalText();
        var assembly = new BlockAssembly(text, log);
        var drafts = assembly.Build(lines);
        NestedItems.Mark(drafts);
        var nodes = OutlineBuilder.Build(drafts);
        var boxes = BoxBuilder.BuildBoxes(drafts, lines, boxDrafts, log);
        var tables = BoxBuilder.BuildTables(drafts, boxes, tableCount);
        var records = RecordBuilder.Build(drafts);
        ContentsCheck.Run(drafts, nodes, log);
        var blocks = ImmutableArray.CreateBuilder<Block>(drafts.Count);
        foreach (var draft in drafts)
        {
            blocks.Add(draft.ToBlock(source.Pages));
        }

        var allBlocks = blocks.MoveToImmutable();
        var confidence = OutlineEvidence.Weigh(source, nodes, allBlocks);
        if (confidence.IsInDoubt)
        {
            log.Add(0, Rules.DoubtfulOutline, $"大纲把握 {confidence.Value:0.00}，章节待核：{string.Join("；", confidence.Reasons)}。");
        }

        return new PlanDocument
        {
            Source = source,
            Nodes = nodes,
            Blocks = allBlocks,
            Confidence = confidence,
            Boxes = boxes,
            Tables = tables,
            Records = records,
            Ledger = LedgerBuilder.Build(source, lines, drafts, text, assembly.Joins, nodes, boxes, tables.Length, log),
        };
    }
}
