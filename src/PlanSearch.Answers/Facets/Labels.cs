using System.Collections.Frozen;
using PlanSearch.Plans;
using PlanSearch.Plans.Metadata;
using PlanSearch.Plans.Printing;

namespace PlanSearch.Answers.Facets;

/// <summary>What facets and kinds of blocks are called in Chinese, on pages, in printed text and in answers alike.</summary>
public static class Labels
{
    private static readonly FrozenDictionary<string, string> ByKindName = Enum.GetValues<BlockKind>().ToFrozenDictionary(KindNames.Of, Of);

    /// <summary>A facet by its parameter's name; a further column is called by its own.</summary>
    public static string Of(string facet) => PlanFacets.Find(facet)?.Label ?? facet;

    /// <summary>A value of a filter as a certificate states it, as people read it; an excluded one begins with "-".</summary>
    public static string OfChoice(string stated) =>
        stated is ['-', .. var left] ? "-" + PlanMetadata.InWords(left) : PlanMetadata.InWords(stated);

    /// <summary>What can be confirmed of a plan, by its name in JSON.</summary>
    public static string OfConfirmed(string part) => part switch
    {
        "outline" => "大纲",
        "tables" => "表格",
        _ => "规划信息",
    };

    /// <summary>A kind of block by its name in JSON.</summary>
    public static string OfKind(string name) => ByKindName.GetValueOrDefault(name, name);

    /// <summary>A kind of block in Chinese, as people read it.</summary>
    public static string Of(BlockKind kind) => kind switch
    {
        BlockKind.Cover => "封面",
        BlockKind.Contents => "目录",
        BlockKind.Heading => "标题",
        BlockKind.Paragraph => "段落",
        BlockKind.ListItem => "条目",
        BlockKind.FigureCaption => "图题",
        BlockKind.Footnote => "脚注",
        BlockKind.TableCaption => "表题",
        BlockKind.TableHeader => "表头",
        BlockKind.TableGroup => "表内分组",
        BlockKind.TableRow => "表格行",
        BlockKind.TableNote => "表注",
        BlockKind.BoxTitle => "专栏标题",
        BlockKind.BoxHeading => "专栏小标题",
        BlockKind.BoxEntry => "专栏条目",
        BlockKind.BoxParagraph => "专栏段落",
        BlockKind.Trailer => "落款",
        BlockKind.Noise => "页码等页面标记",
        _ => kind.ToString(),
    };
}
