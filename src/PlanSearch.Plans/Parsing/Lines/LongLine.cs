using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Lines;

/// <summary>
/// Cuts a line that holds a good part of a plan at what opens a unit: markers in sequence, box titles, the blanks that line ends have left
/// (R-LINE-4).
/// </summary>
/// <remarks>Where the line is cut tells nothing of the pages or lines of the print: all its blocks name the one source line.</remarks>
internal sealed class LongLine
{
    /// <summary>A paragraph seldom has so many code units, and then no three headings in sequence within.</summary>
    public const int MinLength = 600;

    private const int MinStrong = 3;
    private const int MaxTitle = 60;
    private const int MaxTitlePart = 24;

    private readonly List<int> _cuts = [];
    private readonly int[] _last = new int[(int)MarkerKind.Bullet + 1];
    private readonly int[] _before = new int[(int)MarkerKind.Bullet + 1];
    private readonly Dictionary<string, string> _titles = new(StringComparer.Ordinal);

    /// <summary>
    /// Where its lines begin, in rising order, <paramref name="start"/> first; only that when the line holds no headings in sequence.
    /// </summary>
    /// <remarks>
    /// Lines come in the order of the source: numbers continue from one to the next, and the contents page on one names the titles of the
    /// others.
    /// </remarks>
    public List<int> Cut(string raw, int start, int end)
    {
        _cuts.Clear();
        _last.CopyTo(_before, 0);
        _cuts.Add(start);
        var strong = 0;
        for (var at = start; at < end; at++)
        {
            if (!CanOpen(raw, start, at) && !EndsTitle(raw, at))
            {
                continue;
            }

            var marker = MarkerReader.ReadAt(raw.AsSpan(0, end), at);
            if (marker.IsStrong && IsInSequence(marker))
            {
                strong++;
                at = TakeTitle(raw, at, end, marker) - 1;
            }
            else if (marker.Kind == MarkerKind.Ideograph && at > start && Glyphs.IsFullStop(raw[at - 1]) && IsInSequence(marker))
            {
                strong++;
                Take(marker);
                Add(at);
            }
            else if (OpensUnit(raw, at, end, marker))
            {
                Take(marker);
                Add(at);
            }
            else if (LineScan.EndsSentence(raw, start, at) && Glyphs.IsBlank(raw[at - 1]))
            {
                Add(at);
            }
        }

        if (strong < MinStrong)
        {
            _cuts.RemoveRange(1, _cuts.Count - 1);
            _before.CopyTo(_last, 0);
        }

        return _cuts;
    }

    private void Add(int at)
    {
        if (at > _cuts[^1])
        {
            _cuts.Add(at);
        }
    }

    // A unit opens after a blank or a sentence; 第二章 within a sentence opens none.
    private static bool CanOpen(string raw, int start, int at) =>
        !Glyphs.IsBlank(raw[at])
            && (at == start
                || Glyphs.IsBlank(raw[at - 1])
                || Glyphs.IsFullStop(raw[at - 1])
                || raw[at - 1] is '；' or '”'
                || Glyphs.IsDigit(raw[at - 1])
                || raw[at] == '第');

    // 二、主要任务（一）…: the first of the deeper numbers ends the title right before it.
    private bool EndsTitle(string raw, int at) =>
        raw[at] is '（' or '(' && at - _cuts[^1] <= MaxTitlePart && MarkerReader.ReadAt(raw, _cuts[^1]).Kind == MarkerKind.Ideograph
        && MarkerReader.ReadAt(raw, at) is { Kind: MarkerKind.BracketedIdeograph, Ordinal: 1 };

    // One more than the last of its kind, or the first again: under the next chapter, or in the body after the contents. Where none is
    // before, the plan began on other lines.
    private bool IsInSequence(Marker marker) =>
        marker.Ordinal == 1 || marker.Ordinal == _last[(int)marker.Kind] + 1 || (marker.IsStrong && _last[(int)marker.Kind] == 0);

    private void Take(Marker marker)
    {
        if (marker.Kind == MarkerKind.None)
        {
            return;
        }

        _last[(int)marker.Kind] = marker.Ordinal;
        for (var deeper = (int)marker.Kind + 1; deeper < _last.Length; deeper++)
        {
            _last[deeper] = 0;
        }
    }

    private bool OpensUnit(string raw, int at, int end, Marker marker) =>
        (marker.IsCounted && !Glyphs.IsDigit(raw[Math.Max(0, at - 1)]) && raw[Math.Max(0, at - 1)] != '；' && IsInSequence(marker))
        || (marker.Kind is MarkerKind.Dash or MarkerKind.Bullet && marker.Sign != '-')
        || (raw[at] == '专' && BoxTitle.LabelEndOf(raw.AsSpan(at, end - at)) > 0);

    // The title continues over blanks as long as no part of it is a sentence or a marker; where nothing parts it from its text, the
    // contents page knows it.
    private int TakeTitle(string raw, int at, int end, Marker marker)
    {
        Take(marker);
        Add(at);
        var key = raw[at..marker.End];
        if (_titles.TryGetValue(key, out var known)
            && raw.AsSpan(marker.Rest, end - marker.Rest).StartsWith(known, StringComparison.Ordinal))
        {
            Add(LineScan.SkipBlanks(raw, marker.Rest + known.Length, end));
            return _cuts[^1];
        }

        var stop = marker.Rest;
        while (stop < end && stop - marker.Rest < MaxTitle)
        {
            var partEnd = PartEnd(raw, stop, end);
            if (partEnd == stop
                || (stop > marker.Rest
                    && (partEnd - stop > MaxTitlePart
                        || raw.AsSpan(stop, partEnd - stop).IndexOfAny("，。；：") >= 0
                        || OpensPart(raw, stop, end))))
            {
                break;
            }

            stop = LineScan.SkipBlanks(raw, partEnd, end);
        }

        _titles.TryAdd(key, raw[marker.Rest..stop].TrimEnd(' ', '.', '…', '·', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'));
        Add(stop);
        return Math.Max(stop, at + 1);
    }

    private static bool OpensPart(string raw, int at, int end) =>
        MarkerReader.ReadAt(raw.AsSpan(0, end), at) is { Kind: not MarkerKind.None } || raw[at] == '专';

    private static int PartEnd(string raw, int at, int end)
    {
        var last = Math.Min(end, at + MaxTitlePart + 1);
        while (at < last && !Glyphs.IsBlank(raw[at]) && !(raw[at] == '第' && MarkerReader.ReadAt(raw.AsSpan(0, end), at).IsStrong))
        {
            at++;
        }

        return at;
    }
}
