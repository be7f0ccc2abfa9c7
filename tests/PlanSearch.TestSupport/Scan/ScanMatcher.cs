using PlanSearch.Engine.Queries;

namespace PlanSearch.TestSupport.Scan;

/// <summary>Where a literal occurs in one cell, by looking at every place.</summary>
/// <param name="fold">The folding of a text; the engine's unless a test brings its own.</param>
public sealed class ScanMatcher(Func<string, string> fold)
{
    /// <summary>Starts of the occurrences, leftmost first, none overlapping the one before.</summary>
    /// <param name="literal">What is looked for.</param>
    /// <param name="cell">The text of a cell, or of a block without cells.</param>
    /// <param name="isRuleLifted">Counts an occurrence inside a longer run of letters and digits as well.</param>
    public IEnumerable<int> Starts(LiteralQuery literal, string cell, bool isRuleLifted = false)
    {
        var (text, wanted) = literal.IsExact ? (cell, literal.Text) : (fold(cell), fold(literal.Text));
        for (var at = 0; at + wanted.Length <= text.Length;)
        {
            var isMatch = string.CompareOrdinal(text, at, wanted, 0, wanted.Length) == 0
                && (isRuleLifted || literal.IsExact || IsWholeRun(literal, text, at, wanted));
            if (isMatch)
            {
                yield return at;
            }

            at += isMatch ? wanted.Length : 1;
        }
    }

    private static bool IsWholeRun(LiteralQuery literal, string text, int at, string wanted)
    {
        var end = at + wanted.Length;
        var isCutAtStart = !literal.IsOpenAtStart && char.IsAsciiLetterOrDigit(wanted[0]) && at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]);
        var isCutAtEnd = !literal.IsOpenAtEnd && char.IsAsciiLetterOrDigit(wanted[^1]) && end < text.Length && char.IsAsciiLetterOrDigit(text[end]);
        return !isCutAtStart && !isCutAtEnd;
    }
}
