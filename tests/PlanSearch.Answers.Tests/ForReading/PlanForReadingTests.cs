using PlanSearch.Corpus.Generations;
using PlanSearch.Plans;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport;

namespace PlanSearch.Answers.Tests.ForReading;

public sealed class PlanForReadingTests : IDisposable
{
    private readonly PlanCollection _corpus = InventedCollection.Open(InventedCollection.Built(new HandMadePlan("甲")
        .Aside(BlockKind.Cover, "氢能封面").Paragraph("氢能前言").Heading("第一章 氢能").Paragraph("氢能和氢能").Heading("第二章").Paragraph("无")));

    [Fact]
    public void Read_WithQuery_MarksEveryMentionAndCountsUpTheOutline()
    {
        var reading = _corpus.Read("甲", InventedCollection.Ask("氢能"), default).Value!;

        Assert.Equal(4, reading.Mentions);
        Assert.Equal([4, 3, 0], reading.Nodes.Select(node => node.Mentions));
        Assert.Equal([0, 1, 1, 2, 0, 0], reading.Blocks.Select(block => block.Marks.Length));
        Assert.Equal([new TextRange(0, 2), new TextRange(3, 2)], reading.Blocks[3].Marks.AsEnumerable());
        Assert.Equal(reading.Blocks[2].Anchor, reading.Nodes[1].Anchor);
        Assert.Equal("氢能封面", reading.Blocks[0].Text);
    }

    [Fact]
    public void Read_WithoutQuery_MarksNothing()
    {
        var reading = _corpus.Read("甲", InventedCollection.Ask(" "), default).Value!;

        Assert.Equal(0, reading.Mentions);
        Assert.Equal(6, reading.Blocks.Length);
    }

    [Fact]
    public void Read_FaultyQuery_IsAFault() =>
        Assert.Equal(
            "query_syntax", _corpus.Read("甲", InventedCollection.Ask("(") with { Mode = QueryMode.Expression }, default).Fault!.Code);

    [Fact]
    public void ReadAndLedger_UnknownPlan_IsAFault()
    {
        Assert.Equal("plan_unknown", _corpus.Read("乙", InventedCollection.Ask(""), default).Fault!.Code);
        Assert.Equal("plan_unknown", _corpus.Ledger("乙").Fault!.Code);
    }

    [Fact]
    public void Ledger_KnownPlan_SaysWhatBecameOfTheFile()
    {
        var ledger = _corpus.Ledger("甲").Value!;

        Assert.Equal(("甲", "甲.txt", "utf-8"), (ledger.Plan, ledger.File, ledger.Encoding));
    }

    public void Dispose() => _corpus.Dispose();
}
