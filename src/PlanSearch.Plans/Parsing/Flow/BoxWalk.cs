using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Flow;

/// <summary>Walks on from a box's title and finds the box's end by evidence (the R-BOX-END rules).</summary>
/// <remarks>
/// Lines that surely belong are committed. A paragraph that may already be running text waits; it is committed when the box's own
/// numbering continues after it, and given back when a heading, the outer numbering or the end comes first.
/// </remarks>
internal sealed class BoxWalk
{
    // Running text of more lines than this does not belong to an entry, whatever number comes after it.
    private const int MaxWaiting = 8;

    private readonly List<Line> _lines;
    private readonly HeadingEvidence _evidence;
    private readonly BoxHeadings _headings;
    private readonly Joiner _joiner;
    private readonly Sequences _outer;
    private readonly BoxMembers _members;
    private readonly int _title;
    private readonly SectionManner _manner;

    private readonly List<int> _waiting = [];
    private int _end;
    private int _subHeadings;
    private int _underHeading;
    private int _fewest;
    private Line? _open;
    private Line? _previousItem;

    private BoxWalk(List<Line> lines, int titleEnd, HeadingEvidence headings, Joiner joiner, Sequences outer)
    {
        (_lines, _title, _evidence, _joiner, _outer, _end) = (lines, titleEnd, headings, joiner, outer, titleEnd);
        _manner = SectionManner.Before(lines, titleEnd);
        _members = new BoxMembers(_manner);
        _headings = new BoxHeadings(lines, headings, _members);
    }

    /// <summary>
    /// Finds the end of the box whose title's last line is before <paramref name="titleEnd"/>, and joins the lines within.
    /// </summary>
    public static BoxEnd Find(List<Line> lines, int titleEnd, HeadingEvidence headings, Joiner joiner, Sequences outer) =>
        new BoxWalk(lines, titleEnd, headings, joiner, outer).Walk();

    private BoxEnd Walk()
    {
        for (var i = _title; i < _lines.Count; i++)
        {
            var line = _lines[i];
            if (line.IsTransparent)
            {
                continue;
            }

            if (_open is not { Ending: Ending.Open })
            {
                line.TakeNumberInSequence(_members.Numbers);
            }

            if (HardEnd(line) is { } rule)
            {
                return Close(rule, 1);
            }

            if (line.Table >= 0)
            {
                if (!_members.IncludesTable(line, Waiting()))
                {
                    return Close(Rules.EndWithTable, 0.8);
                }

                Commit(i);
                (_members.HasTable, _open) = (true, null);
            }
            else if (line.Marker.IsCounted && EndsByOuterNumber(line))
            {
                return Close(Rules.OuterNumber, _waiting.Count > 0 ? 0.7 : 0.9);
            }
            else if (!line.Decide(Rules.TwoNames, BoxMembers.AreNames(_open, line))
                && _joiner.Continues(_open, line, _members.Numbers, _previousItem))
            {
                line.Decide(Rules.Continuation, _open!);
                _open = line;
                Place(i, waits: _waiting.Count > 0);
            }
            else
            {
                Start(i);
            }

            if (_waiting.Count > MaxWaiting)
            {
                break;
            }
        }

        return Close(Rules.EndOfDocument, 0.9);
    }

    /// <summary>
    /// The rule by which the line ends every box: a heading (R-BOX-END-1), the next box (R-BOX-END-2), the document's end (R-BOX-END-3);
    /// null when it ends none.
    /// </summary>
    public static Rule? HardEnd(Line line) =>
        IsCutOutHeading(line) ? Rules.EndAtHeading
        : line.OpensAny(Opens.BoxTitle) ? Rules.EndAtNextBox
        : line.OpensAny(Opens.Heading) ? Rules.EndAtHeading
        : line.Kind is BlockKind.Trailer ? Rules.EndOfDocument
        : null;

    // What was cut out of a line because the numbers around it leave room for a heading is one.
    private static bool IsCutOutHeading(Line line) =>
        (line.FormRule == Rules.HeadingAtLineEnd || line.FormRule == Rules.WideBlanks) && line.Marker.IsCounted
        && line.OpensAny(Opens.Title | Opens.TitleWithStop);

    // R-BOX-END-4: the numbering of the text around the box continues. Where the box's own would continue too, the shape decides.
    private bool EndsByOuterNumber(Line line)
    {
        if (line.Marker.IsListed || !_outer.GoesOn(line.Marker))
        {
            return false;
        }

        if (!_members.Numbers.GoesOn(line.Marker))
        {
            return true;
        }

        var isOuterShape = Shape(line) == Shape(_outer.LastOf(line.Marker.Kind)!);
        var isInnerShape = Shape(line) == Shape(_members.Numbers.LastOf(line.Marker.Kind)!);
        return _outer.IsLive(line.Marker.Kind) && isOuterShape && !isInnerShape;
    }

