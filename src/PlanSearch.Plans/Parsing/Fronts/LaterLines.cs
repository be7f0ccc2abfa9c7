using PlanSearch.Plans.Parsing.Lines;

namespace PlanSearch.Plans.Parsing.Fronts;

/// <summary>Tells whether a line comes again, word for word: an entry of a contents page does.</summary>
internal sealed class LaterLines(List<Line> lines)
{
    private Dictionary<string, int>? _last;

    /// <summary>Whether a line after <paramref name="at"/> is <paramref name="text"/>.</summary>
    public bool Hold(string text, int at) => (_last ??= Last()).TryGetValue(text, out var last) && last > at;

    private Dictionary<string, int> Last()
    {
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            last[lines[i].Plain] = i;
        }

        return last;
    }
}
