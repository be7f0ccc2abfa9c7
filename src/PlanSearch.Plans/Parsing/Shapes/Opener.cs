using System.Buffers;

namespace PlanSearch.Plans.Parsing.Shapes;

/// <summary>A number that may open a section, wherever it is printed: at the start of a line, after a sentence or after blanks.</summary>
/// <param name="Line">1-based source line.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Ordinal">What it counts.</param>
/// <param name="Words">How many code units follow up to the end of its sentence, of its line, or to two wide blanks.</param>
/// <param name="IsAlone">Whether these words are short and the line, or the text up to wide blanks, ends with them.</param>
internal readonly record struct Opener(int Line, MarkerKind Kind, int Ordinal, int Words, bool IsAlone)
{
    // The longest title that is alone, a little more than a line of print.
    private const int MaxAlone = 42;
    private const int MaxSentence = 60;
    private const int MaxLook = 80;
    private static readonly SearchValues<char> Openings = SearchValues.Create("第（(一二三四五六七八九十");

    /// <summary>All of a source line or of a part of it, from left to right.</summary>
    public static void AddAll(List<Opener> openers, int number, ReadOnlySpan<char> raw)
    {
        var first = 0;
        while (first < raw.Length && Glyphs.IsBlank(raw[first]))
        {
            first++;
        }

        for (var at = first; at < raw.Length; at = Next(raw, at + 1))
        {
            if ((at == first || EndsBefore(raw, at)) && Read(raw, at, number) is { } opener)
            {
                openers.Add(opener);
            }
        }
    }

    private static int Next(ReadOnlySpan<char> raw, int from) =>
        raw[from..].IndexOfAny(Openings) is var found and >= 0 ? from + found : raw.Length;

    private static bool EndsBefore(ReadOnlySpan<char> raw, int at) =>
        Glyphs.IsBlank(raw[at - 1]) || raw[at - 1] is '。' or '！' or '？' or '；' or '”' or '）' or ')';

    private static Opener? Read(ReadOnlySpan<char> raw, int at, int number)
    {
        var marker = MarkerReader.ReadAt(raw, at);
        if (marker.Kind is not (MarkerKind.Part or MarkerKind.Chapter or MarkerKind.Section or MarkerKind.Ideograph
            or MarkerKind.BracketedIdeograph) || marker.IsListed && marker.Start != at)
        {
            return null;
        }

        // No further than it matters: a line may be a whole plan.
        var rest = raw.Slice(marker.Rest, Math.Min(raw.Length - marker.Rest, MaxLook)).TrimEnd();
        if (marker.IsStrong && rest.Length > 0 && rest[0] is '的' or '所' or '提' or '是' or '、' or '和' or '至' or '，')
        {
            return null;
        }

        var wide = WideBlanks(rest);
        rest = wide < 0 ? rest : rest[..wide].TrimEnd();
        var stop = rest[..Math.Min(rest.Length, MaxSentence)].IndexOfAny('。', '；');
        return new Opener(number, marker.Kind, marker.Ordinal, stop < 0 ? rest.Length : stop, rest.Length <= MaxAlone
            && (stop < 0 || stop >= rest.Length - 1));
    }

    private static int WideBlanks(ReadOnlySpan<char> text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (Glyphs.IsWide(text[i]) && Glyphs.IsWide(text[i + 1]))
            {
                return i;
            }
        }

        return -1;
    }
}
