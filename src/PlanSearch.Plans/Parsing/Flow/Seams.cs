using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Flow;

/// <summary>Tells from the whole document whether a page may have cut a sentence in two (R-JOIN-11).</summary>
/// <remarks>
/// Two characters that a cut has parted mostly are together elsewhere in the text; those where one unit ends and the next begins hardly
/// ever do: of 185 cuts in labelled plans with few joins 66 were seen elsewhere and 17 have a comma, of 178 beginnings none was seen and
/// 3 have a comma.
/// </remarks>
internal sealed class Seams
{
    private const int MinSeams = 3;
    private const int MinLine = 18;

    // Where fewer than these look like cuts, no page has cut this text.
    private const double MinSeen = 0.15;

    private const int Words = 1 << 14;

    private readonly ulong[]? _pairs;
    private readonly bool _mayCut;

    private Seams(List<Line> lines)
    {
        var seams = new List<int>();
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (IsSeam(lines[i], lines[i + 1]))
            {
                seams.Add(i);
            }
        }

        _mayCut = seams.Count < MinSeams;
        if (_mayCut)
        {
            return;
        }

        _pairs = new ulong[Words];
        foreach (var line in lines)
        {
            var plain = line.Plain;
            for (var i = 1; i < plain.Length; i++)
            {
                var hash = Hash(plain[i - 1], plain[i]);
                _pairs[hash >> 6] |= 1UL << (int)(hash & 63);
            }
        }

        _mayCut = seams.Count(i => IsSeen(lines[i], lines[i + 1])) >= MinSeen * seams.Count;
    }

    /// <summary>Looks at all places where a line that stops in mid-sentence is before a line without number.</summary>
    public static Seams Of(List<Line> lines) => new(lines);

    /// <summary>Whether <paramref name="next"/> may continue <paramref name="open"/>, as far as the text elsewhere knows.</summary>
    public bool MayBeCut(Line open, Line next) => _mayCut || IsSeen(open, next);

    private static bool IsSeam(Line open, Line next) =>
        open is { Kind: null, Ending: Ending.Open, HasCells: false, Marker.Kind: MarkerKind.None }
        && next is { Kind: null, HasCells: false, Marker.Kind: MarkerKind.None }
        && open.Plain.Length >= MinLine;

    private bool IsSeen(Line open, Line next)
    {
        if (open.Plain[^1] is '，' or '、')
        {
            return true;
        }

        var hash = Hash(open.Plain[^1], next.Plain[0]);
        return ((_pairs![hash >> 6] >> (int)(hash & 63)) & 1) == 1;
    }

    // Multiplicative, on 20 bits: a plan has some ten thousand pairs.
    private static uint Hash(char left, char right) => unchecked((((uint)left << 16) | right) * 2654435769u) >> 12;
}
