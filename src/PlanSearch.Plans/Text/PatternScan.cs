namespace PlanSearch.Plans.Text;

/// <summary>Finds a pattern in the folded text of a block: each place it can begin at, with gaps as short as they can be.</summary>
/// <remarks>A pair of string and place that led nowhere is not visited again, so work is bounded by the text and the gaps.</remarks>
internal sealed class PatternScan
{
    private readonly string _text;
    private readonly PatternQuery _pattern;
    private readonly string[] _fixed;
    private readonly HashSet<(int Part, int At)> _failed = [];

    private PatternScan(string text, PatternQuery pattern) =>
        (_text, _pattern, _fixed) = (text, pattern, [.. pattern.Fixed.Select(Fold.Of)]);

    /// <summary>Starts and ends, by rising start; those inside a longer run of letters and digits are left out.</summary>
    public static IEnumerable<(int Start, int End)> In(string folded, PatternQuery pattern)
    {
        var scan = new PatternScan(folded, pattern);
        var first = scan._fixed[0];
        for (var start = folded.IndexOf(first, StringComparison.Ordinal); start
            >= 0; start = folded.IndexOf(first, start + 1, StringComparison.Ordinal))
        {
            var end = scan.EndOf(0, start);
            if (end >= 0 && RunRule.IsWhole(folded, start, end, isOpenAtStart: false, isOpenAtEnd: false))
            {
                yield return (start, end);
            }
        }
    }

    /// <summary>The end of the pattern from a string on at a place; -1 when it does not occur there.</summary>
    private int EndOf(int part, int start)
    {
        if (_failed.Contains((part, start)) || string.CompareOrdinal(_text, start, _fixed[part], 0, _fixed[part].Length) != 0)
        {
            return -1;
        }

        var at = start + _fixed[part].Length;
        if (part == _fixed.Length - 1)
        {
            return at;
        }

        var gap = _pattern.Gaps[part];
        for (var taken = 0; taken <= gap.Most; taken++)
        {
            if (taken >= gap.Least && EndOf(part + 1, at) is >= 0 and var end)
            {
                return end;
            }

            if (at >= _text.Length || _text[at] == Fold.Separator)
            {
                break;
            }

            at += char.IsSurrogatePair(_text, at) ? 2 : 1;
        }

        _failed.Add((part, start));
        return -1;
    }
}
