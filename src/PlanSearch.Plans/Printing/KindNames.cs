namespace PlanSearch.Plans.Printing;

/// <summary>The names of the kinds of blocks in JSON lines, trees and labels.</summary>
public static class KindNames
{
    /// <summary>The snake_case name; part of the output format, so it does not follow the enum's names.</summary>
    public static string Of(BlockKind kind) => kind switch
    {
        BlockKind.Cover => "cover",
        BlockKind.Contents => "toc",
        BlockKind.Heading => "heading",
        BlockKind.Paragraph => "paragraph",
        BlockKind.ListItem => "item",
        BlockKind.FigureCaption => "figure",
        BlockKind.Footnote => "footnote",
        BlockKind.TableCaption => "table_caption",
        BlockKind.TableHeader => "table_header",
        BlockKind.TableGroup => "table_group",
        BlockKind.TableRow => "table_row",
        BlockKind.TableNote => "table_note",
        BlockKind.BoxTitle => "box_title",
        BlockKind.BoxHeading => "box_heading",
        BlockKind.BoxEntry => "box_entry",
        BlockKind.BoxParagraph => "box_paragraph",
        BlockKind.Trailer => "trailer",
        BlockKind.Noise => "noise",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind without a name: add it here and to the label format."),
    };
}