    private static (bool Title, bool Label, bool Sentence) Shape(Line line) =>
        (line.OpensAny(Opens.Title), Sentence.OpensWithLabel(line.Words), Sentence.OpensWithSentence(line.Words));

    private void Start(int at)
    {
        var line = _lines[at];
        var sameList = _open is not null && line.Marker.Kind == _open.Marker.Kind;
        _previousItem = line.Marker.Kind != MarkerKind.None && sameList ? _open : null;
        var isHeading = _headings.Is(at, _previousItem);
        var next = _evidence.NextInFlow(at);
        var belongs = line.Decide(Rules.Belongs, _members.Includes(line, Waiting(), _open, isHeading))
            || (_waiting.Count == 0 && _members.IncludesFirstEntry(line, next < _lines.Count ? _lines[next] : null));
        if (belongs)
        {
            _members.Take(line, isHeading);
        }

        CountUnderHeadings(line, belongs && isHeading);
        Place(at, waits: !belongs);
        _open = belongs && _members.EndsWithHeading ? null : line;
    }

    private void CountUnderHeadings(Line line, bool isHeading)
    {
        if (isHeading)
        {
            _fewest = _subHeadings > 0 ? Math.Min(_fewest, _underHeading) : int.MaxValue;
            (_subHeadings, _underHeading) = (_subHeadings + 1, 0);
        }
        else if (line.Marker.Kind == MarkerKind.None)
        {
            _underHeading++;
        }
    }

    // R-BOX-END-11: the last sub-heading has as many paragraphs as each one before it.
    private int WaitingUnderHeading()
    {
        if (_subHeadings < 2)
        {
            return 0;
        }

        var missing = _fewest - (_underHeading - _waiting.Count(at => _lines[at].Continues is null));
        var lines = 0;
        while (lines < _waiting.Count
            && _lines[_waiting[lines]].Marker.Kind == MarkerKind.None
            && !(_manner.Led > 0 && OpensWithLead(_lines[_waiting[lines]]))
            && (_lines[_waiting[lines]].Continues is not null || missing-- > 0))
        {
            lines++;
        }

        return lines;
    }

    private List<Line> Waiting() => [.. _waiting.Select(at => _lines[at])];

    // R-BOX-END-9: a box of plain paragraphs continues as long as they have no lead sentence, where the chapter's paragraphs do.
    private static bool OpensWithLead(Line line) =>
        line.Continues is null && (line.Marker.Kind != MarkerKind.None || Sentence.OpensWithSentence(line.Plain));

    private bool SectionUsesLeads => _manner.All >= 2 && _manner.Led >= _manner.All - 1;

    private void Place(int at, bool waits)
    {
        if (waits)
        {
            _waiting.Add(at);
        }
        else
        {
            Commit(at);
        }
    }

    private void Commit(int at)
    {
        _waiting.Clear();
        _end = at + 1;
    }

    // What waited goes back to the running text; its joins are made anew there.
    private BoxEnd Close(Rule rule, double confidence)
    {
        if (_waiting.Count == 0)
        {
            return new BoxEnd(_end, rule, confidence);
        }

        if (WaitingUnderHeading() is var owed and > 0)
        {
            foreach (var at in _waiting.Skip(owed))
            {
                _lines[at].StandAlone();
            }

            return new BoxEnd(_waiting[owed - 1] + 1, Rules.AsManyParagraphs, 0.6);
        }

        var goOn = _members.IsPlain && SectionUsesLeads ? _waiting.TakeWhile(at => !OpensWithLead(_lines[at])).Count() : 0;
        foreach (var at in _waiting.Skip(goOn))
        {
            _lines[at].StandAlone();
        }

        if (goOn > 0)
        {
            return new BoxEnd(_waiting[goOn - 1] + 1, Rules.PlainParagraphs, 0.6);
        }

        var first = _lines[_waiting[0]];
        return first.Marker.IsCounted ? new BoxEnd(_end, Rules.EndAtNewList, 0.7)
            : Sentence.OpensWithSentence(first.Plain) ? new BoxEnd(_end, Rules.EndAtLead, 0.8)
            : new BoxEnd(_end, Rules.EndAtParagraph, 0.6);
    }
}
