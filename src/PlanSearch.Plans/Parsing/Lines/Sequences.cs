using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Lines;

/// <summary>The running numbers of one flow of text: what would continue what is before (R-SEQ-1).</summary>
internal sealed class Sequences
{
    private const int Kinds = (int)MarkerKind.Bullet + 1;

    private readonly int[] _last = new int[Kinds];
    private readonly bool[] _isLive = new bool[Kinds];
    private readonly Line?[] _lines = new Line?[Kinds];

    /// <summary>Takes the marker of a line into its sequence; sequences of deeper kinds are no longer live.</summary>
    public void Take(Line line)
    {
        var kind = (int)line.Marker.Kind;
        line.Decide(_isLive[kind] ? Rules.NextNumber : Rules.NextOverHeadings, GoesOn(line.Marker));
        (_last[kind], _isLive[kind], _lines[kind]) = (line.Marker.Ordinal, true, line);
        for (var deeper = kind + 1; deeper < Kinds; deeper++)
        {
            _isLive[deeper] = false;
        }
    }

    /// <summary>As <see cref="Take"/> for a line with a number; nothing for any other.</summary>
    public void TakeIfCounted(Line line)
    {
        if (line.Marker.IsCounted || line.Marker.IsStrong)
        {
            Take(line);
        }
    }

    /// <summary>The line that the sequence of <paramref name="kind"/> last took; null when there is none.</summary>
    public Line? LastOf(MarkerKind kind) => _lines[(int)kind];

    /// <summary>Whether <paramref name="marker"/> is the number after the last of its kind.</summary>
    /// <remarks>Also when a heading is between: some plans number on through their sections (R-SEQ-2).</remarks>
    public bool GoesOn(Marker marker) => marker.IsCounted && _last[(int)marker.Kind] > 0 && marker.Ordinal == _last[(int)marker.Kind] + 1;

    /// <summary>Whether it does so with no heading between.</summary>
    public bool IsLive(MarkerKind kind) => _isLive[(int)kind];

    /// <summary>How far <paramref name="marker"/> is past the last number of its kind; 0 or less when it is not.</summary>
    public int StepTo(Marker marker) => _last[(int)marker.Kind] > 0 ? marker.Ordinal - _last[(int)marker.Kind] : 0;
}
