namespace PlanSearch.Plans.Parsing;

/// <summary>Weighs whether a line is a heading: its marker, its shape, and above all what follows it (R-HEAD-1 to R-HEAD-5).</summary>
internal sealed class HeadingEvidence(List<Line> lines)
{
    private const int MaxStrongTitle = 70;
    private const int MaxTitle = 50;
    private const int MaxSentenceTitle = 30;
    private const int MinParagraph = 20;

    // How far a sibling is looked for: a page or two; it also keeps the search linear.
    private const int SiblingReach = 40;

    private readonly List<Line> _lines = lines;

    /// <summary>The rule that makes the line a heading of the running text; null when none does.</summary>
    /// <param name="at">Index of the line, which no pass has given a kind.</param>
    /// <param name="sequences">The running numbers of the text before it, which remember the headings.</param>
    public string? RuleOf(int at, Sequences sequences)
    {
        var line = _lines[at];
        if (line.Marker.IsStrong)
        {
            return IsStrongHeading(line) ? "R-HEAD-1" : null;
        }

        if (UnnumberedHeading.Is(line.Plain))
        {
            return "R-HEAD-6";
        }

        return line.Marker is { IsCounted: true, IsListed: false } && line.Marker.Kind != MarkerKind.Circled && GovernsText(at, sequences)
            ? line.Ending == Ending.Stop ? "R-HEAD-4" : "R-HEAD-2"
            : null;
    }

    /// <summary>R-HEAD-1: 第…篇/章/节 with a title, or with none when the title stands on the next line.</summary>
    public static bool IsStrongHeading(Line line) =>
        line.Marker.IsStrong && line.Words.Length <= MaxStrongTitle && !Sentence.HasInnerStop(line.Words)
        && (line.Words.IsEmpty || line.Words[^1] is not ('，' or '、' or '；' or ',')) && !OpensSentence(line);

    /// <summary>R-HEAD-3: whether the words after the marker could be a title: short, no sentence within, not cut.</summary>
    public static bool IsTitleShaped(Line line) =>
        line.Words.Length is > 0 and <= MaxTitle && !line.HasCells && line.Ending is (Ending.Open or Ending.Colon)
        && line.Words[^1] is not ('，' or '、' or ',') && !Sentence.HasInnerStop(line.Words) && Sentence.LeadOf(line.Words) == 0;

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

    // 第三章第二节提出…, 第一部分是…: the marker belongs to a sentence.
    private static bool OpensSentence(Line line) =>
        line.Ending == Ending.Stop && line.Words.Length > MaxTitle
        || (!line.Words.IsEmpty && line.Marker.Rest == line.Marker.End && line.Words[0] is '第' or '的' or '是' or '、' or '和' or '，' or '课');

    // R-HEAD-2: a numbered line of its own is a heading when it governs text; among siblings without text it is a list item.
    private bool GovernsText(int at, Sequences sequences)
    {
        var line = _lines[at];
        var isTitle = IsTitleShaped(line);
        if (!isTitle && !IsSentenceTitle(line))
        {
            return false;
        }

        var next = NextInFlow(at);
        if (next >= _lines.Count || EndsListOfTitles(line, sequences))
        {
            return false;
        }

        var follower = _lines[next];
        if (follower.Table >= 0 || BoxTitle.Read(follower.Plain).IsTitle)
        {
            return isTitle;
        }

        if (follower.Marker.IsStrong || follower.Kind is BlockKind.Trailer || UnnumberedHeading.Is(follower.Plain))
        {
            return false;
        }

        if (follower.Marker.IsCounted && follower.Marker.Kind <= line.Marker.Kind)
        {
            return isTitle && follower.Marker.Kind < line.Marker.Kind && SiblingWasHeading(line, sequences);
        }

        return isTitle || HasHeadingSibling(at, sequences);
    }

    /// <summary>R-HEAD-4: 1. 强化信息网络基础。 alone on its line over a paragraph: the full stop is one too many where a sibling has none.</summary>
    public static bool IsSentenceTitle(Line line) =>
        line.Ending == Ending.Stop && line.Words.Length is > 0 and <= MaxSentenceTitle && !Sentence.HasInnerStop(line.Words);

    private bool HasHeadingSibling(int at, Sequences sequences)
    {
        var line = _lines[at];
        var next = NextInFlow(at);
        if (SiblingWasHeading(line, sequences) || (_lines[next].Marker is { IsCounted: true } deeper && deeper.Kind > line.Marker.Kind && (deeper.Ordinal == 1 || IsTitleShaped(_lines[next]))))
        {
            return true;
        }

        if (_lines[next].Marker.Kind != MarkerKind.None || _lines[next].Plain.Length < MinParagraph)
        {
            return false;
        }

        for (var i = next; i < Math.Min(_lines.Count, next + SiblingReach) && !_lines[i].Marker.IsStrong; i++)
        {
            var marker = _lines[i].Marker;
            if (marker.Kind == line.Marker.Kind && marker.Ordinal == line.Marker.Ordinal + 1)
            {
                // R-HEAD-10: all of them may end with 。 where each stands over a paragraph.
                return IsTitleShaped(_lines[i]) || (IsSentenceTitle(_lines[i]) && NextInFlow(i) is var under && under < _lines.Count
                    && _lines[under] is { Marker.Kind: MarkerKind.None, HasCells: false } && _lines[under].Plain.Length >= MinParagraph);
            }
        }

        return false;
    }

    // The last of a list of short items governs the text under it no more than the others do.
    private static bool EndsListOfTitles(Line line, Sequences sequences) =>
        sequences.GoesOn(line.Marker) && sequences.IsLive(line.Marker.Kind) && sequences.LastOf(line.Marker.Kind) is { Kind: BlockKind.ListItem } sibling && IsTitleShaped(sibling);

    private static bool SiblingWasHeading(Line line, Sequences sequences) =>
        sequences.GoesOn(line.Marker) && sequences.LastOf(line.Marker.Kind)?.Kind == BlockKind.Heading;
}
