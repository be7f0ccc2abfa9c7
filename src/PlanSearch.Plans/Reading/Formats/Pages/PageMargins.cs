using System.Buffers;

namespace PlanSearch.Plans.Reading.Formats.Pages;

/// <summary>Where the running text of a document is on its pages.</summary>
/// <param name="Left">The edge at which lines begin that continue a paragraph.</param>
/// <param name="Right">The edge full lines reach.</param>
/// <param name="Size">The size of the running text.</param>
/// <param name="HasIndents">Whether paragraphs open with an indent, so that a line at the edge surely continues the one before.</param>
internal readonly record struct PageMargins(double Left, double Right, double Size, bool HasIndents)
{
    // Characters that may not open a line, and Latin words that may not be cut, leave the end of a full line free.
    private const double EndSlack = 1.6;
    private const double StartSlack = 0.6;
    private const double SameSize = 0.06;

    // Few lines are out to the left (a list's numbers, a table's edge); the edge of the text is that of a good part of them.
    private const int LeastShare = 10;

    private static readonly SearchValues<char> NumberSigns = SearchValues.Create("0123456789-—–·第页 ");

    /// <summary>Whether a line fills its width, so that its paragraph may continue below.</summary>
    public bool IsFull(PageLine line) => line.Right >= Right - (EndSlack * line.Size);

    /// <summary>Whether a line begins where no paragraph begins.</summary>
    public bool IsFlush(PageLine line) => line.Left <= Left + (StartSlack * line.Size);

    /// <summary>Whether a line is running text by its size; notes and numbers of pages are smaller.</summary>
    public bool IsBody(PageLine line) => line.Size >= Size * (1 - SameSize) && line.Text.AsSpan().IndexOfAnyExcept(NumberSigns) >= 0;

    /// <summary>Estimates them from the pages of a document.</summary>
    public static PageMargins Of(IReadOnlyCollection<IReadOnlyList<PageLine>> pages)
    {
        var lines = pages.SelectMany(page => page).Where(line => !line.HasCells).ToList();
        if (lines.Count == 0)
        {
            return default;
        }

        var size = lines.GroupBy(line => Math.Round(line.Size, 1)).MaxBy(group => group.Count())!.Average(line => line.Size);
        var body = lines.Where(line => Math.Abs(line.Size - size) <= size * SameSize).ToList();
        var left = body
            .GroupBy(line => Math.Round(line.Left / size))
            .Where(group => group.Count() * LeastShare >= body.Count)
            .Select(group => group.Min(line => line.Left))
            .DefaultIfEmpty(body[0].Left)
            .Min();
        var right = body.Select(line => line.Right).Order().ElementAt((int)(body.Count * 0.9));
        var margins = new PageMargins(left, right, size, HasIndents: false);
        var openings = pages.SelectMany(page => page.Zip(page.Skip(1)))
            .Where(pair => !margins.IsFull(pair.First) && margins.IsBody(pair.Second))
            .ToList();
        return margins with { HasIndents = openings.Count(pair => !margins.IsFlush(pair.Second)) * 2 > openings.Count };
    }
}
