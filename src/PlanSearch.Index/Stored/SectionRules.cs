using System.Collections.Immutable;
using PlanSearch.Plans;

namespace PlanSearch.Index.Stored;

/// <summary>The 板块 of each outline node, from the words of the top-level headings and their order.</summary>
/// <remarks>
/// A plan opens with where it is and what it aims at, continues tasks and closes with safeguards. So words of the opening count only
/// until the first chapter that has none, and words of the close only in an unbroken run of last chapters: 夯实绿色发展基础 in the middle is a
/// task. In the opening, second-level headings decide for themselves; everywhere else a node has the section of its chapter.
/// Whatever is before the opening (前言) or in a plan without one is undecided.
/// </remarks>
public static class SectionRules
{
    /// <summary>Chapters at the end that may be safeguards; a plan seldom has more than two.</summary>
    private const int MaxSafeguards = 3;

    private static readonly ImmutableArray<string> AnnexWords = ["附件", "附录", "附表", "附图"];

    private static readonly ImmutableArray<string> TaskWords = ["重点任务", "主要任务", "重点工作", "重大工程", "重点工程"];

    private static readonly ImmutableArray<string> SituationWords =
    [
        "发展基础", "基础条件", "现实基础", "形势", "发展环境", "宏观环境", "外部环境", "环境分析", "面临", "背景", "回顾", "回望",
        "奋斗历程", "现状", "成就", "成效", "小康", "机遇", "挑战",
    ];

    /// <summary>A heading that begins with one says what is to be done, whatever else it names: 夯实发展基础.</summary>
    private static readonly ImmutableArray<string> TaskVerbs = ["优化", "夯实", "改善", "营造", "完善", "打造", "筑牢", "厚植", "推进", "加强", "加快"];

    private static readonly ImmutableArray<string> AimsWords =
    [
        "总体要求", "总体思路", "总体部署", "总体战略", "指导思想", "指导方针", "基本原则", "目标", "思路", "定位", "愿景", "蓝图", "新征程", "现代化建设新",
    ];

    private static readonly ImmutableArray<string> SafeguardWords =
    [
        "保障", "规划实施", "实施机制", "实施合力", "组织实施", "组织领导", "党的领导", "全面领导", "领导核心", "监督评估",
    ];

    /// <summary>The section of every node, by its index; the root is undecided.</summary>
    public static ImmutableArray<PlanSection> Of(ImmutableArray<OutlineNode> nodes)
    {
        var sections = new PlanSection[nodes.Length];
        var top = Enumerable.Range(0, nodes.Length).Where(node => nodes[node].Parent == 0).ToList();
        var children = Enumerable.Range(0, nodes.Length).ToLookup(node => nodes[node].Parent);
        var annex = top.Where(node => AnnexWords.Any(word => nodes[node].Heading.StartsWith(word, StringComparison.Ordinal))).ToHashSet();
        var chapters = top.Where(node => !annex.Contains(node)).ToList();

        var opening = Opening(nodes, chapters, children);
        var close = Math.Max(Close(nodes, chapters, children), opening.End);
        for (var at = 0; at < chapters.Count; at++)
        {
            sections[chapters[at]] = at >= close ? PlanSection.Safeguards
                : at >= opening.End && opening.Begin < opening.End ? PlanSection.Tasks
                : at >= opening.Begin && at < opening.End ? OpeningWord(nodes, chapters[at], children)
                : HasWord(nodes[chapters[at]], TaskWords) ? PlanSection.Tasks
                : PlanSection.Undecided;
        }

        foreach (var node in annex)
        {
            sections[node] = PlanSection.Annex;
        }

        Inherit(nodes, sections);
        return [.. sections];
    }

    /// <summary>The first chapter with a word of the opening, and the first after it without.</summary>
    private static (int Begin, int End) Opening(ImmutableArray<OutlineNode> nodes, List<int> chapters, ILookup<int, int> children)
    {
        var begin = 0;
        while (begin < chapters.Count && OpeningWord(nodes, chapters[begin], children) == PlanSection.Undecided)
        {
            begin++;
        }

        // The opening of a fragment may be missing: words of it that turn up behind other chapters are no opening.
        if (begin == chapters.Count
            || nodes[chapters[begin]].Marker.Length > 0 && chapters.Take(begin).Any(node => nodes[node].Marker.Length > 0))
        {
            return (0, 0);
        }

        var end = begin + 1;
        while (end < chapters.Count && OpeningWord(nodes, chapters[end], children) != PlanSection.Undecided)
        {
            end++;
        }

        return (begin, end);
    }

    /// <summary>The first chapter of the run of safeguards at the end; the number of chapters when there is none.</summary>
    private static int Close(ImmutableArray<OutlineNode> nodes, List<int> chapters, ILookup<int, int> children)
    {
        var close = chapters.Count;
        while (close > 0 && close > chapters.Count - MaxSafeguards && IsSafeguard(nodes, chapters[close - 1], children))
        {
            close--;
        }

        return close;
    }

    private static bool IsSafeguard(ImmutableArray<OutlineNode> nodes, int chapter, ILookup<int, int> children) =>
        HasWord(nodes[chapter], SafeguardWords)
        || (children[chapter].Any() && children[chapter].All(child => HasWord(nodes[child], SafeguardWords)));

    /// <summary>The section of an opening chapter by its own words, else by those of its first sub-heading that has any.</summary>
    private static PlanSection OpeningWord(ImmutableArray<OutlineNode> nodes, int chapter, ILookup<int, int> children)
    {
        if (HasWord(nodes[chapter], TaskWords))
        {
            return PlanSection.Undecided;
        }

        var own = OpeningWord(nodes[chapter]);
        return own != PlanSection.Undecided
            ? own
            : children[chapter]
                .Select(child => OpeningWord(nodes[child], isStrict: true))
                .FirstOrDefault(word => word != PlanSection.Undecided);
    }

    /// <param name="node">The heading.</param>
    /// <param name="isStrict">Only where a word ends a short heading: sub-headings of tasks name aims and basics in passing.</param>
    private static PlanSection OpeningWord(OutlineNode node, bool isStrict = false) =>
        TaskVerbs.Any(verb => Title(node).StartsWith(verb, StringComparison.Ordinal)) ? PlanSection.Undecided
        : Has(node, SituationWords, isStrict) ? PlanSection.Situation
        : Has(node, AimsWords, isStrict) ? PlanSection.Aims
        : PlanSection.Undecided;

    private static bool Has(OutlineNode node, ImmutableArray<string> words, bool isStrict)
    {
        var title = Title(node);
        return words.Any(word => isStrict
            ? title.EndsWith(word, StringComparison.Ordinal) && title.Length <= word.Length + 4
            : title.Contains(word, StringComparison.Ordinal));
    }

    private static string Title(OutlineNode node) => node.Heading[node.Marker.Length..].Trim();

    private static bool HasWord(OutlineNode node, ImmutableArray<string> words) => Has(node, words, isStrict: false);

    private static void Inherit(ImmutableArray<OutlineNode> nodes, PlanSection[] sections)
    {
        // A node is after its parent, so one pass carries a section down the whole outline.
        for (var node = 1; node < nodes.Length; node++)
        {
            var parent = nodes[node].Parent;
            if (parent <= 0)
            {
                continue;
            }

            var isInOpening = sections[parent] is PlanSection.Situation or PlanSection.Aims && nodes[parent].Parent == 0;
            var own = isInOpening ? OpeningWord(nodes[node]) : PlanSection.Undecided;
            sections[node] = own != PlanSection.Undecided ? own : sections[parent];
        }
    }
}
