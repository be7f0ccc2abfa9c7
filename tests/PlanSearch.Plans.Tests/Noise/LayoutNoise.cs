using System.Text;

namespace PlanSearch.Plans.Tests.Noise;

/// <summary>How a plan may be laid out in a file; what differs from the default is what a conversion did to it.</summary>
internal sealed record LayoutNoise
{
    /// <summary>The number of characters after which every line breaks; 0 for none.</summary>
    public int WrapAt { get; init; }

    /// <summary>Whether Latin characters and digits take half the room of the others, as print has it.</summary>
    public bool ByWidth { get; init; }

    /// <summary>Whether the first line of a wrapped paragraph was two characters shorter, for an indent that is no longer there.</summary>
    public bool DroppedIndent { get; init; }

    /// <summary>Whether blank lines part the blocks.</summary>
    public bool BlankLines { get; init; } = true;

    /// <summary>Whether a blank line is after every line, so that blank lines say nothing.</summary>
    public bool DoubleSpaced { get; init; }

    /// <summary>What is before a paragraph's first line.</summary>
    public string Indent { get; init; } = "";

    /// <summary>Characters of text after which a page ends; 0 for none.</summary>
    public int PageSize { get; init; }

    /// <summary>How the number of a page is printed: {0} alone, - {0} -, or glued to the next line.</summary>
    public PageNumber PageNumber { get; init; }

    /// <summary>Whether brackets, colons and points are those of ASCII.</summary>
    public bool AsciiSigns { get; init; }

    /// <summary>Whether headings and leads are between ** as in Markdown.</summary>
    public bool Bold { get; init; }

    /// <summary>Whether each cell of a table is on a line of its own.</summary>
    public bool CellPerLine { get; init; }

    /// <summary>The line end.</summary>
    public string LineEnd { get; init; } = "\n";

    /// <summary>The encoding.</summary>
    public Encoding Encoding { get; init; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
}

/// <summary>How a page number is printed.</summary>
internal enum PageNumber
{
    /// <summary>12 on a line.</summary>
    Bare,

    /// <summary>- 12 - on a line.</summary>
    Dressed,

    /// <summary>1 2 on a line.</summary>
    Spaced,

    /// <summary>12 right before the words of the next line.</summary>
    Glued,
}
