using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Pages;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Wrapping;

/// <summary>
/// Puts lines together that a fixed width had wrapped, so that every later rule sees the line as it was written (the R-WRAP rules).
/// </summary>
internal sealed class Unwrap
{
    private readonly List<Line> _lines;
    private readonly WrapGauge _gauge;
    private readonly WrapManner _manner;
    private readonly Sequences _sequences = new();
    private readonly List<Line> _unwrapped;
    private readonly List<Line> _chain = [];
    private readonly List<Line> _between = [];
    private readonly ParseLog _log;

    private Unwrap(List<Line> lines, WrapGauge gauge, ContentsTitles titles, ParseLog log)
    {
        (_lines, _gauge, _manner) = (lines, gauge, new WrapManner(lines, gauge, titles));
        _log = log;
        _unwrapped = new List<Line>(lines.Count);
    }

    /// <summary>
    /// The lines of text; <paramref name="lines"/> themselves where nothing is wrapped. Page marks stay lines, after the line they
    /// interrupt.
    /// </summary>
    /// <param name="lines">All lines, with the marks of the page told.</param>
    /// <param name="titles">What the contents page names.</param>
    /// <param name="log">Takes what was guessed.</param>
    public static List<Line> Apply(List<Line> lines, ContentsTitles titles, ParseLog log)
    {
        var gauge = WrapGauge.Of(lines);
        return gauge.IsAnyWrapped ? new Unwrap(lines, gauge, titles, log).Run() : lines;
    }

    private List<Line> Run()
    {
        for (var i = 0; i < _lines.Count; i++)
        {
            if (_gauge.WidthAt(i) == 0 || _lines[i] is { HasCells: true } or { Kind: not null })
            {
                _unwrapped.Add(_lines[i]);
                _sequences.TakeIfCounted(_lines[i]);
                continue;
            }

            i = TakeChain(i);
        }

        if (_manner.Guesses > 0)
        {
            _log.Add(_manner.FirstGuess, Rules.StopOnFullLine, $"折行处恰好句止而无缩进、空行可据，按接续处理，共 {_manner.Guesses} 处，首处即此行。");
        }

        return _unwrapped;
    }

    // Takes the line at first and all that continue it; returns the index of the last line taken.
    private int TakeChain(int first)
    {
        _chain.Clear();
        _between.Clear();
        _chain.Add(_lines[first]);
        _sequences.TakeIfCounted(_lines[first]);
        var (last, rest) = (first, LineRest.Unknown);
        for (var next = NextText(first); ; next = NextText(next))
        {
            var isFull = IsFull(last, next, isFirst: last == first);
            if (next < _lines.Count && _lines[last].Ending != Ending.Open)
            {
                _lines[next].TakeNumberInSequence(_sequences);
            }

            if (next == _lines.Count || !IsWrappedText(next) || !_manner.GoesOn(_chain, last, next, NextText(next), isFull, _sequences))
            {
                rest = isFull && _chain[^1].Ending == Ending.Open ? LineRest.GoesOn : LineRest.Complete;
                break;
            }

            for (var between = last + 1; between < next; between++)
            {
                _between.Add(_lines[between]);
            }

            if (next > last + 1 && Seam.DoubledAt(_lines[last].Plain, _lines[next].Plain) is var doubled and > 0)
            {
                _log.Add(_lines[next].Number, Rules.DoubledCharacters, $"断页处文字重复：“{_lines[next].Plain.AsSpan(0, doubled)}”，原文如此，未删。");
            }

            _chain.Add(_lines[next]);
            last = next;
        }

        var line = _chain.Count == 1 ? _chain[0] : Joined();
        line.Rest = rest;
        _unwrapped.Add(line);
        _unwrapped.AddRange(_between);
        return last;
    }

    private bool IsWrappedText(int at) => _gauge.WidthAt(at) > 0 && _lines[at] is { HasCells: false, Kind: null };

    // Page marks are between the lines of a paragraph.
    private int NextText(int at)
    {
        do
        {
            at++;
        }
        while (at < _lines.Count && _lines[at].Kind == BlockKind.Noise);

        return at;
    }

    // R-WRAP-2: a line is full when what opens the next one would not have found room on it.
    private bool IsFull(int at, int next, bool isFirst)
    {
        var width = _gauge.WidthAt(at);
        var room = width - _gauge.Measure(_lines[at].Printed) - (isFirst ? _manner.DroppedIndentAt(at) : 0);
        var tolerance = _lines[at].Ending == Ending.Stop ? WrapManner.StopTolerance : WrapManner.Tolerance;
        return next < _lines.Count && WrapManner.OpeningOf(_lines[next].Plain) is var opening && _gauge.Measure(opening) + tolerance > room;
    }

    private Line Joined() => new Line(_chain, Seam.Join(_chain.Select(line => line.Plain))).FormedBy(Rules.WrappedSource);
}
