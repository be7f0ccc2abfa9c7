using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using PlanSearch.Plans.Text;

namespace PlanSearch.TestSupport.Scan;

/// <summary>Where a literal occurs in one cell, by looking at every place.</summary>
/// <param name="fold">The folding of a text; the engine's unless a test brings its own.</param>
public sealed class ScanMatcher(Func<string, string> fold)
{
    private readonly ConditionalWeakTable<string, string> _folded = [];
    private readonly ConditionalWeakTable<PatternQuery, Regex> _patterns = [];

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

    /// <summary>Where a pattern can begin, and how long it is there with gaps as short as they can be.</summary>
    public IEnumerable<(int Start, int Length)> Spans(PatternQuery pattern, string cell)
    {
        var text = Folded(cell);
        var regex = _patterns.GetValue(pattern, RegexOf);
        for (var start = 0; start < text.Length; start++)
        {
            var match = regex.Match(text, start);
            var whole = new LiteralQuery(match.Value.Length == 0 ? "-" : match.Value);
            if (match.Success && IsWholeRun(whole, text, start, match.Value))
            {
                yield return (start, match.Length);
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

    private Regex RegexOf(PatternQuery pattern)
    {
        var text = new StringBuilder(@"\G").Append(Regex.Escape(fold(pattern.Fixed[0])));
        for (var i = 0; i < pattern.Gaps.Length; i++)
        {
            text.Append(@"(?>[\uD800-\uDBFF][\uDC00-\uDFFF]|[\s\S])").Append($"{{{pattern.Gaps[i].Least},{pattern.Gaps[i].Most}}}?");
            text.Append(Regex.Escape(fold(pattern.Fixed[i + 1])));
        }

        return new Regex(text.ToString(), RegexOptions.CultureInvariant);
    }

    private static bool IsWholeRun(LiteralQuery literal, string text, int at, string wanted)
    {
        var end = at + wanted.Length;
        var isCutAtStart = !literal.IsOpenAtStart && char.IsAsciiLetterOrDigit(wanted[0]) && at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]);
        var isCutAtEnd = !literal.IsOpenAtEnd && char.IsAsciiLetterOrDigit(wanted[^1]) && end < text.Length && char.IsAsciiLetterOrDigit(text[end]);
        return !isCutAtStart && !isCutAtEnd;
    }
}
