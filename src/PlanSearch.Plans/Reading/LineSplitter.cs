using System.Collections.Immutable;
using PlanSearch.Plans.Parsing.Book;

namespace PlanSearch.Plans.Reading;

/// <summary>Cuts decoded text into lines and replaces the code units that the index keeps for itself.</summary>
internal static class LineSplitter
{
    /// <summary>The lines without their ends; LF, CRLF and CR end one. No more than a plan may have, nor more cells.</summary>
    /// <param name="text">The decoded text.</param>
    /// <param name="diagnostics">Takes one entry per line in which U+0000 or U+FFFF became U+FFFD.</param>
    public static ImmutableArray<string> Split(string text, ImmutableArray<ParseDiagnostic>.Builder diagnostics)
    {
        ReadingBound.Cells.Hold(text.AsSpan().Count('\t'));
        var lines = ImmutableArray.CreateBuilder<string>();
        var shortLines = 0;
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny('\r', '\n');
            var end = length < 0 ? text.Length : start + length;
            lines.Add(Clean(text[start..end], lines.Count + 1, diagnostics));
            ReadingBound.Lines.Hold(lines.Count);
            ReadingBound.ShortLines.Hold(shortLines += ReadingBound.IsShort(lines[^1]) ? 1 : 0);
            start = end + 1;
            if (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n')
            {
                start++;
            }
        }

        return lines.ToImmutable();
    }

    /// <summary>The line with U+FFFD where a reserved code unit was; <paramref name="diagnostics"/> then takes an entry.</summary>
    public static string Clean(string line, int number, ImmutableArray<ParseDiagnostic>.Builder diagnostics)
    {
        if (line.AsSpan().IndexOfAny('\0', '\uFFFF') < 0)
        {
            return line;
        }

        diagnostics.Add(new ParseDiagnostic(number, Rules.ReservedCharacters.Id, "含 U+0000 或 U+FFFF，已换为 U+FFFD。"));
        return line.Replace('\0', '\uFFFD').Replace('\uFFFF', '\uFFFD');
    }
}
