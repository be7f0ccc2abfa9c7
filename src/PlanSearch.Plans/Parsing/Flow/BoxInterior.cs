using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Flow;

/// <summary>Says what each line inside a box is: sub-heading, entry or paragraph (R-BOX-2 to R-BOX-4).</summary>
internal sealed class BoxInterior
{

    private readonly List<Line> _lines;
    private readonly List<int> _starts = [];

    private BoxInterior(List<Line> lines, int from, int to)
    {
        _lines = lines;
        for (var i = from; i < to; i++)
        {
            if (lines[i] is { IsTransparent: false, Table: < 0, Continues: null })
            {
                _starts.Add(i);
            }
        }
    }

    /// <summary>
    /// Gives every line from <paramref name="from"/> up to <paramref name="to"/> its kind and box; a continuation has the kind of its
    /// block.
    /// </summary>
    public static void Assign(List<Line> lines, int from, int to, int box)
    {
        var interior = new BoxInterior(lines, from, to);
        for (var i = 0; i < interior._starts.Count; i++)
        {
            var (kind, rule) = interior.KindOf(i);
            lines[interior._starts[i]].Decide(rule, kind);
        }

        for (var i = from; i < to; i++)
        {
            if (!lines[i].IsTransparent)
            {
                lines[i].Box = box;
                if (lines[i].Continues is { Kind: { } kind })
                {
                    lines[i].Decide(lines[i].JoinRule!, kind);
                }
            }
        }
    }

    private (BlockKind Kind, Rule Rule) KindOf(int i)
    {
        var line = At(i);
        if (line.Marker.Kind != MarkerKind.None)
        {
            return IsHeading(i) ? (BlockKind.BoxHeading, Rules.SubHeading) : (BlockKind.BoxEntry, Rules.MarkedEntry);
        }

        if (IsHeading(i))
        {
            return (BlockKind.BoxHeading, Rules.SubHeading);
        }

        return (IsEntry(i) ? BlockKind.BoxEntry : BlockKind.BoxParagraph, Rules.UnmarkedEntry);
    }

    private Line At(int i) => _lines[_starts[i]];

    private bool IsHeading(int i)
    {
        var line = At(i);
        if (line.IsSubHeading && i + 1 < _starts.Count)
        {
            return true;
        }

        if (i + 1 >= _starts.Count || line.Marker.IsListed || line.Marker.Kind is MarkerKind.Dash or MarkerKind.Bullet
            || !line.OpensAny(Opens.Title))
        {
            return false;
        }

        var next = At(i + 1).Marker;
        if (line.Marker.Kind == MarkerKind.None)
        {
            return line.Plain.Length <= Measures.BareTitle
                && (line.Plain.EndsWith('类') || line.Ending == Ending.Colon || !IsBareName(i + 1));
        }

        return next.Kind == MarkerKind.None
            || (next.Kind > line.Marker.Kind && next.IsCounted)
            || next.Kind is MarkerKind.Dash or MarkerKind.Bullet;
    }

    // R-BOX-4: without a marker an entry shows by its neighbours: labels or names in a row, members of a list.
    private bool IsEntry(int i)
    {
        var line = At(i);
        if (Sentence.OpensWithLabel(line.Plain))
        {
            var underHeading = i > 0 && At(i - 1).Kind == BlockKind.BoxHeading;
            return !underHeading || (i + 1 < _starts.Count && Sentence.OpensWithLabel(At(i + 1).Plain));
        }

        if (line.Ending == Ending.Colon)
        {
            return false;
        }

        var previous = i > 0 && At(i - 1).Marker.Kind == MarkerKind.None ? At(i - 1) : null;
        if (line.Ending == Ending.Semicolon || previous?.Ending is Ending.Semicolon)
        {
            return true;
        }

        return (IsMember(i) && (IsMember(i - 1) || IsMember(i + 1)))
            || (IsNamed(i) && (IsNamed(i - 1) || IsNamed(i + 1)))
            || (IsBareName(i) && (IsBareName(i - 1) || IsBareName(i + 1)));
    }

    private bool IsMember(int i) => i >= 0 && i < _starts.Count && Sentence.MemberOf(At(i).Plain) > 0;

    // 绕城高速公路东段: a name and no more, in a list without marks.
    private bool IsBareName(int i) =>
        i >= 0 && i < _starts.Count && At(i) is { Marker.Kind: MarkerKind.None, Ending: Ending.Open } line
        && line.Plain.Length <= Measures.BareName && line.Plain.AsSpan().IndexOfAny("，。；") < 0;

    private bool IsNamed(int i) =>
        i >= 0 && i < _starts.Count && At(i).Marker.Kind == MarkerKind.None && Sentence.OpensWithSentence(At(i).Plain);
}
