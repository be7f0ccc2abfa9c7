using System.Globalization;
using System.Text.RegularExpressions;

namespace PlanSearch.Plans.Metadata;

/// <summary>Reads dates as plans print them: 2021年4月8日, 二〇二一年十二月, 2021-04-08, 20210408.</summary>
/// <remarks>The zero of a year is printed in many shapes: 〇 ○ ◯ 零, the letters O and o, full-width ones.</remarks>
public static partial class PrintedDate
{
    private const int YearLength = 4;

    /// <summary>The value of a digit, Arabic or Chinese, in any shape; -1 for any other character.</summary>
    public static int DigitOf(char printed) => printed switch
    {
        >= '0' and <= '9' => printed - '0',
        >= '０' and <= '９' => printed - '０',
        '○' or '◯' or '零' or 'O' or 'Ｏ' or 'o' or 'ｏ' => 0,
        _ => "〇一二三四五六七八九".IndexOf(printed, StringComparison.Ordinal),
    };

    /// <summary>The year: the first four digits in a row; null when there are none.</summary>
    public static int? YearOf(string date)
    {
        ArgumentNullException.ThrowIfNull(date);
        var (year, count) = (0, 0);
        foreach (var printed in date)
        {
            var digit = DigitOf(printed);
            (year, count) = digit < 0 ? (0, 0) : ((year * 10) + digit, count + 1);
            if (count == YearLength)
            {
                return year;
            }
        }

        return null;
    }

    /// <summary>
    /// The date as eight digits whose ordinal order is that of dates, 00 for a month or day not said; empty without a year.
    /// </summary>
    public static string SortKeyOf(string date)
    {
        ArgumentNullException.ThrowIfNull(date);
        var numbers = Numeral().Matches(date).Select(match => NumberOf(match.Value)).SkipWhile(number => number < 1_000).ToList();
        return numbers switch
        {
            [] => "",
            [> 9_999 and var day, ..] => day.ToString("D8", CultureInfo.InvariantCulture),
            [var year, ..] => string.Create(CultureInfo.InvariantCulture, $"{year:D4}{Part(numbers, 1, 12):D2}{Part(numbers, 2, 31):D2}"),
        };
    }

    private static int Part(List<int> numbers, int at, int most) => at < numbers.Count && numbers[at] <= most ? numbers[at] : 0;

    // 十二 is 12, 二十 is 20, 二〇二一 is 2021.
    private static int NumberOf(string numeral)
    {
        var ten = numeral.IndexOf('十', StringComparison.Ordinal);
        return ten < 0
            ? numeral.Aggregate(0, (number, printed) => (number * 10) + DigitOf(printed))
            : ((ten == 0 ? 1 : DigitOf(numeral[ten - 1])) * 10) + (ten == numeral.Length - 1 ? 0 : DigitOf(numeral[ten + 1]));
    }

    [GeneratedRegex("[0-9０-９○◯零OＯoｏ〇一二三四五六七八九十]{1,8}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numeral();
}
