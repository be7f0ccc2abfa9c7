using System.Collections.Immutable;

namespace PlanSearch.Plans.Reading;

/// <summary>A plan file as decoded lines.</summary>
/// <remarks>Lines are numbered from 1 as any editor numbers them; LF, CRLF and CR end a line and are not in it. A byte order mark is not in the text.</remarks>
public sealed record SourceText
{
    /// <summary>The name of the encoding: utf-8, utf-16le, utf-16be, gb18030.</summary>
    public required string Encoding { get; init; }

    /// <summary>Why that encoding: 字节顺序标记, 严格 UTF-8, ….</summary>
    public required string EncodingReason { get; init; }

    /// <summary>The lines; index 0 is line 1. A last line without an end counts, an empty rest after the last end does not.</summary>
    public required ImmutableArray<string> Lines { get; init; }

    /// <summary>What was odd about the bytes, with lines: replaced code units, an unlikely encoding.</summary>
    public ImmutableArray<Parsing.ParseDiagnostic> Diagnostics { get; init; } = [];

    /// <summary>The decoded text with LF after each line: what a digest is taken over, the same for every encoding and line end.</summary>
    public string ToText() => string.Concat(Lines.Select(line => line + "\n"));
}
