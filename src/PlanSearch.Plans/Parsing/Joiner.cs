namespace PlanSearch.Plans.Parsing;

/// <summary>Decides whether a line goes on with the text line before it in the flow (R-JOIN-1 to R-JOIN-6).</summary>
internal sealed class Joiner(PageWidth page)
{
    // A shorter line before a box may announce it without any stop.
    private const int MinInterrupted = 36;

    /// <summary>Whether <paramref name="line"/> continues <paramref name="open"/>.</summary>
    /// <param name="open">The last text line of the flow: a paragraph, item or entry or a continuation of one; null at a heading or table.</param>
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
        if (line.Marker.Kind is MarkerKind.Dash or MarkerKind.Bullet || line.Marker.IsListed || HeadingEvidence.IsStrongHeading(line)
            || UnnumberedHeading.Is(line.Plain) || BoxTitle.Read(line.Plain).IsTitle)
        {
            return false;
        }

        if (line.Marker.IsCounted && (inner.GoesOn(line.Marker) || line.Marker.Ordinal == 1 || RunInList.Carries(open.Plain, line.Marker)))
        {
            return false;
        }

        if (open.Rest == LineRest.GoesOn)
        {
            return true;
        }

        // R-JOIN-3: what a page break cuts fills at least one printed line; a shorter line without an end is a label or an entry of its own.
        if (open.Continues is null && open.Plain.Length < page.MinCutLine)
        {
            return false;
        }

        // R-JOIN-6: a comma in place of a full stop, in the middle of a printed line, before a lead sentence.
        if (open.Plain[^1] is '，' or ',' && page.StopsShort(open.Plain) && Sentence.OpensWithSentence(line.Plain))
        {
            return false;
        }

        // R-JOIN-4: in a list whose members end without a stop, the last one is complete as well.
        return sibling is not { Ending: Ending.Open, Continues: null } || open.Marker.Kind == MarkerKind.None || open.Plain[^1] is '，' or '、';
    }

    /// <summary>Whether <paramref name="line"/> continues <paramref name="open"/> behind the box or table that the page has put between them (R-JOIN-7).</summary>
    public bool IsInterrupted(Line? open, Line line, Sequences inner) =>
        open is not null && open.Plain.Length >= MinInterrupted && (open.Rest == LineRest.GoesOn || !page.StopsShort(open.Plain)) && Continues(open, line, inner, null);

    /// <summary>How many characters stand twice at the cut, as 基 in 健身基|基础设施; 0 when none do (R-JOIN-5).</summary>
    public static int DoubledAt(string before, string after)
    {
        for (var length = Math.Min(4, Math.Min(before.Length, after.Length)); length > 0; length--)
        {
            if (before.AsSpan(before.Length - length).SequenceEqual(after.AsSpan(0, length)) && Glyphs.IsHan(after[0]))
            {
                return length;
            }
        }

        return 0;
    }
}
