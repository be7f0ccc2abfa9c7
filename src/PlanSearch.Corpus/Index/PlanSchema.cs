using System.Collections.Immutable;
using PlanSearch.Corpus.Index.Port;
using PlanSearch.Engine;
using PlanSearch.Plans;
using PlanSearch.Plans.Text;

namespace PlanSearch.Corpus.Index;

/// <summary>How a plan's blocks become the engine's levels and columns.</summary>
public static class PlanSchema
{
    /// <summary>Column with the number of the <see cref="BlockKind"/>.</summary>
    public const int KindColumn = 0;

    /// <summary>Column with the number of the <see cref="PlanContext"/>; inside 《》 it is another than the block's.</summary>
    public const int ContextColumn = 3;

    /// <summary>Level of the outline nodes: a heading's own text with the boxes and tables in it.</summary>
    public const int NodeLevel = 1;

    /// <summary>Level of the boxes.</summary>
    public const int BoxLevel = 2;

    /// <summary>Levels record, node and box; columns kind, part, section and context; the version of <see cref="PlanCodec"/>.</summary>
    public static IndexSchema Schema { get; } = new(
        ["record", "node", "box"], [BlockColumns.Kind, BlockColumns.Part, BlockColumns.Section, BlockColumns.Context], PlanCodec.Version)
    {
        Weighting = KindWeights.Weighting,
    };

    /// <summary>The number of a column.</summary>
    /// <exception cref="ColumnNotKeptException">There is no such column.</exception>
    public static int ColumnOf(string name) => Schema.Columns.IndexOf(name) is >= 0 and var column
        ? column
        : throw new ColumnNotKeptException(name, $"it keeps {string.Join(", ", Schema.Columns)}");

    /// <summary>The blocks that some choices leave, as the engine asks for them.</summary>
    /// <exception cref="ColumnNotKeptException">There is no such column, or none with such a value.</exception>
    public static BlockFilter FilterOf(ImmutableArray<BlockChoice> choices)
    {
        if (choices.IsEmpty)
        {
            return BlockFilter.All;
        }

        var masks = new ulong[Schema.Columns.Length];
        Array.Fill(masks, ulong.MaxValue);
        foreach (var choice in choices)
        {
            var allowed = 0UL;
            foreach (var value in choice.Allowed)
            {
                allowed |= value is >= 0 and < IndexSchema.MaxColumnValues
                    ? 1UL << value
                    : throw new ColumnNotKeptException(choice.Column, $"its values are below {IndexSchema.MaxColumnValues}, and {value} is not");
            }

            masks[ColumnOf(choice.Column)] &= allowed;
        }

        return new BlockFilter([.. masks]);
    }

    /// <summary>The part (文中位置) a kind of block belongs to.</summary>
    public static PlanPart PartOf(BlockKind kind, bool isInBox) => kind switch
    {
        BlockKind.Heading => PlanPart.Heading,
        BlockKind.Footnote => PlanPart.Footnote,
        BlockKind.TableCaption or BlockKind.TableHeader or BlockKind.TableGroup or BlockKind.TableRow or BlockKind.TableNote => PlanPart.Table,
        _ => isInBox ? PlanPart.Box : PlanPart.Text,
    };

    /// <summary>What a part is called, by its number.</summary>
    public static ImmutableArray<string> PartNames { get; } = ["正文", "标题", "专栏", "表格", "脚注"];

    /// <summary>What a section is called, by its number.</summary>
    public static ImmutableArray<string> SectionNames { get; } = ["未判定", "发展基础与形势", "总体要求与目标", "重点任务", "保障实施", "附件"];

    /// <summary>What a context is called, by its number.</summary>
    public static ImmutableArray<string> ContextNames { get; } = ["一般行文", "书名号内", "规划名录", "标题"];
}

/// <summary>Part of a plan (文中位置). The numbers stand in index files: they only ever grow.</summary>
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

/// <summary>What a mention stands in (用法), see <see cref="ContextRules"/>. The numbers stand in index files: they only ever grow.</summary>
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

/// <summary>Section of a plan (板块). The numbers stand in index files: they only ever grow.</summary>
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
