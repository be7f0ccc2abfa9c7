using System.Collections.Immutable;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Corrections;

/// <summary>Source lines by their words.</summary>
public static class NamedLines
{
    /// <summary>The name of a line of a plan; null for a blank line, or one that there is not.</summary>
    /// <param name="source">The plan.</param>
    /// <param name="line">1-based.</param>
    public static LineWords? Of(SourceText source, int line)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (line < 1 || line > source.Lines.Length || WordsOf(source.Lines[line - 1]) is not { Length: > 0 } words)
        {
            return null;
        }

        var ordinal = 1;
        for (var i = 0; i < line - 1; i++)
        {
            ordinal += WordsOf(source.Lines[i]) == words ? 1 : 0;
        }

        return new LineWords(words, ordinal);
    }

    /// <summary>The lines that some names mean, 1-based; one that means none is not among them.</summary>
    internal static Dictionary<LineWords, int> Find(ImmutableArray<string> lines, IEnumerable<LineWords> names)
    {
        var wanted = names.ToLookup(name => name.Words, StringComparer.Ordinal);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var found = new Dictionary<LineWords, int>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (WordsOf(lines[i]) is { Length: > 0 } words && wanted.Contains(words))
            {
                counts[words] = counts.GetValueOrDefault(words) + 1;
                found[new LineWords(words, counts[words])] = i + 1;
            }
        }

        return found;
    }

    /// <summary>What a line is named by; empty for a blank one.</summary>
    private static string WordsOf(string line)
    {
        var (start, end) = LineScan.Trim(line, 0, line.Length);
        var cut = Math.Min(end, start + LineWords.MaxLength);

        // Half a character is no word.
        cut -= cut < end && cut > start && char.IsHighSurrogate(line[cut - 1]) ? 1 : 0;
        while (cut > start && Glyphs.IsBlank(line[cut - 1]))
        {
            cut--;
        }

        return line[start..cut];
    }
}
