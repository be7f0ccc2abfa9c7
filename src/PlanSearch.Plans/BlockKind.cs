namespace PlanSearch.Plans;

/// <summary>What a block of a plan is.</summary>
/// <remarks>The numbers are in index files: they only ever grow, none is changed or used again.</remarks>
public enum BlockKind
{
    /// <summary>Cover page: title lines, issuing office, date.</summary>
    Cover = 0,

    /// <summary>A line of the contents page (目录), its title line included.</summary>
    Contents = 1,

    /// <summary>A heading of the running text: 第…章, 一、, （一）, 1., 前言, 附件.</summary>
    Heading = 2,

    /// <summary>A paragraph of running text.</summary>
    Paragraph = 3,

    /// <summary>A list item of running text that is no heading: ——…, 1. …, （1）….</summary>
    ListItem = 4,

    /// <summary>The caption of a figure (图1 …).</summary>
    FigureCaption = 5,

    /// <summary>The text of a footnote, taken out of the flow.</summary>
    Footnote = 6,

    /// <summary>The caption of a table that is not the title of a 专栏.</summary>
    TableCaption = 7,

    /// <summary>A header row of a table.</summary>
    TableHeader = 8,

    /// <summary>A row that only names the group of rows below it.</summary>
    TableGroup = 9,

    /// <summary>A data row of a table.</summary>
    TableRow = 10,

    /// <summary>A note under a table (注：…).</summary>
    TableNote = 11,

    /// <summary>The title line of a 专栏.</summary>
    BoxTitle = 12,

    /// <summary>A sub-heading inside a 专栏.</summary>
    BoxHeading = 13,

    /// <summary>One entry of a 专栏.</summary>
    BoxEntry = 14,

    /// <summary>Another paragraph inside a 专栏.</summary>
    BoxParagraph = 15,

    /// <summary>Issuing trailer: 抄送, 印发, office and date at the end.</summary>
    Trailer = 16,

    /// <summary>Page numbers, watermarks and other marks of the page that carry no text.</summary>
    Noise = 17,
}
