using System.Collections.Immutable;
using System.Globalization;

namespace PlanSearch.Plans.Reading;

/// <summary>
/// What a plan file may be at most. Looked at while a file is read, before anything is built of it: a small file can be made to take all of
/// a machine.
/// </summary>
/// <remarks>
/// Each is at least twenty times what the largest of the 46 real Chinese files has that the readers were measured on: 4,044,049 bytes (a
/// scan), as text 265,798 bytes, 101,638 characters, 3,359 lines (177 of them short), 16,987 characters in one line, 438 cells, 287
/// elements nested 9 deep, 49 pages with 51,445 words. Together they keep what reading and parsing take below 30 times the file and 50 MB.
/// </remarks>
/// <param name="Name">Its name, which does not change.</param>
/// <param name="Value">How much.</param>
/// <param name="Unit">Of what.</param>
/// <param name="Meaning">What it bounds.</param>
/// <param name="Counted">What there is too much of, in Chinese, as it follows its number: 行, 个字符.</param>
public sealed record ReadingBound(string Name, int Value, string Unit, string Meaning, string Counted)
{
    /// <summary>See <see cref="FileBytes"/>.</summary>
    public const int MaxFileBytes = 96 << 20;

    /// <summary>See <see cref="LineLength"/>.</summary>
    public const int MaxLineLength = 2_000_000;

    /// <summary>Bytes of a file of any format: 96 MiB.</summary>
    public static ReadingBound FileBytes { get; } = new("fileBytes", MaxFileBytes, "bytes", "The largest plan file that is read.", "字节");

    /// <summary>Bytes of text, Markdown and web pages: 8 MiB.</summary>
    public static ReadingBound TextBytes { get; } = new(
        "textBytes", 8 << 20, "bytes", "The largest file of text, Markdown or HTML.", "字节文本");

    /// <summary>Characters of all lines.</summary>
    public static ReadingBound Characters { get; } = new(
        "fileCharacters", 4_000_000, "UTF-16 code units", "The most text of a plan file.", "个字符");

    /// <summary>Lines, of text files and as other formats give them.</summary>
    public static ReadingBound Lines { get; } = new("fileLines", 70_000, "lines", "The most lines of a plan file.", "行");

    /// <summary>
    /// Lines of a few characters: each takes as much as a long one, and a file of nothing else is a hundred times smaller than what it
    /// becomes.
    /// </summary>
    public static ReadingBound ShortLines { get; } = new(
        "shortLines", 30_000, "lines", "The most lines of at most 12 characters, blank ones not counted.", "行不超过 12 个字符的短行");

    /// <summary>Characters of one line.</summary>
    public static ReadingBound LineLength { get; } = new(
        "lineLength", MaxLineLength, "UTF-16 code units", "The longest line that is read.", "个字符");

    /// <summary>Cells of all tables together, empty ones included.</summary>
    public static ReadingBound Cells { get; } = new("fileCells", 50_000, "cells", "The most table cells of a plan file.", "个单元格");

    /// <summary>Elements of a page, or lines and special characters of Markdown.</summary>
    public static ReadingBound Elements { get; } = new(
        "fileElements", 40_000, "elements", "The most elements of a web page, or lines and signs of Markdown.", "个网页元素或标记");

    /// <summary>Elements of one XML tree; documents of Word are read a paragraph or table at a time.</summary>
    public static ReadingBound XmlElements { get; } = new(
        "xmlElements",
        100_000,
        "elements",
        "The most elements of an XML part, or of one paragraph or table of a Word document.",
        "个 XML 元素");

    /// <summary>How deep elements nest.</summary>
    public static ReadingBound Depth { get; } = new("fileDepth", 200, "levels", "The deepest nesting of HTML and XML.", "层嵌套");

    /// <summary>Pages of a PDF or OFD file; other formats have none that are read one by one.</summary>
    public static ReadingBound Pages { get; } = new("filePages", 10_000, "pages", "The most pages of a PDF or OFD file.", "页");

    /// <summary>Words of a PDF, each with its place.</summary>
    public static ReadingBound Words { get; } = new(
        "fileWords", 1_100_000, "words", "The most words of a PDF; of a small file 100,000 and one for each eight bytes.", "个词");

    /// <summary>Runs of characters of an OFD file, each with its place; the longest real plan has fewer characters.</summary>
    public static ReadingBound TextRuns { get; } = new(
        "textRuns", 130_000, "runs", "The most runs of text with a place of their own of an OFD file.", "个定位的文字段");

    /// <summary>All of them.</summary>
    public static ImmutableArray<ReadingBound> All { get; } =
        [FileBytes, TextBytes, Characters, Lines, ShortLines, LineLength, Cells, Elements, XmlElements, Depth, Pages, Words, TextRuns];

    /// <summary>The bound for a file for which it is less.</summary>
    internal ReadingBound Within(long most) => this with { Value = (int)Math.Min(Value, most) };

    /// <summary>Whether a line is one of <see cref="ShortLines"/>: 12 characters at most, and not blank.</summary>
    internal static bool IsShort(ReadOnlySpan<char> line) => line.Length <= 12 && !line.IsWhiteSpace();

    /// <summary>Refuses the file when there is more than the bound; where it begins to be too much is enough to know.</summary>
    /// <exception cref="RefusedFileException">There is.</exception>
    internal void Hold(long count)
    {
        if (count > Value)
        {
            throw new RefusedFileException(FailureOf(count));
        }
    }

    private ReadFailure FailureOf(long count) => new(
        ReadFailureCode.TooLarge,
        string.Create(CultureInfo.InvariantCulture, $"文件有 {count} {Counted}（或更多），超过上限 {Value}（{Name}）；请拆分后再入库。"))
    {
        Bound = Name,
    };
}
