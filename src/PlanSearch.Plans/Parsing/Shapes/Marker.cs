using PlanSearch.Plans.Parsing.Book;

namespace PlanSearch.Plans.Parsing.Shapes;

/// <summary>The kinds of characters that open a heading, a list item or an entry, outermost first.</summary>
internal enum MarkerKind
{
    /// <summary>No marker.</summary>
    None,

    /// <summary>第一篇, 第一编, 第一部分.</summary>
    Part,

    /// <summary>第一章.</summary>
    Chapter,

    /// <summary>第一节.</summary>
    Section,

    /// <summary>1 as the chapter of an outline 1, 1.1, 1.1.1.</summary>
    DecimalChapter,

    /// <summary>1.1 as a section of such an outline.</summary>
    DecimalSection,

    /// <summary>1.1.1 as a part of a section.</summary>
    DecimalPart,

    /// <summary>第1条 of a plan that is set out in articles, which count through its chapters.</summary>
    Article,

    /// <summary>一、.</summary>
    Ideograph,

    /// <summary>（一）.</summary>
    BracketedIdeograph,

    /// <summary>1. and 1、.</summary>
    Arabic,

    /// <summary>（1） and 1）.</summary>
    BracketedArabic,

    /// <summary>①.</summary>
    Circled,

    /// <summary>—— before an item.</summary>
    Dash,

    /// <summary>◆, ●, ■ and their like.</summary>
    Bullet,
}

/// <summary>What opens a line.</summary>
/// <param name="Kind">Which kind; <see cref="MarkerKind.None"/> is the default value.</param>
/// <param name="Ordinal">The number it counts; 0 for dashes and bullets.</param>
/// <param name="Start">Offset of its first code unit in the text it was read from: not 0 after a list dash ("- 1.").</param>
/// <param name="End">Offset after its last code unit, blanks after it not included.</param>
/// <param name="Rest">Offset of the first code unit of the words after it; the text's length when there are none.</param>
/// <param name="Sign">The first code unit of a dash or bullet, so that one style of bullet differs from another; else '\0'.</param>
internal readonly record struct Marker(MarkerKind Kind, int Ordinal, int Start, int End, int Rest, char Sign)
{
    /// <summary>The rule that read it, or that refused to read one, where its shape alone does not say so.</summary>
    public Rule? Rule { get; init; }

    /// <summary>Whether it is 第…篇, 第…章, 第…节 or a number of a decimal outline, which no list item uses.</summary>
    public bool IsStrong => Kind is >= MarkerKind.Part and <= MarkerKind.DecimalPart;

    /// <summary>Whether it counts, so that a sequence can continue.</summary>
    public bool IsCounted => Kind is >= MarkerKind.Article and <= MarkerKind.Circled;

    /// <summary>Whether a list dash is before the number ("- 1."): such a line is a list item and nothing else.</summary>
    public bool IsListed => Start > 0;
}
