using DocumentFormat.OpenXml.Wordprocessing;

namespace PlanSearch.Export.Word;

/// <summary>Pages lying down and upright, made of the template's own: its paper, margins, headers and footers.</summary>
internal static class WordSections
{
    // A4 in twips, and a margin, for a template that says nothing.
    private const uint ShortEdge = 11_906, LongEdge = 16_838, Margin = 1_440;

    /// <summary>A section like another, turned as wanted; margins turn with the page.</summary>
    public static SectionProperties Turned(SectionProperties section, bool isLandscape)
    {
        var turned = (SectionProperties)section.CloneNode(deep: true);
        turned.RemoveAllChildren<SectionType>();
        var (width, height) = PaperOf(section, isLandscape);
        var size = turned.GetFirstChild<PageSize>() ?? turned.AppendChild(new PageSize());
        (size.Width, size.Height) = (width, height);
        size.Orient = isLandscape ? PageOrientationValues.Landscape : null;
        if (turned.GetFirstChild<PageMargin>() is { } margin && isLandscape != IsLandscape(section))
        {
            var (top, right) = (margin.Top?.Value ?? 0, margin.Right?.Value ?? 0);
            var (bottom, left) = (margin.Bottom?.Value ?? 0, margin.Left?.Value ?? 0);
            (margin.Top, margin.Right, margin.Bottom, margin.Left) = ((int)left, (uint)Math.Abs(top), (int)right, (uint)Math.Abs(bottom));
        }

        return turned;
    }

    /// <summary>The width between the margins of a section so turned.</summary>
    public static int TextWidth(SectionProperties section, bool isLandscape)
    {
        var turned = Turned(section, isLandscape);
        var margin = turned.GetFirstChild<PageMargin>();
        return (int)PaperOf(section, isLandscape).Width - (int)(margin?.Left?.Value ?? Margin) - (int)(margin?.Right?.Value ?? Margin);
    }

    private static bool IsLandscape(SectionProperties section) =>
        section.GetFirstChild<PageSize>() is { Width.Value: var width, Height.Value: var height } && width > height;

    private static (uint Width, uint Height) PaperOf(SectionProperties section, bool isLandscape)
    {
        var size = section.GetFirstChild<PageSize>();
        var (one, other) = (size?.Width?.Value ?? ShortEdge, size?.Height?.Value ?? LongEdge);
        return isLandscape ? (Math.Max(one, other), Math.Min(one, other)) : (Math.Min(one, other), Math.Max(one, other));
    }
}
