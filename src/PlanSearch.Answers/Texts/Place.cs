using System.Collections.Immutable;

namespace PlanSearch.Answers.Texts;

/// <summary>Where in a plan something is, as an official would cite it.</summary>
public sealed record Place
{
    /// <summary>The headings from the outermost down, as printed; empty before the first heading.</summary>
    public required ImmutableArray<string> Path { get; init; }

    /// <summary>1-based ordinal of the 专栏 in the file; null outside boxes.</summary>
    public int? Box { get; init; }

    /// <summary>The 专栏's label and title as printed; null outside boxes.</summary>
    public string? BoxLabel { get; init; }

    /// <summary>1-based ordinal of the entry in its box; null when it is no entry.</summary>
    public int? Entry { get; init; }

    /// <summary>What kind of block it is, as in <c>plansearch segment</c>: paragraph, box_entry, table_row, ….</summary>
    public required string Kind { get; init; }

    /// <summary>1-based ordinal of the paragraph within its section; null when it is not counted as a paragraph.</summary>
    public int? Paragraph { get; init; }

    /// <summary>The page, where the source has pages.</summary>
    public int? Page { get; init; }

    /// <summary>1-based source line of the first character.</summary>
    public required int Line { get; init; }
}
