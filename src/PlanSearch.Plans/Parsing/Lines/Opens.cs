namespace PlanSearch.Plans.Parsing.Lines;

/// <summary>What a line opens, by its own words; several at once. Whether it does so here, the lines around it decide.</summary>
[Flags]
internal enum Opens
{
    /// <summary>Nothing that its words show.</summary>
    None = 0,

    /// <summary>A section of 第…篇, 第…章, 第…节 or a decimal number, with a title or waiting for one (R-HEAD-1).</summary>
    StrongHeading = 1,

    /// <summary>前言, 附件1 and their like (R-HEAD-6, R-HEAD-9).</summary>
    UnnumberedHeading = 2,

    /// <summary>A 专栏 (R-BOX-1).</summary>
    BoxTitle = 4,

    /// <summary>A figure (R-FIG-1).</summary>
    Figure = 8,

    /// <summary>A table with a number: 表1 ….</summary>
    NumberedTable = 16,

    /// <summary>An item with a dash or bullet.</summary>
    Dash = 32,

    /// <summary>An item with a number behind a list dash: - 1.</summary>
    ListedNumber = 64,

    /// <summary>An annex by its label alone: 附件1. It is an <see cref="UnnumberedHeading"/> as well.</summary>
    AnnexLabel = 128,

    /// <summary>A part of the text by a title: short, no sentence, not cut (R-HEAD-3).</summary>
    Title = 256,

    /// <summary>The same by a title that ends with 。 (R-HEAD-4).</summary>
    TitleWithStop = 512,

    /// <summary>A section of the running text, whatever is around it.</summary>
    Heading = StrongHeading | UnnumberedHeading,

    /// <summary>A unit of its own wherever a page or a width cut the line before (R-JOIN-2).</summary>
    Unit = Heading | BoxTitle | Dash | ListedNumber,
}
