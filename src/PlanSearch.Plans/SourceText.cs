using System.Collections.Immutable;

namespace PlanSearch.Plans;

/// <summary>A plan file as decoded lines.</summary>
/// <remarks>
/// Lines are numbered from 1 as any editor numbers them; LF, CRLF and CR end a line and are not in it. A byte order mark is not in the
/// text.
/// </remarks>
public sealed record SourceText
{
    /// <summary>
    /// The name of the encoding: utf-8, utf-16le, utf-16be, gb18030; unicode for formats that hold characters, not bytes of text.
    /// </summary>
    public required string Encoding { get; init; }

    /// <summary>Why that encoding: 字节顺序标记, 严格 UTF-8, ….</summary>
    public required string EncodingReason { get; init; }

    /// <summary>What the file is, as a person names it: 纯文本, Markdown, HTML, Word（docx）, OFD, PDF, ….</summary>
    public string Format { get; init; } = "纯文本";

    /// <summary>The program that took part in reading, with its version (soffice 7.4.7); empty when none did.</summary>
    public string Program { get; init; } = "";

    /// <summary>The lines; index 0 is line 1. A last line without an end counts, an empty rest after the last end does not.</summary>
    /// <remarks>
    /// Markdown keeps its line numbers. Of other formats the lines are those a reader of the page would write down, numbered as they were
    /// taken out.
    /// </remarks>
    public required ImmutableArray<string> Lines { get; init; }

    /// <summary>
    /// The 1-based page each line begins on, as many as <see cref="Lines"/> and never falling; empty where the source has no pages.
    /// </summary>
    public ImmutableArray<int> Pages { get; init; } = [];

    /// <summary>
    /// 1-based numbers of the lines that a web page shows around its article, rising: menus, buttons, links to files, the footer.
    /// </summary>
    public ImmutableArray<int> Furniture { get; init; } = [];

    /// <summary>What the file says its title is, where its format has a place for it; else empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>What people have said of its lines, beside the file; the parser does not know better.</summary>
    public ImmutableArray<OutlineCorrection> Corrections { get; init; } = [];

    /// <summary>What was odd about the bytes, with lines: replaced code units, an unlikely encoding.</summary>
    public ImmutableArray<ParseDiagnostic> Diagnostics { get; init; } = [];
}
