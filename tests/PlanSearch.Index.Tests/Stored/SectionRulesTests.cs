using PlanSearch.Index.Stored;
using PlanSearch.Plans;

namespace PlanSearch.Index.Tests.Stored;

public sealed class SectionRulesTests
{
    /// <summary>
    /// Headings by "|", ">" before one a level deeper; what is expected by letter: Situation, Aims, Tasks, saFeguards, annEx, Undecided.
    /// </summary>
    [Theory]
    [InlineData("一、发展基础|二、发展环境|三、总体思路|四、重点任务|五、保障措施|附件：指标说明", "SSATFE")]
    [InlineData("第一章 发展基础和面临形势|第二章 指导思想与基本原则|第三章 建设现代产业体系|第四章 强化规划实施", "SATF")]
    [InlineData("前言|第一章 规划背景|第二章 主要目标|第三章 建设水网|第四章 组织领导", "USATF")]

    // A chapter of both: the sub-headings decide, the chapter itself goes by its first word.
    [InlineData("第一章 形势和总体要求|>第一节 发展基础|>第二节 总体思路|>第三节 其他|第二章 做强产业", "SSAST")]

    // The opening says it in its sub-headings only.
    [InlineData("第一章 站上新起点|>第一节 发展基础|第二章 锚定方向|>第一节 主要目标|第三章 创新引领", "SSAAT")]

    // Words of the opening and of the close in the middle of the plan are tasks.
    [InlineData("第一章 发展回顾|第二章 建设交通网 提升发展保障|第三章 夯实绿色发展基础|第四章 保障措施", "STTF")]
    [InlineData("第一章 总体要求|第二章 改善营商环境|>第一节 优化发展环境|第三章 做强产业", "ATTT")]

    // At most three chapters at the end are safeguards, and only in one run.
    [InlineData("第一章 目标|第二章 民生保障|第三章 社会保障|第四章 住房保障|第五章 组织领导", "ATFFF")]
    [InlineData("第一篇 总体要求|第二篇 任务|第三篇 收官|>第一章 加强党的领导|>第二章 保障规划实施", "ATFFF")]

    // A fragment without an opening is left undecided up to its close.
    [InlineData("第十二章 推进城镇化|第十三章 建设文化强省 实现目标|第十四章 保障规划实施", "UUF")]
    [InlineData("第三章 某事|第四章 某事", "UU")]
    [InlineData("附录", "E")]
    public void Of_Headings_GivesTheSectionOfEach(string headings, string expected)
    {
        var nodes = Outline(headings);

        var sections = SectionRules.Of([.. nodes]);

        Assert.Equal("U" + expected, string.Concat(sections.Select(section => "USATFE"[(int)section])));
    }

    [Fact]
    public void Of_RootAlone_IsUndecided() =>
        Assert.Equal<PlanSection>([PlanSection.Undecided], SectionRules.Of([new OutlineNode(-1, 0, "", "", -1)]));

    private static List<OutlineNode> Outline(string headings)
    {
        List<OutlineNode> nodes = [new(-1, 0, "", "", -1)];
        var chapter = 0;
        foreach (var heading in headings.Split('|'))
        {
            var isBelow = heading.StartsWith('>');
            var printed = heading.TrimStart('>');
            var marker = printed.Contains('、')
                ? printed[..(printed.IndexOf('、') + 1)]
                : printed.Contains(' ') ? printed[..printed.IndexOf(' ')] : "";
            nodes.Add(new OutlineNode(isBelow ? chapter : 0, isBelow ? 2 : 1, printed, marker, nodes.Count - 1));
            chapter = isBelow ? chapter : nodes.Count - 1;
        }

        return nodes;
    }
}
