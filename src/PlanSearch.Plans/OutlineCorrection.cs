namespace PlanSearch.Plans;

/// <summary>What a person says of a line that the parser took for something else.</summary>
/// <param name="Line">Which line.</param>
/// <param name="Role">What it is.</param>
/// <param name="Depth">The depth of a heading, 1 to <see cref="MaxDepth"/>; 0 for what is none.</param>
/// <param name="By">Who says so.</param>
/// <param name="At">The day, as 2026-11-30.</param>
public sealed record OutlineCorrection(LineWords Line, LineRole Role, int Depth, string By, string At)
{
    /// <summary>The deepest heading: twice what the deepest real plan has.</summary>
    public const int MaxDepth = 9;

    /// <summary>What it says, in Chinese: 标题（第2级）, 条目, 正文, 专栏到此为止.</summary>
    public string What => Role switch
    {
        LineRole.Heading => $"标题（第{Depth}级）",
        LineRole.Item => "条目",
        LineRole.Text => "正文",
        _ => "专栏到此为止",
    };
}

/// <summary>What a line is by the word of a person.</summary>
public enum LineRole
{
    /// <summary>A heading of a certain depth; it ends the box it is in.</summary>
    Heading,

    /// <summary>An item of a list; in a box an entry.</summary>
    Item,

    /// <summary>A paragraph of its own: no heading, no item, no title of a box, no row of a table.</summary>
    Text,

    /// <summary>The last line of the box before it.</summary>
    BoxEnd,
}

/// <summary>A correction of a plan's outline, and what became of it.</summary>
/// <param name="Correction">What a person has said.</param>
/// <param name="SourceLine">The 1-based source line it was applied to; 0 where it is applied nowhere.</param>
/// <param name="Fault">Why it is applied nowhere, in Chinese; empty where it is.</param>
public sealed record PlacedCorrection(OutlineCorrection Correction, int SourceLine, string Fault);
