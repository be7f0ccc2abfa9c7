using System.Collections.Immutable;
using PlanSearch.Plans;

namespace PlanSearch.Index.Stored;

/// <summary>The 用法 of each block of a plan, and the spans inside 《》, which have one of their own.</summary>
/// <remarks>
/// A topic that is only in the names of other plans is not dealt with by this one. 标题 are headings, titles and captions. 规划名录 are the
/// members of a box, a table or a section whose title speaks of 规划 and of whose members at least three, and three in five, name a plan:
/// what the members are decides, as 规划重大项目清单 lists projects. 书名号内 is a mention between 《 and its 》 in one block and one cell, in headings
/// too, but not in a list of plans, where all names are alike with or without the marks. Everything else is 一般行文.
/// </remarks>
public static class ContextRules
{
    private const int LeastMembers = 3;

    /// <summary>What a plan's name ends with.</summary>
    private static readonly ImmutableArray<string> PlanNames = ["规划", "行动计划", "行动方案", "实施方案"];

    private static readonly char[] NameMarks = ['》', '”', '"', '。', '；', '、', '，', ';', ',', ' ', '\u3000'];

    /// <summary>The context of every block, by its index.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="texts">The logical texts of its blocks; cells separated by TAB.</param>
    public static ImmutableArray<PlanContext> Of(StoredPlan plan, IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(texts);
        var contexts = new PlanContext[plan.Blocks.Length];
        for (var block = 0; block < contexts.Length; block++)
        {
            contexts[block] = IsTitle(plan.Blocks[block].Kind) ? PlanContext.Title : PlanContext.Running;
        }

        foreach (var members in Lists(plan))
        {
            if (members.Count(member => NamesAPlan(texts[member])) is var named && named >= LeastMembers && named * 5 >= members.Count * 3)
            {
                members.ForEach(member => contexts[member] = PlanContext.PlanList);
            }
        }

        return [.. contexts];
    }

    /// <summary>
    /// The spans of a block from 《 to its 》, rising; one inside another belongs to the outer. A list of plans has none.
    /// </summary>
    /// <param name="ofBlock">The block's own context.</param>
    /// <param name="text">Its logical text; a span does not go over a TAB.</param>
    public static IReadOnlyList<TextRange> BookTitles(PlanContext ofBlock, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (ofBlock == PlanContext.PlanList || !text.Contains('《'))
        {
            return [];
        }

        var opened = new Stack<int>();
        var titles = new List<TextRange>();
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '《':
                    opened.Push(at);
                    break;
                case '》' when opened.TryPop(out var start):
                    titles.RemoveAll(title => title.Start > start);
                    titles.Add(new TextRange(start, at + 1 - start));
                    break;
                case '\t':
                    opened.Clear();
                    break;
            }
        }

        return titles;
    }

    private static bool IsTitle(BlockKind kind) =>
        kind is BlockKind.Heading or BlockKind.BoxTitle or BlockKind.BoxHeading or BlockKind.TableCaption or BlockKind.FigureCaption;

    private static IEnumerable<List<int>> Lists(StoredPlan plan)
    {
        var members = Enumerable.Range(0, plan.Blocks.Length).Where(block => IsMember(plan.Blocks[block].Kind)).ToList();
        var byBox = members.ToLookup(block => plan.Blocks[block].Box);
        var byTable = members.ToLookup(block => plan.Blocks[block].Table);
        var byNode = members.Where(block => plan.Blocks[block] is { Box: < 0, Table: < 0 }).ToLookup(block => plan.Blocks[block].Node);
        return [
            .. Enumerable.Range(0, plan.Boxes.Length).Where(box => Speaks(plan.Boxes[box].Title)).Select(box => byBox[box].ToList()),
            .. Enumerable.Range(0, plan.Tables.Length)
                .Where(table => Speaks(plan.Tables[table].Caption))
                .Select(table => byTable[table].ToList()),
            .. Enumerable.Range(0, plan.Nodes.Length).Where(node => Speaks(plan.Nodes[node].Heading)).Select(node => byNode[node].ToList()),
        ];
    }

    private static bool Speaks(string title) => title.Contains("规划", StringComparison.Ordinal);

    private static bool IsMember(BlockKind kind) =>
        kind is BlockKind.BoxEntry or BlockKind.BoxParagraph or BlockKind.TableRow or BlockKind.ListItem or BlockKind.Paragraph;

    private static bool NamesAPlan(string text) =>
        text.Split('\t')
            .Any(cell => cell.TrimEnd(NameMarks) is var name && PlanNames.Any(end => name.EndsWith(end, StringComparison.Ordinal)));
}
