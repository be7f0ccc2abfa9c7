using PlanSearch.Plans.Text;

namespace PlanSearch.Plans.Parsing.Shapes;

/// <summary>Reads the ordinals of headings and list items.</summary>
internal static class Numerals
{
    /// <summary>甲 is the first and 癸 the tenth: the first plans count so.</summary>
    public const string Stems = "甲乙丙丁戊己庚辛壬癸";

    private static readonly sbyte[] Digits = [.. Enumerable.Range(0, char.MaxValue + 1).Select(unit => ValueOf(Fold.Of((char)unit)))];

    /// <summary>Reads a Chinese number of at most 99 (二十一, 〇 forms such as 二一 included) at <paramref name="at"/>.</summary>
    /// <returns>The value and how many code units it takes, blanks between its characters included; length 0 when there is none.</returns>
    public static (int Value, int Length) ReadChinese(ReadOnlySpan<char> text, int at)
    {
        var (tens, ones, end) = (-1, -1, at);
        for (var i = at; i < text.Length && i < at + 8; i++)
        {
            var c = text[i];
            if (Glyphs.IsBlank(c) && end > at)
            {
                continue;
            }

            if (IsTen(c))
            {
                if (tens >= 0)
                {
                    break;
                }

                (tens, ones) = (ones < 0 ? 1 : ones, -1);
            }
            else if (Digit(c) is var digit and >= 0)
            {
                if (ones >= 0)
                {
                    if (tens >= 0)
                    {
                        break;
                    }

                    tens = ones;
                }

                ones = digit;
            }
            else
            {
                break;
            }

            end = i + 1;
        }

        var value = (Math.Max(tens, 0) * 10) + Math.Max(ones, 0);
        return end == at ? (0, 0) : (value, end - at);
    }

    /// <summary>
    /// Reads one to three digits, full-width ones included, at <paramref name="at"/>; length 0 when there are none or more.
    /// </summary>
    public static (int Value, int Length) ReadArabic(ReadOnlySpan<char> text, int at)
    {
        var (value, i) = (0, at);
        while (i < text.Length && Glyphs.IsDigit(text[i]))
        {
            if (i - at == 3)
            {
                return (0, 0);
            }

            value = (value * 10) + (text[i] >= '\uFF10' ? text[i] - '\uFF10' : text[i] - '0');
            i++;
        }

        return (value, i - at);
    }

    /// <summary>Whether the character behind a number makes it a quantity: 1.1 万亿元, 5. 万平方米.</summary>
    public static bool IsMeasure(char c) =>
        c is '万' or '亿' or '千' or '百' or '个' or '倍' or '岁' or '元' or '平' or '公' or '米' or '吨' or '件' or '户';

    /// <summary>Whether the character is 十, in any form that folds to it.</summary>
    public static bool IsTen(char c) => Fold.Of(c) == '十';

    /// <summary>The value of one Chinese digit, in any form that folds to it (the Kangxi radical ⼀); -1 for any other character.</summary>
    public static int Digit(char c) => Digits[c];

    private static sbyte ValueOf(char folded) => folded switch
    {
        '〇' or '零' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => -1,
    };
}
