using PlanSearch.Plans.Parsing.Book;

namespace PlanSearch.Plans.Parsing.Shapes;

/// <summary>Reads the marker that opens a line (the R-MARK rules).</summary>
internal static class MarkerReader
{
    /// <summary>Reads the marker at the start of <paramref name="text"/>, which has no leading blank.</summary>
    /// <returns>The default value when the line opens with none.</returns>
    public static Marker Read(ReadOnlySpan<char> text) => ReadAt(text, 0);

    /// <summary>As <see cref="Read"/>, but takes a number before a digit for one as well (R-MARK-5): 6.200 in 6.200 万吨钢渣利用.</summary>
    /// <remarks>Only for a line whose number continues a sequence.</remarks>
    public static Marker ReadBeforeDigit(ReadOnlySpan<char> text) =>
        !text.IsEmpty && Glyphs.IsDigit(text[0]) ? ReadArabic(text, 0, beforeDigit: true) : Read(text);

    /// <summary>As <see cref="ReadBeforeDigit"/>, at <paramref name="at"/>: a member of a list that is run in (；5.100 万吨…).</summary>
    public static Marker ReadInList(ReadOnlySpan<char> text, int at) =>
        at < text.Length && Glyphs.IsDigit(text[at]) ? ReadArabic(text, at, beforeDigit: true) : ReadAt(text, at);

    /// <summary>As <see cref="Read"/>, at <paramref name="at"/>.</summary>
    public static Marker ReadAt(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length)
        {
            return default;
        }

