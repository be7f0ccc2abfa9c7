using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Pages;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Flow;

/// <summary>Weighs whether a line is a heading: its marker, its shape, and above all what follows it (the R-HEAD rules).</summary>
internal sealed class HeadingEvidence(List<Line> lines, ContentsTitles titles)
{
    private const int MaxLabelTitle = 34;

    private readonly List<Line> _lines = lines;

    /// <summary>The rule that makes the line a heading of the running text; null when none does.</summary>
    /// <param name="at">Index of the line, which no pass has given a kind.</param>
    /// <param name="sequences">The running numbers of the text before it, which remember the headings.</param>
    public Rule? RuleOf(int at, Sequences sequences)
    {
        var line = _lines[at];
        if (line.Marker.IsStrong)
        {
            return line.OpensAny(Opens.StrongHeading) ? Rules.StrongHeading : null;
        }

        if (line.OpensAny(Opens.UnnumberedHeading))
        {
            return UnnumberedHeading.IsSpacedAnnex(line.Plain) ? Rules.SpacedAnnex : Rules.UnnumberedHeading;
        }

        if (line.Marker.Kind is MarkerKind.None or MarkerKind.Ideograph or MarkerKind.BracketedIdeograph or MarkerKind.Arabic
            && titles.Name(line))
        {
            return Rules.KnownTitle;
        }

        return line.Marker is { IsCounted: true, IsListed: false } && line.Marker.Kind != MarkerKind.Circled && GovernsText(at, sequences)
            ? line.Ending == Ending.Stop ? Rules.TitleWithStop : Rules.GoverningTitle
            : null;
    }

    /// <summary>The index of the next line of the flow after <paramref name="at"/>; the number of lines when there is none.</summary>
    public int NextInFlow(int at)
    {
        do
        {
            at++;
        }
        while (at < _lines.Count && _lines[at].IsTransparent);

        return at;
    }

    // R-HEAD-2: a numbered line of its own is a heading when it governs text; among siblings without text it is a list item.
    private bool GovernsText(int at, Sequences sequences)
    {
        var line = _lines[at];
        var isTitle = line.Decide(Rules.TitleShape, line.OpensAny(Opens.Title)) || line.Decide(Rules.LabelTitle, IsLabelTitle(at));
        if (!isTitle && !line.OpensAny(Opens.TitleWithStop))
        {
            return false;
        }

        var next = NextInFlow(at);
        if (next >= _lines.Count || EndsListOfTitles(line, sequences))
        {
            return false;
        }

        var follower = _lines[next];
        if (follower.Table >= 0 || follower.OpensAny(Opens.BoxTitle))
        {
            return isTitle;
        }

        if (line.Marker.Kind == MarkerKind.Ideograph && follower.Marker.Kind == MarkerKind.DecimalSection)
        {
            return isTitle;
        }

        if (follower.Marker.IsStrong || follower.Kind is BlockKind.Trailer || follower.OpensAny(Opens.UnnumberedHeading))
        {
            return false;
        }

        if (follower.Marker.IsCounted && follower.Marker.Kind <= line.Marker.Kind)
        {
            return isTitle && follower.Marker.Kind < line.Marker.Kind && SiblingWasHeading(line, sequences);
        }

        return isTitle || HasHeadingSibling(at, sequences) || line.Decide(Rules.TitleAlone, NextStandsAlone(at));
    }

    // R-HEAD-13: 1.典型场景：研发设计 over unmarked text, where a neighbour in the numbering opens with the same label.
    private bool IsLabelTitle(int at)
    {
        var line = _lines[at];
        var next = NextInFlow(at);
        if (!IsLabelShaped(line) || next >= _lines.Count || _lines[next] is not { Marker.Kind: MarkerKind.None, HasCells: false })
        {
            return false;
        }

        var label = line.Words[..Sentence.LeadOf(line.Words)];
        for (var i = Math.Max(0, at - Measures.SiblingReach); i < Math.Min(_lines.Count, at + Measures.SiblingReach); i++)
        {
            var other = _lines[i];
            if (other.Marker.Kind == line.Marker.Kind && Math.Abs(other.Marker.Ordinal - line.Marker.Ordinal) == 1
                && other.Words.Length > label.Length + 1 && other.Words.StartsWith(label, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLabelShaped(Line line) =>
        line is { Ending: Ending.Open, HasCells: false } && line.Words.Length is > 3 and <= MaxLabelTitle
        && line.Words.IndexOfAny("。；，") < 0 && Sentence.LeadOf(line.Words) > 0;

    // R-HEAD-12: （一）标题。 alone on its line, whatever is under it, where the next of its kind is alone too.
    private bool NextStandsAlone(int at)
    {
        var line = _lines[at];
        if (line.Marker.Kind == MarkerKind.BracketedArabic)
        {
            return false;
        }

        var next = NextInFlow(at);
        for (var i = at + 1; i < Math.Min(_lines.Count, at + Measures.SiblingReach) && !_lines[i].Marker.IsStrong; i++)
        {
            var marker = _lines[i].Marker;
            if (marker.Kind == MarkerKind.None || marker.Kind > line.Marker.Kind)
            {
                continue;
            }

            return marker.Kind == line.Marker.Kind && marker.Ordinal == line.Marker.Ordinal + 1 && i > next
                && _lines[i].OpensAny(Opens.Title | Opens.TitleWithStop);
        }

        return false;
    }

    private bool HasHeadingSibling(int at, Sequences sequences)
    {
        var line = _lines[at];
        var next = NextInFlow(at);
        if (SiblingWasHeading(line, sequences) || (_lines[next].Marker is { IsCounted: true } deeper && deeper.Kind > line.Marker.Kind
            && (deeper.Ordinal == 1 || _lines[next].OpensAny(Opens.Title))))
        {
            return true;
        }

        if (_lines[next].Marker.Kind != MarkerKind.None || _lines[next].Plain.Length < Measures.Paragraph)
        {
            return false;
        }

        for (var i = next; i < Math.Min(_lines.Count, next + Measures.SiblingReach) && !_lines[i].Marker.IsStrong; i++)
        {
            var marker = _lines[i].Marker;
            if (marker.Kind == line.Marker.Kind && marker.Ordinal == line.Marker.Ordinal + 1)
            {
                // R-HEAD-10: all of them may end with 。 where each is over a paragraph.
                return _lines[i].OpensAny(Opens.Title)
                    || line.Decide(Rules.TitlesWithStops, _lines[i].OpensAny(Opens.TitleWithStop) && NextInFlow(i) is var under
                    && under < _lines.Count && _lines[under] is { Marker.Kind: MarkerKind.None, HasCells: false }
                    && _lines[under].Plain.Length >= Measures.Paragraph);
            }
        }

        return false;
    }

    // The last of a list of short items governs the text under it no more than the others do.
    private static bool EndsListOfTitles(Line line, Sequences sequences) =>
        sequences.GoesOn(line.Marker) && sequences.IsLive(line.Marker.Kind)
        && sequences.LastOf(line.Marker.Kind) is { Kind: BlockKind.ListItem } sibling && sibling.OpensAny(Opens.Title);

    private static bool SiblingWasHeading(Line line, Sequences sequences) =>
        sequences.GoesOn(line.Marker) && sequences.LastOf(line.Marker.Kind)?.Kind == BlockKind.Heading;
}
