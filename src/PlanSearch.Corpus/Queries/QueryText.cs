using System.Text;
using System.Text.RegularExpressions;

namespace PlanSearch.Corpus.Queries;

/// <summary>Brings what a person typed or pasted into the form that a plan's logical text has.</summary>
/// <remarks>
/// Cleaning twice is cleaning once. A single blank between two Han characters stays: so the halves of a heading are written,
/// and so two words are told apart.
/// </remarks>
public static partial class QueryText
{
    private const int MaxMarkerLength = 12;

    /// <summary>
    /// <paramref name="text"/> without the marks of a conversion (** and the ^ before a note's number), line breaks, outer blanks, and the blanks that
    /// Chinese text does not set; may be empty.
    /// </summary>
    public static string Clean(string text)
    {
        // A mark taken out may bring two blanks or two marks together; each round shortens the text, so the loop ends.
        for (var before = text; ; before = text)
        {
            text = WithoutStrayBlanks(WithoutMarks(before));
            if (text == before)
            {
                return text;
            }
        }
    }

    private static string WithoutMarks(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '*' && i + 1 < text.Length && text[i + 1] == '*')
            {
                i++;
            }
            else if (!IsInvisible(text[i]) && !IsNoteMark(text, i))
            {
                kept.Append(text[i]);
            }
        }

        return kept.ToString();
    }

    // ^ stays in a formula (10^8), as in the logical text.
    private static bool IsNoteMark(string text, int at)
    {
        if (text[at] != '^' || at + 1 >= text.Length)
        {
            return false;
        }

        var next = text[at + 1];
        return IsCircled(next) || (!(at > 0 && IsLetterOrDigit(text[at - 1])) && (IsDigit(next) || next is '[' or '［'));
    }

    private static string WithoutStrayBlanks(string text)
    {
        var kept = new StringBuilder(text.Length);
        var wordLength = 0;
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsWhiteSpace(text[i]))
            {
                kept.Append(text[i++]);
                wordLength++;
                continue;
            }

            var start = i;
            while (i < text.Length && char.IsWhiteSpace(text[i]))
            {
                i++;
            }

            if (kept.Length > 0 && i < text.Length && KeepsBlank(kept, text, start, i, wordLength))
            {
                kept.Append(' ');
                wordLength = 0;
            }
        }

        return kept.ToString();
    }

    // As the parser does for a heading: a break in a line leaves Latin words apart, letter-spaced words (前 言) are one, and after a marker the blank stays.
    private static bool KeepsBlank(StringBuilder kept, string text, int start, int end, int wordLength)
    {
        var (before, after) = (kept[^1], text[end]);
        if (text.AsSpan(start, end - start).IndexOfAny('\n', '\r') >= 0)
        {
            return char.IsAsciiLetter(before) && char.IsAsciiLetter(after);
        }

        if (kept.Length <= MaxMarkerLength && LeadingMarker().IsMatch(kept.ToString()))
        {
            return true;
        }

        var isLetterSpaced = wordLength == 1 && IsHan(before) && IsHan(after) && (end + 1 == text.Length || char.IsWhiteSpace(text[end + 1]));
        return !isLetterSpaced && !IsStray(before, after);
    }

    // Conversions leave them behind, and no one can see them.
    private static bool IsInvisible(char unit) => unit is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD' or Engine.Analysis.Fold.Separator;

    private static bool IsStray(char before, char after) =>
        IsChineseSign(before) || IsChineseSign(after)
        || (IsHan(before) && IsLetterOrDigit(after)) || (IsLetterOrDigit(before) && IsHan(after));

    private static bool IsHan(char unit) =>
        unit is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or '\u3007' or '\u3005' or (>= '\uF900' and <= '\uFAFF')
        || char.IsSurrogate(unit);

    private static bool IsLetterOrDigit(char unit) => IsDigit(unit) || char.IsAsciiLetter(unit);

    private static bool IsDigit(char unit) => char.IsAsciiDigit(unit) || unit is >= '\uFF10' and <= '\uFF19';

    private static bool IsCircled(char unit) => unit is (>= '\u2460' and <= '\u2473') or (>= '\u3251' and <= '\u325F') or (>= '\u32B1' and <= '\u32BF');

    private static bool IsChineseSign(char unit) =>
        !IsDigit(unit)
        && (unit is (>= '\u3001' and <= '\u303F' and not '\u3005' and not '\u3007') or (>= '\uFF01' and <= '\uFF60') or (>= '\u2460' and <= '\u24FF')
            or (>= '\u2010' and <= '\u2027') or (>= '\u25A0' and <= '\u27BF') or (>= '\u3200' and <= '\u33FF') or (>= '\uFE30' and <= '\uFE6F')
            or '\u00B7' or '\u2103');

    [GeneratedRegex(
        "^([一二三四五六七八九十]+[、．.]|[（(]([一二三四五六七八九十]+|[0-9]+)[)）]|[0-9]{1,3}[、．.)）]|[①-⑳]|[◆●■▲★]|—{1,2}|专栏[0-9一二三四五六七八九十][0-9一二三四五六七八九十-]*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex LeadingMarker();
}