        var c = text[at];
        return c switch
        {
            '第' => ReadStrong(text, at),
            '（' or '(' or '〔' => ReadBracketed(text, at),
            '〈' or '《' or '<' =>
            ReadBracketed(text, at) is { Kind: MarkerKind.BracketedIdeograph } odd ? odd with { Rule = Rules.OddMarker } : default,
            '—' or '–' or '─' or '－' => ReadDash(text, at),
            '-' => ReadListDash(text, at),
            _ when Numerals.Digit(c) > 0 || Numerals.IsTen(c) => ReadIdeograph(text, at),
            _ when Glyphs.IsDigit(c) => ReadArabic(text, at, beforeDigit: false),
            _ when Glyphs.IsCircled(c) => Make(text, MarkerKind.Circled, Glyphs.CircledValue(c), at, at + 1),
            _ when IsBullet(c) && !IsZeroOfYear(text[at..]) => Make(text, MarkerKind.Bullet, 0, at, at + 1, c),
            _ => default,
        };
    }

    private static Marker ReadStrong(ReadOnlySpan<char> text, int at)
    {
        var i = SkipBlanks(text, at + 1);
        var (value, length) = Numerals.ReadChinese(text, i);
        if (length == 0)
        {
            (value, length) = Numerals.ReadArabic(text, i);
        }

        i = SkipBlanks(text, i + length);
        if (length == 0 || i >= text.Length)
        {
            return default;
        }

        var kind = text[i] switch
        {
            '篇' or '编' or '編' => MarkerKind.Part,
            '部' when i + 1 < text.Length && text[i + 1] == '分' => MarkerKind.Part,
            '章' => MarkerKind.Chapter,
            '节' or '節' => MarkerKind.Section,
            // 第三条线路 and 第十条规定 are words of a sentence.
            '条' or '條' when i + 1 == text.Length || Glyphs.IsBlank(text[i + 1]) => MarkerKind.Article,
            _ => MarkerKind.None,
        };

        if (kind == MarkerKind.None)
        {
            return default;
        }

        var marker = Make(text, kind, value, at, text[i] == '部' ? i + 2 : i + 1);
        return SetsOffTitle(text, marker.Rest) ? marker with { Rest = SkipBlanks(text, marker.Rest + 1) } : marker;
    }

    // 第一节、打造创新平台: 、 stands for a blank; in 第一节、第二节 it does not.
    private static bool SetsOffTitle(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length
            && text[at] is '、' or '：' or ':' or '．' or '.'
            && SkipBlanks(text, at + 1) is var next
            && next < text.Length
            && Glyphs.IsHan(text[next])
            && text[next] is not '第';

    // R-MARK-2: 一、二、三产业 opens a sentence, no item: a number follows the 、.
    private static Marker ReadIdeograph(ReadOnlySpan<char> text, int at)
    {
        var (value, length) = Numerals.ReadChinese(text, at);
        var end = at + length;
        if (length > 0 && end + 1 < text.Length && text[end] is '）' or ')')
        {
            return Make(text, MarkerKind.BracketedIdeograph, value, at, end + 1) with { Rule = Rules.OddMarker };
        }

        // 三 、主要任务: recognition leaves a blank before the 、.
        end = SkipBlanks(text, end);
        if (length == 0 || end >= text.Length || text[end] is not ('、' or '．' or '.') || (end > at + length && text[end] != '、'))
        {
            return default;
        }

        var rest = SkipBlanks(text, end + 1);
        var (_, next) = Numerals.ReadChinese(text, rest);
        var enumerates = next > 0 && rest + next < text.Length && text[rest + next] is '、' or '产' or '次';
        return enumerates ? new Marker { Rule = Rules.Enumeration } : Make(text, MarkerKind.Ideograph, value, at, end + 1);
    }

    // R-MARK-3: 2.69 万亿元 is a quantity: a digit follows the point. After a list dash the number is an item's all the same (- 3.5G基站).
    private static Marker ReadArabic(ReadOnlySpan<char> text, int at, bool beforeDigit)
    {
        var (value, length) = Numerals.ReadArabic(text, at);
        var end = SkipBlanks(text, at + length);
        if (length == 0 || value == 0 || end >= text.Length)
        {
            return default;
        }

        if (text[end] is ')' or '）')
        {
            return Make(text, MarkerKind.BracketedArabic, value, at, end + 1);
        }

        if (text[end] is not ('.' or '．' or '﹒' or '、'))
        {
            return default;
        }

        var isQuantity = text[end] != '、' && end + 1 < text.Length && Glyphs.IsDigit(text[end + 1]);
        return isQuantity && !beforeDigit ? new Marker { Rule = Rules.Quantity } : Make(text, MarkerKind.Arabic, value, at, end + 1);
    }

    private static Marker ReadBracketed(ReadOnlySpan<char> text, int at)
    {
        var i = SkipBlanks(text, at + 1);
        var (value, length) = Numerals.ReadChinese(text, i);
        if (length == 0 && i < text.Length && Numerals.Stems.IndexOf(text[i]) is >= 0 and var stem)
        {
            (value, length) = (stem + 1, 1);
        }

        var kind = MarkerKind.BracketedIdeograph;
        if (length == 0)
        {
            (value, length) = Numerals.ReadArabic(text, i);
            kind = MarkerKind.BracketedArabic;
        }

        i = SkipBlanks(text, i + length);
        var closes = length > 0 && value > 0 && i < text.Length && text[i] is '）' or ')' or '〕';
        return closes ? Make(text, kind, value, at, i + 1) : default;
    }

    private static Marker ReadDash(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] is '—' or '–' or '─' or '－')
        {
            end++;
        }

        return end - at >= 2 ? Make(text, MarkerKind.Dash, 0, at, end, '—') : default;
    }

    // R-MARK-4: "--" stands for "——"; "- " before words is a bullet; "- 1." is a number in a list.
    private static Marker ReadListDash(ReadOnlySpan<char> text, int at)
    {
        if (at + 1 < text.Length && text[at + 1] == '-')
        {
            return Make(text, MarkerKind.Dash, 0, at, at + 2, '—') with { Rule = Rules.ListDash };
        }

        var rest = SkipBlanks(text, at + 1);
        if (rest == at + 1 || rest >= text.Length)
        {
            return default;
        }

        var inner = Glyphs.IsDigit(text[rest]) ? ReadArabic(text, rest, beforeDigit: true) : ReadAt(text, rest);
        return (inner.IsCounted ? inner : Make(text, MarkerKind.Bullet, 0, at, at + 1, '-')) with { Rule = Rules.ListDash };
    }

    private static bool IsBullet(char c) =>
        c is '◆' or '◇' or '●' or '○' or '■' or '□' or '▲' or '△' or '★' or '☆' or '▪' or '•' or '◼' or '➢'
            or '♦' or '※' or '►' or '▶' or '▸' or '▷' or '➤' or '➣' or '√' or '✓' or '✔'
            or '❖' or '✦' or '◎' or '⚫' or '∙' or '⬥' or '▣' or (>= '\uF020' and <= '\uF0FF');

    // ○三五年 after the 二 that ends the line before.
    private static bool IsZeroOfYear(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && (text[end] == '○' || Numerals.Digit(text[end]) >= 0))
        {
            end++;
        }

        return text[0] == '○' && end > 1 && end < text.Length && text[end] == '年';
    }

    private static Marker Make(ReadOnlySpan<char> text, MarkerKind kind, int ordinal, int start, int end, char sign = '\0') =>
        new(kind, ordinal, start, end, SkipBlanks(text, end), sign);

    private static int SkipBlanks(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && Glyphs.IsBlank(text[at]))
        {
            at++;
        }

        return at;
    }
}
