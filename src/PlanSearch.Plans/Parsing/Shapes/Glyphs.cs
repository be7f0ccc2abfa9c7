using System.Buffers;

namespace PlanSearch.Plans.Parsing.Shapes;

/// <summary>Classes of characters that the rules speak of; all by UTF-16 code unit, none depends on ICU.</summary>
internal static class Glyphs
{
    // The passes ask every character of a plan several times: one look tells.
    private static readonly Class[] Classes = [.. Enumerable.Range(0, char.MaxValue + 1).Select(unit => ClassOf((char)unit))];

    [Flags]
    private enum Class : byte
    {
        None,
        Blank = 1,
        Han = 2,
        ChineseSign = 4,
        Closer = 8,
        FullStop = 16,
    }

    private static Class ClassOf(char c)
    {
        var isBlank = char.IsWhiteSpace(c) || c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD';
        var isHan = char.IsSurrogate(c)
            || c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or (>= '\u2E80' and <= '\u2FDF')
            or (>= '\uF900' and <= '\uFAFF') or '\u3007' or '\u3005';
        var isChineseSign = c is (>= '\u3000' and <= '\u303F') or (>= '\uFF01' and <= '\uFF60') or (>= '\u2460' and <= '\u24FF')
            or (>= '\u2010' and <= '\u2027') or (>= '\u25A0' and <= '\u27BF') or (>= '\u3200' and <= '\u33FF')
            or (>= '\uFE30' and <= '\uFE6F') or '\u00B7' or '\u2103';
        var isCloser = c is '”' or '’' or '）' or ')' or '】' or '》' or '〕' or '」' or '』' or '〉' or ']' or '］' or '"';
        var isFullStop = c is '。' or '！' or '？' or '!' or '?' or '…' or '｡';
        return (isBlank ? Class.Blank : Class.None) | (isHan ? Class.Han : Class.None) | (isChineseSign ? Class.ChineseSign : Class.None)
            | (isCloser ? Class.Closer : Class.None) | (isFullStop ? Class.FullStop : Class.None);
    }

    /// <summary>Blanks of every width, TAB included, and the zero-width ones that conversions leave behind.</summary>
    public static bool IsBlank(char c) => (Classes[c] & Class.Blank) != Class.None;

    /// <summary>The blanks as wide as a Han character: indents are made of them.</summary>
    public static bool IsWide(char c) => c is '\u3000' or '\u00A0';

    /// <summary>
    /// Han ideographs of the basic planes and their radicals, with 〇 and 々; a surrogate counts as Han, as the further planes hold little
    /// else here.
    /// </summary>
    public static bool IsHan(char c) => (Classes[c] & Class.Han) != Class.None;

    /// <summary>
    /// Characters that Chinese text sets without a blank beside them: its punctuation, full-width forms, circled numbers, bullets.
    /// </summary>
    public static bool IsChineseSign(char c) => (Classes[c] & Class.ChineseSign) != Class.None;

    /// <summary>What is flush with Chinese text: <see cref="IsHan"/> or <see cref="IsChineseSign"/>.</summary>
    public static bool IsChinese(char c) => (Classes[c] & (Class.Han | Class.ChineseSign)) != Class.None;

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
        var wide = 0;
        foreach (var c in text)
        {
            wide += IsChinese(c) ? 1 : 0;
        }

        return 0.5 * (text.Length + wide);
    }

    /// <summary>Characters that end a sentence.</summary>
    public static bool IsFullStop(char c) => (Classes[c] & Class.FullStop) != Class.None;

    /// <summary>Closing quotes and brackets, which may follow a full stop.</summary>
    public static bool IsCloser(char c) => (Classes[c] & Class.Closer) != Class.None;
}
