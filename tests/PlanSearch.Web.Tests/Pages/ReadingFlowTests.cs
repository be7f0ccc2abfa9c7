using System.Collections.Immutable;
using PlanSearch.Answers.ForReading;
using PlanSearch.Plans;
using PlanSearch.Web.Pages.ForReading;

namespace PlanSearch.Web.Tests.Pages;

public sealed class ReadingFlowTests
{
    public static TheoryData<string, string> Plans => new()
    {
        // blocks: kind, box or -, table or -                                                          parts
        { "Heading-- Paragraph--",                                                                     "Heading Paragraph" },
        { "Cover-- Cover-- Contents-- Contents-- "
            + "Heading--",                                           "{Cover Cover} {Contents Contents} Heading" },
        { "Paragraph-- BoxTitle0- BoxEntry0- "
            + "Paragraph--",                                             "Paragraph [BoxTitle BoxEntry] Paragraph" },
        { "BoxTitle0- BoxEntry0- BoxTitle1- "
            + "BoxEntry1-",                                               "[BoxTitle BoxEntry] [BoxTitle BoxEntry]" },
        { "BoxTitle0- TableHeader00 TableRow00 "
            + "BoxParagraph0-",                                        "[BoxTitle (TableHeader TableRow) BoxParagraph]" },
        { "BoxTitle0- BoxEntry0- Footnote-- BoxEntry0- "
            + "Paragraph--",                                   "[BoxTitle BoxEntry Footnote BoxEntry] Paragraph" }, // within the box's range
        { "TableCaption-0 TableRow-0 Noise-- TableRow-0 "
            + "Paragraph--",                                  "(TableCaption TableRow TableRow) Noise Paragraph" }, // a page ends in the table
        { "TableRow-0 TableRow-1",                                                                     "(TableRow) (TableRow)" },
        { "",                                                                                          "" },
    };

    [Theory]
    [MemberData(nameof(Plans))]
    public void Of_Blocks_GivesEveryBlockOnceInItsPart(string blocks, string parts) =>
        Assert.Equal(parts, Printed(ReadingFlow.Of(Reading(blocks))));

    private static string Printed(IEnumerable<FlowPart> parts) => string.Join(' ', parts.Select(part => part switch
    {
        FlowPart.Single single => single.Block.Kind.ToString(),
        FlowPart.Boxed boxed => $"[{Printed(boxed.Parts)}]",
        FlowPart.Tabled tabled => $"({string.Join(' ', tabled.Blocks.Select(block => block.Kind))})",
        FlowPart.Folded folded => $"{{{string.Join(' ', folded.Blocks.Select(block => block.Kind))}}}",
        _ => throw new ArgumentOutOfRangeException(nameof(parts)),
    }));

    private static PlanReading Reading(string words)
    {
        ImmutableArray<ReadingBlock> blocks = [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Block)];
        return new PlanReading
        {
            Plan = HandMade.Plan("p"),
            Nodes = [new ReadingNode(-1, 0, "", "", 0)],
            Blocks = blocks,
            Boxes = [.. Ranges(blocks, block => block.Box).Select(range => new Box(1, "专栏1", "", 0, range.First, range.End, "", 1))],
            Tables = [.. Ranges(blocks, block => block.Table).Select(range => new Table("", 0, -1, range.First, range.End, []))],
            Mentions = 0,
        };
    }

    private static ReadingBlock Block(string word) =>
        HandMade.Block(Enum.Parse<BlockKind>(word[..^2]), "词") with { Box = Index(word[^2]), Table = Index(word[^1]) };

    private static int Index(char sign) => sign == '-' ? -1 : sign - '0';

    private static IEnumerable<(int First, int End)> Ranges(ImmutableArray<ReadingBlock> blocks, Func<ReadingBlock, int> owner) =>
        blocks.Select((block, at) => (Owner: owner(block), At: at)).Where(pair => pair.Owner >= 0).GroupBy(pair => pair.Owner)
            .OrderBy(group => group.Key).Select(group => (group.First().At, group.Last().At + 1));
}
