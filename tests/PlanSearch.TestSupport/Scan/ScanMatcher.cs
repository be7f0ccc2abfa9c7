using System.Runtime.CompilerServices;
using PlanSearch.Engine.Queries;

namespace PlanSearch.TestSupport.Scan;

/// <summary>Where a literal occurs in one cell, by looking at every place.</summary>
/// <param name="fold">The folding of a text; the engine's unless a test brings its own.</param>
public sealed class ScanMatcher(Func<string, string> fold)
{
    private readonly ConditionalWeakTable<string, string> _folded = [];

    /// <summary>Starts of all occurrences, from the left, those that overlap included.</summary>
    /// <param name="literal">What is looked for.</param>
    /// <param name="cell">The text of a cell, or of a block without cells.</param>
    /// <param name="isRuleLifted">Takes an occurrence inside a longer run of letters and digits as well.</param>
    public IEnumerable<int> Starts(LiteralQuery literal, string cell, bool isRuleLifted = false)
    {
        var (text, wanted) = literal.IsExact ? (cell, literal.Text) : (Folded(cell), Folded(literal.Text));
        for (var at = text.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = text.IndexOf(wanted, at + 1, StringComparison.Ordinal))
        {
            if (isRuleLifted || literal.IsExact || IsWholeRun(literal, text, at, wanted))
            {
                yield return at;
            }
        }
    }

    /// <summary>How many occurrences a reader would tick off: leftmost first, none overlapping the one before.</summary>
    public int Count(LiteralQuery literal, string cell, bool isRuleLifted)
    {
        var (count, end) = (0, 0);
        foreach (var start in Starts(literal, cell, isRuleLifted).Where(start => start >= end))
        {
            (count, end) = (count + 1, start + literal.Text.Length);
        }

        return count;
    }

    /// <summary>Every cell is folded once: thousands of questions are asked of the same texts.</summary>
    private string Folded(string text) => _folded.GetValue(text, unfolded => fold(unfolded));

    private static bool IsWholeRun(LiteralQuery literal, string text, int at, string wanted)
    {
        var end = at + wanted.Length;
        var isCutAtStart = !literal.IsOpenAtStart && char.IsAsciiLetterOrDigit(wanted[0]) && at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]);
        var isCutAtEnd = !literal.IsOpenAtEnd && char.IsAsciiLetterOrDigit(wanted[^1]) && end < text.Length && char.IsAsciiLetterOrDigit(text[end]);
        return !isCutAtStart && !isCutAtEnd;
    }
}
