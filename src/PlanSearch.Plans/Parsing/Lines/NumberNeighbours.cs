using System.Collections.Immutable;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Lines;

/// <summary>
/// The numbers that open the source lines before and after a line, by which a number within the line is known to belong between them.
/// </summary>
/// <remarks>Looked up for the first line that holds such a number; most plans have none.</remarks>
internal sealed class NumberNeighbours(ImmutableArray<string> lines)
{
    private const int Kinds = (int)MarkerKind.Bullet + 1;

    private short[]? _before;
    private short[]? _after;

    /// <summary>
    /// Whether <paramref name="marker"/>, printed within the source line at <paramref name="index"/>, continues the number before, and
    /// the next one or the first of a new list follows.
    /// </summary>
    /// <param name="index">0-based index in the lines of the source as they were given, blank ones included.</param>
    /// <param name="marker">Read at the place within the line; of a kind that counts.</param>
    public bool Fits(int index, Marker marker)
    {
        if (_before is null)
        {
            Read();
        }

        var at = (index * Kinds) + (int)marker.Kind;
        return marker.Ordinal == _before![at] + 1 && (_after![at] == marker.Ordinal + 1 || _after[at] <= 1);
    }

    private void Read()
    {
        (_before, _after) = (new short[lines.Length * Kinds], new short[lines.Length * Kinds]);
        var markers = new Marker[lines.Length];
        Span<short> last = stackalloc short[Kinds];
        for (var i = 0; i < lines.Length; i++)
        {
            markers[i] = MarkerReader.Read(lines[i].AsSpan().Trim());
            Take(last, markers[i]);
            last.CopyTo(_before.AsSpan(i * Kinds));
        }

        last.Clear();
        for (var i = lines.Length - 1; i >= 0; i--)
        {
            last.CopyTo(_after.AsSpan(i * Kinds));
            Take(last, markers[i]);
        }
    }

    private static void Take(Span<short> last, Marker marker)
    {
        if (marker.Kind != MarkerKind.None)
        {
            last[(int)marker.Kind] = (short)marker.Ordinal;
            last[((int)marker.Kind + 1)..].Clear();
        }
    }
}
