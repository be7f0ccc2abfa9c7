using System.Text;

namespace PlanSearch.Plans.Reading.Formats.Pages;

/// <summary>Fragments of one printed line, left to right.</summary>
internal sealed class PageLine
{
    /// <summary>A gap as wide parts cells; words that are set apart for looks are closer.</summary>
    public const double CellGap = 1.8;

    // Latin words are parted by a quarter of the font's size.
    private const double WordGap = 0.15;
    private const double Raised = 0.85;

    private readonly List<TextFragment> _fragments;

    /// <param name="fragments">In any order; at least one.</param>
    public PageLine(IEnumerable<TextFragment> fragments)
    {
        _fragments = [.. fragments.OrderBy(fragment => fragment.Left)];
        Size = _fragments.GroupBy(fragment => Math.Round(fragment.Size, 1))
            .MaxBy(group => group.Sum(fragment => fragment.Text.Length))!.Max(
            fragment => fragment.Size);
        Bottom = _fragments.Where(fragment => fragment.Size >= Size * Raised).Max(fragment => fragment.Bottom);
        HasCells = CellRanges().Skip(1).Any();
    }

    /// <summary>Where it begins.</summary>
    public double Left => _fragments[0].Left;

    /// <summary>Where it ends.</summary>
    public double Right => _fragments.Max(fragment => fragment.Right);

    /// <summary>Its lower edge from the page's top, raised notes left out.</summary>
    public double Bottom { get; }

    /// <summary>The size most of it is set in.</summary>
    public double Size { get; }

    /// <summary>Whether it has a gap that may part cells.</summary>
    public bool HasCells { get; }

    /// <summary>The line as text; gaps between words are blanks.</summary>
    public string Text => TextOf(_fragments);

    /// <summary>Where its cells begin and end, left to right; one for a line without gaps.</summary>
    public IEnumerable<(double Left, double Right)> CellRanges()
    {
        var (left, right) = (_fragments[0].Left, _fragments[0].Right);
        foreach (var fragment in _fragments.Skip(1))
        {
            if (fragment.Left - right >= CellGap * Size)
            {
                yield return (left, right);
                left = fragment.Left;
            }

            right = Math.Max(right, fragment.Right);
        }

        yield return (left, right);
    }

    /// <summary>Its text in each of the columns, left to right; a fragment belongs where its middle lies.</summary>
    public IEnumerable<string> TextsIn(List<(double Left, double Right)> columns)
    {
        var cells = new List<TextFragment>[columns.Count];
        foreach (var fragment in _fragments)
        {
            var (from, to) = (0, columns.Count - 1);
            while (from < to)
            {
                var half = (from + to + 1) / 2;
                (from, to) = columns[half].Left <= (fragment.Left + fragment.Right) / 2 ? (half, to) : (from, half - 1);
            }

            (cells[from] ??= []).Add(fragment);
        }

        return cells.Select(fragments => TextOf(fragments ?? []));
    }

    private string TextOf(List<TextFragment> fragments)
    {
        var text = new StringBuilder();
        var end = double.NaN;
        foreach (var fragment in fragments)
        {
            if (fragment.Left - end > WordGap * Size && !char.IsWhiteSpace(text[^1]))
            {
                text.Append(' ');
            }

            // A raised ① calls a footnote, or opens one.
            text.Append(IsRaised(fragment) && FirstOf(fragment.Text) is >= '\u2460' and <= '\u32BF' ? "^" : "").Append(fragment.Text);
            end = fragment.Right;
        }

        return text.ToString().Trim();
    }

    private bool IsRaised(TextFragment fragment) => fragment.Size < Size * Raised && fragment.Bottom < Bottom;

    private static char FirstOf(string text) => text.Length > 0 ? text[0] : '\0';
}
