using System.Globalization;

namespace PlanSearch.Web.Pages.Embed;

/// <summary>A colour of another site, as our style takes it: behind white or black letters, whichever can be read.</summary>
/// <param name="Digits">Six hexadecimal digits, lower case.</param>
internal sealed record AccentColor(string Digits)
{
    // Where white letters and black ones have the same contrast (WCAG 2.2, 1.4.3): above it black is better.
    private const double Middle = 0.179;

    /// <summary>The colour a text names (0b5cab, #0b5cab); null for any other text.</summary>
    public static AccentColor? Of(string? text)
    {
        var digits = text?.TrimStart('#') ?? "";
        return digits.Length == 6 && digits.All(char.IsAsciiHexDigit) ? new AccentColor(digits.ToLowerInvariant()) : null;
    }

    /// <summary>
    /// The style sheet that brings it in: for edges and behind letters, never as their colour, for nobody knows whether it can be read.
    /// </summary>
    public string Style => $":root {{ --embed-accent: #{Digits}; --embed-letters: {(Luminance > Middle ? "#000000" : "#ffffff")}; }}\n";

    private double Luminance => (0.2126 * Linear(0)) + (0.7152 * Linear(2)) + (0.0722 * Linear(4));

    private double Linear(int at)
    {
        var part = int.Parse(Digits.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    }
}
