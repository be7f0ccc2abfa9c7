using PlanSearch.Index.Stored;
using PlanSearch.Plans;
using PlanSearch.Plans.Files;
using PlanSearch.Plans.Metadata;
using PlanSearch.Plans.Parsing;

namespace PlanSearch.Index.Tests.Stored;

public sealed class StoredPlanBuilderTests
{
    [Fact]
    public void Build_Document_KeepsItsShapeBlockByBlock()
    {
        var document = Parse("第一章 发展基础\n\n湖区水质连年好转。\n\n第二章 总体要求\n\n以水定城。\n");

        var plan = Build(document);

        Assert.NotEmpty(document.Blocks);
        Assert.Equal(document.Blocks.Select(Shape), plan.Blocks.Select(Shape));
        Assert.Equal<OutlineNode>(document.Nodes, plan.Nodes);
        Assert.Equal<PlanRecord>(document.Records, plan.Records);
        Assert.Equal(
            [PlanSection.Situation, PlanSection.Situation, PlanSection.Aims, PlanSection.Aims], plan.Blocks.Select(block => block.Section));
    }

    [Fact]
    public void Build_BlockOverSeveralLines_KeepsWhereEachLineBegins()
    {
        var document = Parse("第一章 总则\n\n本区**沿湖**建设绿道，\n串起码头与渔村。\n");

        var block = Build(document).Blocks[^1];

        Assert.Equal(document.Blocks[^1].Lines, block.Lines.Select(line => line.Line).Distinct());
        Assert.Equal(0, block.Lines[0].Start);
    }

    [Fact]
    public void Build_OtherLineEnds_GivesTheSameDigests()
    {
        var (lf, crlf) = (Build(Parse("第一章 总则\n\n以水定城。\n")), Build(Parse("第一章 总则\r\n\r\n以水定城。\r\n")));

        Assert.Equal((lf.TextDigest, lf.LogicalDigest), (crlf.TextDigest, crlf.LogicalDigest));
    }

    private static PlanDocument Parse(string text) => PlanParser.Parse(PlanReader.Read(System.Text.Encoding.UTF8.GetBytes(text)).Source!);

    private static StoredPlan Build(PlanDocument document) => StoredPlanBuilder.Build(
        document, new PlanMetadata { Title = "甲", ShortTitle = "甲" }, new PlanFile("a", "/plans", "a.txt", 1, "00"));

    private static (BlockKind, int, int, int, int, string) Shape(Block block) =>
        (block.Kind, block.Node, block.Box, block.Record, block.Depth, block.Marker);

    private static (BlockKind, int, int, int, int, string) Shape(StoredBlock block) =>
        (block.Kind, block.Node, block.Box, block.Record, block.Depth, block.Marker);
}
