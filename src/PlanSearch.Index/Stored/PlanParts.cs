using System.Collections.Immutable;
using PlanSearch.Plans;

namespace PlanSearch.Index.Stored;

/// <summary>What the parts, sections and contexts of a plan are called, and which kind of block is in which part.</summary>
public static class PlanParts
{
    /// <summary>The part (文中位置) a kind of block belongs to.</summary>
    public static PlanPart PartOf(BlockKind kind, bool isInBox) => kind switch
    {
        BlockKind.Heading => PlanPart.Heading,
        BlockKind.Footnote => PlanPart.Footnote,
        BlockKind.TableCaption or BlockKind.TableHeader or BlockKind.TableGroup or BlockKind.TableRow or BlockKind.TableNote
            => PlanPart.Table,
        _ => isInBox ? PlanPart.Box : PlanPart.Text,
    };

    /// <summary>What a part is called, by its number.</summary>
    public static ImmutableArray<string> PartNames { get; } = ["正文", "标题", "专栏", "表格", "脚注"];

    /// <summary>What a section is called, by its number.</summary>
    public static ImmutableArray<string> SectionNames { get; } = ["未判定", "发展基础与形势", "总体要求与目标", "重点任务", "保障实施", "附件"];

    /// <summary>What a context is called, by its number.</summary>
    public static ImmutableArray<string> ContextNames { get; } = ["一般行文", "书名号内", "规划名录", "标题"];
}

/// <summary>Part of a plan (文中位置). The numbers are in index files: they only ever grow.</summary>
public enum PlanPart
{
    /// <summary>正文.</summary>
    Text = 0,

    /// <summary>标题.</summary>
    Heading = 1,

    /// <summary>专栏, its tables left out.</summary>
    Box = 2,

    /// <summary>表格, inside and outside boxes.</summary>
    Table = 3,

    /// <summary>脚注.</summary>
    Footnote = 4,
}

/// <summary>What a mention is in (用法), see <see cref="ContextRules"/>. The numbers are in index files: they only ever grow.</summary>
public enum PlanContext
{
    /// <summary>一般行文.</summary>
    Running = 0,

    /// <summary>书名号内.</summary>
    BookTitle = 1,

    /// <summary>规划名录.</summary>
    PlanList = 2,

    /// <summary>标题.</summary>
    Title = 3,
}

/// <summary>Section of a plan (板块). The numbers are in index files: they only ever grow.</summary>
public enum PlanSection
{
    /// <summary>未判定.</summary>
    Undecided = 0,

    /// <summary>发展基础与形势.</summary>
    Situation = 1,

    /// <summary>总体要求与目标.</summary>
    Aims = 2,

    /// <summary>重点任务.</summary>
    Tasks = 3,

    /// <summary>保障实施.</summary>
    Safeguards = 4,

    /// <summary>附件.</summary>
    Annex = 5,
}
