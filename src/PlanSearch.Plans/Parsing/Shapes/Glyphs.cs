using System.Buffers;

namespace PlanSearch.Plans.Parsing.Shapes;

/// <summary>Classes of characters that the rules speak of; all by UTF-16 code unit, none depends on ICU.</summary>
internal static class Glyphs
{
    /// <summary>Blanks of every width, TAB included, and the zero-width ones that conversions leave behind.</summary>
    public static bool IsBlank(char c) =>
        char.IsWhiteSpace(c) || c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD';

    /// <summary>The blanks as wide as a Han character: indents are made of them.</summary>
    public static bool IsWide(char c) => c is '\u3000' or '\u00A0';

    /// <summary>
    /// Han ideographs of the basic planes and their radicals, with 〇 and 々; a surrogate counts as Han, as the further planes hold little
    /// else here.
    /// </summary>
    public static bool IsHan(char c) =>
        c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or (>= '\u2E80' and <= '\u2FDF') or '\u3007' or '\u3005'
        or (>= '\uF900' and <= '\uFAFF')
        || char.IsSurrogate(c);

    /// <summary>
    /// Characters that Chinese text sets without a blank beside them: its punctuation, full-width forms, circled numbers, bullets.
    /// </summary>
    public static bool IsChineseSign(char c) =>
        c is (>= '\u3000' and <= '\u303F') or (>= '\uFF01' and <= '\uFF60') or (>= '\u2460' and <= '\u24FF')
            or (>= '\u2010' and <= '\u2027') or (>= '\u25A0' and <= '\u27BF')
            or (>= '\u3200' and <= '\u33FF') or (>= '\uFE30' and <= '\uFE6F') or '\u00B7' or '\u2103';

    /// <summary>What is flush with Chinese text: <see cref="IsHan"/> or <see cref="IsChineseSign"/>.</summary>
    public static bool IsChinese(char c) => IsHan(c) || IsChineseSign(c);

    /// <summary>0–9 and their full-width forms.</summary>
    public static bool IsDigit(char c) => c is (>= '0' and <= '9') or (>= '\uFF10' and <= '\uFF19');

    /// <summary>Letters of the Latin alphabet in ASCII.</summary>
    public static bool IsLatin(char c) => c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z');

    /// <summary>① to ⑳ and ㉑ to ㊿: marks of footnotes and of list items.</summary>
    public static bool IsCircled(char c) =>
        c is (>= '\u2460' and <= '\u2473') or (>= '\u3251' and <= '\u325F') or (>= '\u32B1' and <= '\u32BF');

    /// <summary>The same characters, to look for.</summary>
    public static SearchValues<char> Circled { get; } = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(unit => (char)unit).Where(IsCircled)]);

    /// <summary>1 for ①, 50 for ㊿; 0 when <paramref name="c"/> is not circled.</summary>
    public static int CircledValue(char c) => c switch
    {
        >= '\u2460' and <= '\u2473' => c - '\u2460' + 1,
        >= '\u3251' and <= '\u325F' => c - '\u3251' + 21,
        >= '\u32B1' and <= '\u32BF' => c - '\u32B1' + 36,
        _ => 0,
    };

    /// <summary>
    /// How wide <paramref name="text"/> prints in Han characters: Chinese punctuation and U+3000 count one too, all else a half.
    /// </summary>
    public static double WidthOf(ReadOnlySpan<char> text)
    {
        var width = 0.0;
        foreach (var c in text)
        {
            width += IsChinese(c) || c == '\u3000' ? 1 : 0.5;
        }

        return width;
    }

    /// <summary>Characters that end a sentence.</summary>
    public static bool IsFullStop(char c) => c is '。' or '！' or '？' or '!' or '?' or '…' or '｡';

    /// <summary>Closing quotes and brackets, which may follow a full stop.</summary>
    public static bool IsCloser(char c) => c is '”' or '’' or '）' or ')' or '】' or '》' or '〕' or '」' or '』' or '〉' or ']' or '］' or '"';
}
