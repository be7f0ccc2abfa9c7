namespace PlanSearch.Plans.Reading.Formats.Pages;

/// <summary>Characters that are side by side on a page, without a gap.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Left">Where they begin, from the page's left edge.</param>
/// <param name="Right">Where they end.</param>
/// <param name="Bottom">Their lower edge, from the page's top.</param>
/// <param name="Size">Their height: the size of the font. All in one unit, whichever the format has.</param>
internal readonly record struct TextFragment(string Text, double Left, double Right, double Bottom, double Size);
