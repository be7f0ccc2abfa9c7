using PlanSearch.Plans;

namespace PlanSearch.Web.Pages.Texts;

/// <summary>Names of facets and of kinds of blocks.</summary>
internal sealed partial class English
{
    public override string FacetLabel(string name) => name switch
    {
        FacetNames.Region => "Region",
        FacetNames.Level => "Level",
        FacetNames.Period => "Period",
        FacetNames.Type => "Type",
        FacetNames.Part => "Part",
        FacetNames.Section => "Section of the plan",
        FacetNames.Context => "Stands in",
        FacetNames.Plan => "Plan",
        _ => name,
    };

    public override string KindLabel(BlockKind kind) => kind switch
    {
        BlockKind.Cover => "Cover",
        BlockKind.Contents => "Contents",
        BlockKind.Heading => "Heading",
        BlockKind.Paragraph => "Paragraph",
        BlockKind.ListItem => "Item",
        BlockKind.FigureCaption => "Figure caption",
        BlockKind.Footnote => "Footnote",
        BlockKind.TableCaption => "Table caption",
        BlockKind.TableHeader => "Table header",
        BlockKind.TableGroup => "Table group",
        BlockKind.TableRow => "Table row",
        BlockKind.TableNote => "Table note",
        BlockKind.BoxTitle => "Box title",
        BlockKind.BoxHeading => "Box heading",
        BlockKind.BoxEntry => "Box entry",
        BlockKind.BoxParagraph => "Box paragraph",
        BlockKind.Trailer => "Trailer",
        BlockKind.Noise => "Page marks",
        _ => kind.ToString(),
    };
}
