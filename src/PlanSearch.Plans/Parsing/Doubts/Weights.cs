namespace PlanSearch.Plans.Parsing.Doubts;

/// <summary>What each kind of evidence against an outline weighs; RULES.md says on which plans they were fitted.</summary>
internal static class Weights
{
    /// <summary>Short lines with a number, alone over a paragraph, that are no headings.</summary>
    public const double TitleLeftOut = 1.5;

    /// <summary>（一） in sequence and alone that is no heading.</summary>
    public const double BracketLeftOut = 2;

    /// <summary>第一章 or 一、 in sequence that is no heading.</summary>
    public const double NumberLeftOut = 1.5;

    /// <summary>Short lines without number and stop among the paragraphs.</summary>
    public const double ShortLines = 3;

    /// <summary>Top headings whose number does not rise.</summary>
    public const double Restart = 4.5;

    /// <summary>Headings with nothing under them.</summary>
    public const double Empty = 4;

    /// <summary>The same title twice at one depth.</summary>
    public const double Repeated = 4;

    /// <summary>Text before the first heading.</summary>
    public const double BeforeFirst = 4.5;

    /// <summary>Lines with a number in the middle of a paragraph.</summary>
    public const double Swallowed = 1.5;

    /// <summary>Headings under one of a deeper kind of number.</summary>
    public const double Inverted = 2.5;

    /// <summary>Siblings of which some end with a full stop.</summary>
    public const double MixedStops = 2.5;

    /// <summary>Top headings of several kinds.</summary>
    public const double MixedTop = 2.5;

    /// <summary>Headings more than one level below the one before.</summary>
    public const double Jump = 2;

    /// <summary>Titles of the contents page that are not in the outline, and the other way round.</summary>
    public const double Contents = 0.5;

    /// <summary>Numbers without the one before.</summary>
    public const double Gap = 1;

    /// <summary>The share of the largest chapter.</summary>
    public const double LargestChapter = 0.1;
}
