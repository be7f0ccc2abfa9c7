using System.Globalization;
using System.Xml.Linq;

namespace PlanSearch.Plans.Reading.Formats.Pages;

/// <summary>The text objects of an OFD page -> fragments where they are (GB/T 33190, 11.3).</summary>
internal static class OfdText
{
    private const int MaxDeltas = 100_000;

    // A gap as wide, in sizes of the font, begins another fragment.
    private const double Gap = 0.5;

    /// <summary>What an element of text is called, in any layer or block of the page.</summary>
    public const string Name = "TextObject";

    /// <summary>The fragments of a text object; millimetres from the page's upper left corner.</summary>
    public static IEnumerable<TextFragment> FragmentsOf(XElement text)
    {
        var box = Numbers(text.Attribute("Boundary")?.Value);
        var place = box.Count >= 2 ? (X: box[0], Y: box[1]) : (X: 0, Y: 0);
        var matrix = Numbers(text.Attribute("CTM")?.Value) is { Count: 6 } given ? given : [1, 0, 0, 1, 0, 0];
        var size = Number(text.Attribute("Size")?.Value, 3.5);
        var stretch = Number(text.Attribute("HScale")?.Value, 1);
        var scale = Math.Sqrt(Math.Abs((matrix[0] * matrix[3]) - (matrix[1] * matrix[2])));
        var (x, y) = (0.0, 0.0);
        foreach (var code in text.Elements().Where(element => element.Name.LocalName == "TextCode"))
        {
            // What is not given continues from the code before.
            (x, y) = (Number(code.Attribute("X")?.Value, x), Number(code.Attribute("Y")?.Value, y));
            var run = Place(
                code.Value, x, y, size * stretch, Deltas(code.Attribute("DeltaX")?.Value), Deltas(code.Attribute("DeltaY")?.Value));
            foreach (var (letters, left, right, bottom) in run)
            {
                var fromX = (matrix[0] * left) + (matrix[2] * bottom) + matrix[4] + place.X;
                var fromY = (matrix[1] * left) + (matrix[3] * bottom) + matrix[5] + place.Y;
                var toX = (matrix[0] * right) + (matrix[2] * bottom) + matrix[4] + place.X;
                yield return new TextFragment(letters, Math.Min(fromX, toX), Math.Max(fromX, toX), fromY, size * scale);
            }
        }
    }

    /// <summary>Cuts a text code where its characters are apart or on another line.</summary>
    private static IEnumerable<(string Text, double Left, double Right, double Bottom)> Place(
        string text, double x, double y, double size, List<double> deltaX, List<double> deltaY)
    {
        var (start, left, right) = (0, x, x);
        for (var at = 0; at < text.Length; at++)
        {
            right = x + WidthOf(text[at], size);
            var next = at < deltaX.Count ? x + deltaX[at] : right;
            var down = at < deltaY.Count ? deltaY[at] : 0;
            if (at + 1 == text.Length || next - right > Gap * size || next < x || Math.Abs(down) > Gap * size)
            {
                yield return (text[start..(at + 1)], left, right, y);
                (start, left) = (at + 1, next);
            }

            (x, y) = (next, y + down);
        }
    }

    // Fonts are not opened: Han characters and their punctuation are as wide as high, Latin ones half.
    private static double WidthOf(char letter, double size) => letter < '\u2000' ? size / 2 : size;

    /// <summary>Steps between characters: numbers, and "g 3 5.2" for three times 5.2.</summary>
    private static List<double> Deltas(string? value)
    {
        var deltas = new List<double>();
        var words = (value ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var at = 0; at < words.Length && deltas.Count < MaxDeltas; at++)
        {
            if (words[at] == "g" && at + 2 < words.Length)
            {
                var times = (int)Math.Clamp(Number(words[at + 1], 0), 0, MaxDeltas);
                deltas.AddRange(Enumerable.Repeat(Number(words[at + 2], 0), times));
                at += 2;
            }
            else
            {
                deltas.Add(Number(words[at], 0));
            }
        }

        return deltas;
    }

    private static List<double> Numbers(string? value) =>
        [.. (value ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => Number(word, 0))];

    private static double Number(string? word, double otherwise) =>
        double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? Math.Clamp(number, -1e6, 1e6)
            : otherwise;
}
