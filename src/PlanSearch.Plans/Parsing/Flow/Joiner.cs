using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Flow;

/// <summary>Decides whether a line continues the text line before it in the flow (the R-JOIN rules).</summary>
internal sealed class Joiner(PageWidth page, Seams seams, bool indentsTell)
{
    // A shorter line before a box may announce it without any stop.
    private const int MinInterrupted = 36;

    /// <summary>Whether <paramref name="line"/> continues <paramref name="open"/>.</summary>
    /// <param name="open">
    /// The last text line of the flow: a paragraph, item or entry or a continuation of one; null at a heading or table.
    /// </param>
    /// <param name="line">The next line of the flow.</param>
    /// <param name="inner">The running numbers of the flow.</param>
    /// <param name="sibling">The item or entry before the one that <paramref name="open"/> ends, if it has the same kind of marker.</param>
    public bool Continues(Line? open, Line line, Sequences inner, Line? sibling)
    {
        if (open is null || line.HasCells || open.Ending != Ending.Open || open.Rest == LineRest.Complete)
        {
            return false;
        }

        // R-JOIN-2: what opens a unit of its own does not continue; a number out of sequence is a number in a sentence.
        if (line.Decide(Rules.OpensUnit, line.OpensAny(Opens.Unit)
            || (line.Marker.IsCounted && !line.CompletesNumberOf(open)
            && (inner.GoesOn(line.Marker) || line.Marker.Ordinal == 1 || RunInList.Carries(open.Plain, line.Marker)))))
        {
            return false;
        }

        if (open.Rest == LineRest.GoesOn)
        {
            return true;
        }

        // R-JOIN-12: one sentence a line, paragraphs by their indent.
        if (indentsTell && !(line.Marker.IsCounted && line.OpensAny(Opens.Title)))
        {
            line.Decide(Rules.IndentTells);
            return !ParagraphIndent.Is(line);
        }

        if (line.Decide(Rules.UnseenSeam, !seams.MayBeCut(open, line))
            || line.Decide(Rules.NumberStandsAlone, OpensByNumber(line) && !line.CompletesNumberOf(open))
            || line.Decide(Rules.OpensWithYear, open.Plain[^1] is not ('，' or '、') && Sentence.OpensWithYear(line.Plain))
            || open.Decide(Rules.NoteInBrackets, Sentence.EndsWithNote(open.Plain)))
        {
            return false;
        }

        // R-JOIN-3: what a page break cuts fills at least one printed line; a shorter line without an end is a label or an entry of its
        // own.
        if (open.Decide(Rules.TooShortToBeCut, open.Continues is null && open.Plain.Length < page.MinCutLine))
        {
            return false;
        }

        // R-JOIN-6: a comma in place of a full stop, in the middle of a printed line, before a lead sentence.
        if (open.Decide(Rules.CommaForStop, open.Plain[^1] is '，' or ',' && page.StopsShort(open.Plain)
            && Sentence.OpensWithSentence(line.Plain)))
        {
            return false;
        }

        // R-JOIN-4: in a list whose members end without a stop, the last one is complete as well.
        return !open.Decide(Rules.ListWithoutStops, sibling is { Ending: Ending.Open, Continues: null }
            && open.Marker.Kind != MarkerKind.None && open.Plain[^1] is not ('，' or '、'));
    }

    private static bool OpensByNumber(Line line) =>
        line.Marker.IsStrong
        || (line.Marker.IsCounted && line.Marker.Kind != MarkerKind.Circled && !line.Words.IsEmpty && !Numerals.IsMeasure(line.Words[0]));

    /// <summary>
    /// Whether <paramref name="line"/> continues <paramref name="open"/> behind the box or table that the page has put between them
    /// (R-JOIN-7).
    /// </summary>
    public bool IsInterrupted(Line? open, Line line, Sequences inner) =>
        open is not null
            && open.Plain.Length >= MinInterrupted
            && (open.Rest == LineRest.GoesOn || !page.StopsShort(open.Plain))
            && Continues(open, line, inner, null);
}
