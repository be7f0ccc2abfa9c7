using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Pages;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Flow;

/// <summary>A box while blocks are built.</summary>
/// <param name="Title">Index of its title line.</param>
/// <param name="End">Where and why it ends.</param>
internal readonly record struct BoxDraft(int Title, BoxEnd End);

/// <summary>Walks the lines in reading order and decides what each is: heading, box, item, paragraph, or the continuation of one.</summary>
internal sealed class FlowWalk
{
    private const int MinBrokenTitle = 12;

    private readonly List<Line> _lines;
    private readonly HeadingEvidence _headings;
    private readonly Joiner _joiner;
    private readonly Sequences _sequences = new();
    private readonly List<BoxDraft> _boxes = [];
    private Line? _open;
    private Line? _interrupted;
    private Line? _previousItem;

    private FlowWalk(List<Line> lines, ContentsTitles titles)
    {
        _lines = lines;
        _headings = new HeadingEvidence(lines, titles);
        _joiner = new Joiner(PageWidth.Estimate(lines), Seams.Of(lines), ParagraphIndent.Tells(lines));
    }

    /// <summary>Gives every line its kind, box and continuation.</summary>
    /// <returns>The boxes in reading order.</returns>
    public static List<BoxDraft> Walk(List<Line> lines, ContentsTitles titles)
    {
        var walk = new FlowWalk(lines, titles);
        for (var i = 0; i < lines.Count;)
        {
            i = walk.Step(i);
        }

        return walk._boxes;
    }

    // Returns the index of the next line to look at.
    private int Step(int at)
    {
        var line = _lines[at];
        if (line.Kind is not null)
        {
            if (!line.IsTransparent)
            {
                _interrupted = line.Table >= 0 ? _open ?? _interrupted : null;
                _open = null;
            }

            return at + 1;
        }

        if (_open is not { Ending: Ending.Open })
        {
            line.TakeNumberInSequence(_sequences);
        }

        if (line.OpensAny(Opens.BoxTitle))
        {
            return TakeBox(at, BoxTitle.Read(line.Plain));
        }

        if (line.OpensAny(Opens.StrongHeading))
        {
            return TakeHeading(at, Rules.StrongHeading);
        }

        if (_joiner.Continues(_open, line, _sequences, _previousItem))
        {
            return GoOn(_open!, line, at, Rules.Continuation);
        }

        if (_open is null && line.Marker.Kind == MarkerKind.None && _joiner.IsInterrupted(_interrupted, line, _sequences))
        {
            return GoOn(_interrupted!, line, at, Rules.OverBox);
        }

        if (_headings.RuleOf(at, _sequences) is { } rule)
        {
            return TakeHeading(at, rule);
        }

        TakeText(line);
        return at + 1;
    }

    private int GoOn(Line open, Line line, int at, Rule rule)
    {
        line.Decide(rule, open);
        line.Decide(rule, open.Kind!.Value);
        (_open, _interrupted) = (line, null);
        return at + 1;
    }

    private int TakeHeading(int at, Rule rule)
    {
        var line = _lines[at];
        line.Decide(rule, BlockKind.Heading);
        line.Level = line.Marker.Kind;
        if (line.Marker.Kind != MarkerKind.None)
        {
            _sequences.Take(line);
        }

        (_open, _interrupted, _previousItem) = (null, null, null);
        var next = _headings.NextInFlow(at);
        var needsTitle = line.Marker.IsStrong ? line.Words.IsEmpty : line.OpensAny(Opens.AnnexLabel);
        if (next >= _lines.Count
            || !IsTitleLine(_lines[next])
            || !(needsTitle || (line.Rest != LineRest.Complete && IsSecondHalf(line, next))))
        {
            return at + 1;
        }

        // R-HEAD-5: 第三篇 on one line, its title on the next: one heading.
        _lines[next].Decide(needsTitle ? Rules.TitleOnNextLine : Rules.SecondHalf, line);
        _lines[next].Decide(_lines[next].JoinRule!, BlockKind.Heading);
        _lines[next].Level = line.Level;
        return next + 1;
    }

    // R-HEAD-8: a long title broken over two lines, with no blank line between: the second is shorter than any first line of a paragraph.
    private bool IsSecondHalf(Line heading, int at)
    {
        var line = _lines[at];
        return heading.Marker.IsStrong
            && heading.Words.Length >= MinBrokenTitle
            && !line.FollowsBlank
            && line.Plain.Length < MinBrokenTitle * 2
            && at + 1 < _lines.Count
                && (_lines[at + 1].FollowsBlank
                    || _lines[at + 1].Marker.Kind != MarkerKind.None
                    || _lines[at + 1].Plain.Length > 2 * line.Plain.Length);
    }

    private static bool IsTitleLine(Line line) =>
        line is { Kind: null, HasCells: false, Ending: Ending.Open } && line.Marker.Kind == MarkerKind.None
        && line.Plain.Length <= Measures.Title
        && !line.OpensAny(Opens.BoxTitle);

    private int TakeBox(int at, BoxTitle title)
    {
        var line = _lines[at];
        line.Decide(Rules.BoxTitle, BlockKind.BoxTitle);
        var titleEnd = at + 1;
        var next = _headings.NextInFlow(at);
        if (title.TitleStart >= line.Plain.Length && next < _lines.Count && IsTitleLine(_lines[next]))
        {
            _lines[next].Decide(Rules.TitleOnNextLine, line);
            _lines[next].Decide(Rules.TitleOnNextLine, BlockKind.BoxTitle);
            titleEnd = next + 1;
        }

        var end = BoxWalk.Find(_lines, titleEnd, _headings, _joiner, _sequences);
        BoxInterior.Assign(_lines, titleEnd, end.EndLine, _boxes.Count);
        for (var i = at; i < titleEnd; i++)
        {
            _lines[i].Box = _lines[i].IsTransparent ? -1 : _boxes.Count;
        }

        _boxes.Add(new BoxDraft(at, end));
        (_open, _interrupted, _previousItem) = (null, _open ?? _interrupted, null);
        return end.EndLine;
    }

    private void TakeText(Line line)
    {
        var isItem = line.Marker.Kind != MarkerKind.None && !line.Marker.IsStrong;
        _previousItem = isItem && _open is not null && _open.Marker.Kind == line.Marker.Kind ? _open : null;
        line.Decide(isItem ? Rules.Marker : Rules.BlankLine, isItem ? BlockKind.ListItem : BlockKind.Paragraph);
        if (isItem)
        {
            _sequences.Take(line);
        }

        (_open, _interrupted) = (line, null);
    }
}
