namespace PlanSearch.Plans.Parsing.Shapes;

/// <summary>How long things are in plans, and how far one looks for them: one number for one meaning.</summary>
/// <remarks>
/// Lengths are in code units without the marker. Counted on 30 labelled real plans: 758 headings, 987 paragraphs, 65 titles of boxes. Where
/// a bound could be anywhere in a gap, it is the round number in it.
/// </remarks>
internal static class Measures
{
    /// <summary>The longest title: 98 % of the headings, and all but two of the titles of boxes that are alone.</summary>
    public const int Title = 50;

    /// <summary>
    /// The longest title after 第…章: it cannot be taken for anything else, so the longest heading that was found, with a half more.
    /// </summary>
    public const int StrongTitle = 70;

    /// <summary>The longest title that ends with 。: 95 % of the headings have 28 or fewer, and a sentence of so few is rare.</summary>
    public const int TitleWithStop = 30;

    /// <summary>The longest title of a box with its label.</summary>
    public const int BoxTitle = 80;

    /// <summary>The longest sub-heading without number or colon: names of entries begin to be longer.</summary>
    public const int BareTitle = 17;

    /// <summary>The longest line that is a label and no more (制造业：): the longest sub-heading of a labelled box has 25.</summary>
    public const int LabelLine = 25;

    /// <summary>The longest name in a list without marks.</summary>
    public const int BareName = 30;

    /// <summary>The longest name of a project, in a list that has neither marks nor commas.</summary>
    public const int ProjectName = 40;

    /// <summary>The longest lead before 。 or ：; what is longer is a sentence like any other.</summary>
    public const int Lead = 30;

    /// <summary>
    /// The longest line of a cover, caption of a table or figure, or head of a page: the longest caption found has 27, titles of plans
    /// twice that.
    /// </summary>
    public const int Caption = 60;

    /// <summary>The longest line of a contents page: a title with its number and leader.</summary>
    public const int ContentsLine = 70;

    /// <summary>The shortest paragraph: 99 % have 23 or more.</summary>
    public const int Paragraph = 20;

    /// <summary>How many lines a number's next one is looked for: a page or two. It also keeps the search linear.</summary>
    public const int SiblingReach = 40;

    /// <summary>How many blocks the mark of a footnote is looked for: what a page holds, thrice.</summary>
    public const int NoteReach = 60;

    /// <summary>How many lines before a box tell how its section writes.</summary>
    public const int SectionReach = 80;
}
