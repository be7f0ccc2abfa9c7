using PlanSearch.Index.Segments;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Search.Matching;

/// <summary>Finds a pattern of fixed strings and gaps: its longest fixed string by the lists, the rest in the text around it.</summary>
/// <remarks>
/// Work is bounded: for each occurrence of the longest string at most as many starts are tried as the gaps before it allow, and a pair of
/// string and place that led nowhere is not visited again by the next start, within a bounded memory of such pairs.
/// </remarks>
internal sealed class PatternMatcher
{
    /// <summary>Some megabytes. Starts rise, so that forgetting costs one visit more of what lies ahead.</summary>
    private const int MaxRemembered = 1 << 17;

    private readonly HashSet<(int Part, int At)> _failed = [];
    private readonly SegmentReader _segment;
    private readonly PatternQuery _pattern;
    private readonly string[] _fixed;
    private readonly int _anchor;

    /// <summary>Prepares a pattern for a segment.</summary>
    public PatternMatcher(SegmentReader segment, PatternQuery pattern)
    {
        (_segment, _pattern) = (segment, pattern);
        _fixed = [.. pattern.Fixed.Select(Fold.Of)];
        _anchor = Array.IndexOf(_fixed, _fixed.MaxBy(part => part.Length));
    }

    /// <summary>The occurrences that begin in a range of the text, rising, one for each place they can begin at.</summary>
    public PooledBuffer<Occurrence> Find(int from, int to, int number)
    {
        var (least, most) = BeforeAnchor();
        using var anchors = new PooledBuffer<int>();
        var literal = new LiteralQuery(_fixed[_anchor]) { IsOpenAtStart = true, IsOpenAtEnd = true };
        new LiteralMatcher(_segment, literal).Find(from, to, whole: false, overlapping: true, anchors);
        var found = new PooledBuffer<Occurrence>();
        var tried = from - 1;
        foreach (var anchor in anchors.Span)
        {
            for (var start = Math.Max(tried + 1, anchor - most); start <= anchor - least; start++)
            {
                tried = start;
                var end = Match(0, start);
                if (end >= 0 && IsWhole(start, end))
                {
                    found.Add(new Occurrence(start, end - start, number, _segment.Blocks.Find(start)));
                }
            }
        }

        return found;
    }

    /// <summary>How many code units can be before the anchor; a gap's character may be two.</summary>
    private (int Least, int Most) BeforeAnchor()
    {
        var fixedLength = _fixed.Take(_anchor).Sum(part => part.Length);
        var gaps = _pattern.Gaps.Take(_anchor).ToList();
        return (fixedLength + gaps.Sum(gap => gap.Least), fixedLength + gaps.Sum(gap => 2 * gap.Most));
    }

    /// <summary>
    /// The end of the pattern from a string on at a place, gaps as short as they can be; -1 when it is not there.
    /// </summary>
    private int Match(int part, int at)
    {
        if (_failed.Contains((part, at)) || !StandsAt(_fixed[part], at))
        {
            return -1;
        }

        at += _fixed[part].Length;
        if (part == _fixed.Length - 1)
        {
            return at;
        }

        var start = at - _fixed[part].Length;
        var gap = _pattern.Gaps[part];
        for (var taken = 0; taken <= gap.Most; taken++)
        {
            if (taken >= gap.Least && Match(part + 1, at) is >= 0 and var end)
            {
                return end;
            }

            if (UnitAt(at) == Fold.Separator)
            {
                break;
            }

            at += char.IsHighSurrogate(UnitAt(at)) && char.IsLowSurrogate(UnitAt(at + 1)) ? 2 : 1;
        }

        if (_failed.Count == MaxRemembered)
        {
            _failed.Clear();
        }

        _failed.Add((part, start));
        return -1;
    }

    private bool StandsAt(string text, int at)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (UnitAt(at + i) != text[i])
            {
                return false;
            }
        }

        return true;
    }

    private bool IsWhole(int start, int end) =>
        !(Fold.IsRunUnit(_fixed[0][0]) && Fold.IsRunUnit(UnitAt(start - 1)))
            && !(Fold.IsRunUnit(_fixed[^1][^1]) && Fold.IsRunUnit(UnitAt(end)));

    /// <summary>The folded unit at an offset; a separator outside the text.</summary>
    private char UnitAt(int offset) =>
        offset >= 0 && offset < _segment.Summary.TextLength ? _segment.FoldedUnits[_segment.Text[offset]] : Fold.Separator;
}
