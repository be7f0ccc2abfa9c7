using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Flow;

/// <summary>Tells the sub-headings of a box from its entries (R-BOX-2, R-BOX-6).</summary>
internal sealed class BoxHeadings(List<Line> lines, HeadingEvidence evidence, BoxMembers members)
{
    private const int MaxUnderSentence = 5;

    /// <summary>
    /// Whether the line at <paramref name="at"/> heads what follows it (R-BOX-2): inside a box a number governs the lines under it as it
    /// does outside.
    /// </summary>
    /// <param name="at">Index of a line that opens a unit of the box.</param>
    /// <param name="previousItem">The unit before it when it has the same kind of marker; else null.</param>
    public bool Is(int at, Line? previousItem)
    {
        var line = lines[at];
        var next = evidence.NextInFlow(at);
        if (IsSentenceHeading(at, next))
        {
            return line.IsSubHeading = true;
        }

        if (line.Decide(Rules.BulletHeading, IsBulletHeading(line, next)))
        {
            return line.IsSubHeading = true;
        }

        if (!line.OpensAny(Opens.Title) || next >= lines.Count || BoxWalk.HardEnd(lines[next]) is not null || lines[next].Table >= 0)
        {
            return false;
        }

        var follower = lines[next].Marker;
        if (line.Marker.Kind == MarkerKind.None)
        {
            return line.Ending == Ending.Colon ? line.Plain.Length <= Measures.LabelLine : line.Plain.Length <= Measures.BareTitle;
        }

        if (follower.Kind != MarkerKind.None)
        {
            return follower.Kind > line.Marker.Kind && !line.Marker.IsListed;
        }

        return !line.Marker.IsListed && previousItem is not { Ending: Ending.Open };
    }

    // R-BOX-6: ◎大江大河治理工程 over a paragraph, where the bullet before it or after it is over one as well.
    private bool IsBulletHeading(Line line, int next)
    {
        if (line.Marker.Kind != MarkerKind.Bullet || line.Ending != Ending.Open || !line.OpensAny(Opens.Title) || !IsText(next)
            || lines[next].Ending != Ending.Stop)
        {
            return false;
        }

        var after = evidence.NextInFlow(next);
        return members.LastBullet is { } bullet ? bullet.IsSubHeading && bullet.Marker.Sign == line.Marker.Sign
            : after < lines.Count && lines[after].Marker.Sign == line.Marker.Sign && lines[after].OpensAny(Opens.Title)
            && IsText(evidence.NextInFlow(after));
    }

    // （1）老城更新行动。 over a paragraph, where the number before it or after it is over one as well.
    private bool IsSentenceHeading(int at, int next)
    {
        var line = lines[at];
        if (!line.Marker.IsCounted || line.Marker.IsListed || !line.OpensAny(Opens.TitleWithStop) || !IsText(next))
        {
            return false;
        }

        if (members.Numbers.GoesOn(line.Marker))
        {
            return members.Numbers.LastOf(line.Marker.Kind)!.IsSubHeading;
        }

        for (var i = next; i < Math.Min(lines.Count, next + MaxUnderSentence); i++)
        {
            if (lines[i].Marker.Kind == line.Marker.Kind)
            {
                return lines[i].Marker.Ordinal == line.Marker.Ordinal + 1 && lines[i].OpensAny(Opens.TitleWithStop)
                    && IsText(evidence.NextInFlow(i));
            }
        }

        return false;
    }

    private bool IsText(int at) =>
        at < lines.Count
            && lines[at] is { Kind: null, HasCells: false, Marker.Kind: MarkerKind.None } line
            && BoxWalk.HardEnd(line) is null;
}
