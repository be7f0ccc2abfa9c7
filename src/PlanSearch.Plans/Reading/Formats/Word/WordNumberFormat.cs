using DocumentFormat.OpenXml.Wordprocessing;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Reading.Formats.Word;

/// <summary>A number as Word prints it in a list.</summary>
internal static class WordNumberFormat
{
    private const string Digits = "〇一二三四五六七八九";
    private const string Formal = "零壹贰叁肆伍陆柒捌玖";

    /// <summary>The number in its format; in ASCII digits where this version does not know the format.</summary>
    public static string Of(int number, NumberFormatValues format) => format switch
    {
        NumberFormatValues.None or NumberFormatValues.Bullet => "",
        NumberFormatValues.ChineseCounting or NumberFormatValues.ChineseCountingThousand or NumberFormatValues.TaiwaneseCounting
            or NumberFormatValues.TaiwaneseCountingThousand or NumberFormatValues.JapaneseCounting => Counted(
                number, Digits, "", "十", "百", "千"),
        NumberFormatValues.ChineseLegalSimplified or NumberFormatValues.IdeographLegalTraditional => Counted(
            number, Formal, "壹", "拾", "佰", "仟"),
        NumberFormatValues.IdeographDigital or NumberFormatValues.JapaneseDigitalTenThousand or NumberFormatValues.TaiwaneseDigital =>
            string.Concat(Text(number).Select(digit => Digits[digit - '0'])),
        NumberFormatValues.IdeographTraditional when number is > 0 and <= 10 => Numerals.Stems[number - 1].ToString(),
        NumberFormatValues.UpperRoman => Roman(number),
        NumberFormatValues.LowerRoman => Roman(number).ToLowerInvariant(),
        NumberFormatValues.UpperLetter => Letter(number, 'A'),
        NumberFormatValues.LowerLetter => Letter(number, 'a'),
        NumberFormatValues.DecimalZero => number < 10 ? $"0{number}" : Text(number),
        NumberFormatValues.DecimalFullWidth or NumberFormatValues.DecimalFullWidth2 => string.Concat(
            Text(number).Select(digit => (char)(digit - '0' + '０'))),
        NumberFormatValues.DecimalEnclosedCircle or NumberFormatValues.DecimalEnclosedCircleChinese when number is > 0 and <= 50 =>
            FootnoteMarks.Circled(number).ToString(),
        NumberFormatValues.DecimalEnclosedParen => $"({number})",
        NumberFormatValues.DecimalEnclosedFullstop => $"{number}.",
        _ => Text(number),
    };

    private static string Text(int number) => Math.Max(number, 0).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>二十三, 一百零五; <paramref name="one"/> is what is before a leading ten.</summary>
    private static string Counted(int number, string digits, string one, string ten, string hundred, string thousand)
    {
        if (number is <= 0 or > 9999)
        {
            return Text(number);
        }

        if (number < 20 && number >= 10)
        {
            return one + ten + (number > 10 ? digits[number - 10] : "");
        }

        var text = "";
        var skipped = false;
        foreach (var (value, unit) in new[] { (1000, thousand), (100, hundred), (10, ten), (1, "") })
        {
            var digit = number / value % 10;
            if (digit > 0)
            {
                text += (skipped && text.Length > 0 ? "零" : "") + digits[digit] + unit;
            }

            skipped = digit == 0 && text.Length > 0;
        }

        return text;
    }

    private static string Roman(int number)
    {
        if (number is <= 0 or > 3999)
        {
            return Text(number);
        }

        var text = "";
        foreach (var (value, sign) in new[]
        {
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
            (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        })
        {
            for (; number >= value; number -= value)
            {
                text += sign;
            }
        }

        return text;
    }

    // z is followed by aa, bb, ….
    private static string Letter(int number, char first) =>
        number <= 0 ? Text(number) : new string((char)(first + ((number - 1) % 26)), Math.Min(((number - 1) / 26) + 1, 8));
}
