namespace PlanSearch.Plans.Parsing.Shapes;

/// <summary>A number of a decimal outline: 2, 2.1 or 2.1.3.</summary>
/// <param name="Parts">How many parts it has, 1 to 3; 0 when the text opens with none.</param>
/// <param name="First">The chapter.</param>
/// <param name="Second">The section, or 0.</param>
/// <param name="Third">The part of a section, or 0.</param>
/// <param name="End">Offset after the number and a point or 、 that ends it.</param>
/// <param name="Rest">Offset of the words after it.</param>
internal readonly record struct DecimalNumber(int Parts, int First, int Second, int Third, int End, int Rest)
{
    /// <summary>Reads the number that opens <paramref name="text"/>; its parts have one or two digits.</summary>
    public static DecimalNumber Read(ReadOnlySpan<char> text)
    {
        Span<int> values = [0, 0, 0];
        var (parts, at) = (0, 0);
        while (parts < 3)
        {
            var (value, length) = Numerals.ReadArabic(text, at);
            if (length is 0 or > 2 || value == 0)
            {
                break;
            }

            values[parts++] = value;
            at += length;
            if (at + 1 >= text.Length || text[at] is not ('.' or '．') || !Glyphs.IsDigit(text[at + 1]))
            {
                break;
            }

            at++;
        }

        if (parts == 0 || at >= text.Length || Glyphs.IsDigit(text[at]))
        {
            return default;
        }

        var end = text[at] is '.' or '．' or '、' ? at + 1 : at;
        var rest = end;
        while (rest < text.Length && Glyphs.IsBlank(text[rest]))
        {
            rest++;
        }

        return rest >= text.Length || (parts == 1 && rest == at)
            ? default
            : new DecimalNumber(parts, values[0], values[1], values[2], end, rest);
    }

    // Chapters without sections leave no number between.
    private const int MaxSkip = 3;

    /// <summary>Whether it comes right after <paramref name="last"/> in an outline, or begins one.</summary>
    /// <remarks>One section may be lost: 10.2 follows 9.5 and 10.3 follows 10.1.</remarks>
    public bool Follows(DecimalNumber last) => Parts switch
    {
        2 when last.Parts == 0 => Second == 1,
        2 when First == last.First => Second > last.Second && Second <= last.Second + 2,
        2 => First > last.First && First <= last.First + MaxSkip && Second <= 2,
        3 => First == last.First && Second == last.Second && Third == last.Third + 1,
        _ => false,
    };

    /// <summary>The marker of a line with this number.</summary>
    public Marker ToMarker(string text)
    {
        var (kind, ordinal) = Parts switch
        {
            1 => (MarkerKind.DecimalChapter, First),
            2 => (MarkerKind.DecimalSection, Second),
            _ => (MarkerKind.DecimalPart, Third),
        };
        return new Marker(kind, ordinal, 0, Math.Min(End, text.Length), Rest, '\0');
    }
}
