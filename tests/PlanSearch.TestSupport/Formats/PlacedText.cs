namespace PlanSearch.TestSupport.Formats;

/// <summary>Characters printed at a place, in millimetres from the sheet's upper left corner.</summary>
/// <param name="Text">The characters: Han ones as wide as high, Latin ones half.</param>
/// <param name="Left">Where they begin.</param>
/// <param name="Baseline">Where they are.</param>
/// <param name="Size">How high they are.</param>
public readonly record struct PlacedText(string Text, double Left, double Baseline, double Size)
{
    /// <summary>The width of a text set in one size.</summary>
    public static double WidthOf(string text, double size) => text.Sum(letter => letter < '\u2000' ? size / 2 : size);
}
