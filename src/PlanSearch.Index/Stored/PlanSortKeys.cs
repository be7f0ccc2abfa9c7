using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PlanSearch.Index.Stored;

/// <summary>Keys whose ordinal order is that of dates and of titles.</summary>
public static partial class PlanSortKeys
{
    private const string Numerals = "〇一二三四五六七八九";

    // Of the common characters the national standard gives the codes in the order of their sounds; no culture data is needed for it.
    private static readonly Encoding ByStandard = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    /// <summary>A date as plans print it (2021年4月8日, 二〇二一年十二月, 2021-04-08, 20210408) as digits that sort; empty without a year.</summary>
    public static string OfDate(string date)
    {
        var numbers = Numeral().Matches(date).Select(match => NumberOf(match.Value)).SkipWhile(number => number < 1_000).ToList();
        return numbers switch
        {
            [] => "",
            [> 9_999 and var day, ..] => day.ToString("D8", CultureInfo.InvariantCulture),
            [var year, ..] => string.Create(CultureInfo.InvariantCulture, $"{year:D4}{Part(numbers, 1, 12):D2}{Part(numbers, 2, 31):D2}"),
        };
    }

    /// <summary>A title, 《》 aside, as a key in the order of sounds.</summary>
    public static string OfTitle(string title) => Encoding.Latin1.GetString(ByStandard.GetBytes(title.Trim('《', '》', ' ')));

    private static int Part(List<int> numbers, int at, int most) => at < numbers.Count && numbers[at] <= most ? numbers[at] : 0;

    // 十二 is 12, 二十 is 20, 二〇二一 is 2021.
    private static int NumberOf(string numeral)
    {
        var ten = numeral.IndexOf('十', StringComparison.Ordinal);
        return ten < 0
            ? numeral.Aggregate(0, (number, sign) => (number * 10) + DigitOf(sign))
            : ((ten == 0 ? 1 : DigitOf(numeral[ten - 1])) * 10) + (ten == numeral.Length - 1 ? 0 : DigitOf(numeral[ten + 1]));
    }

    private static int DigitOf(char sign) => sign switch
    {
        >= '0' and <= '9' => sign - '0',
        >= '０' and <= '９' => sign - '０',
        _ => Math.Max(0, Numerals.IndexOf(sign, StringComparison.Ordinal)),
    };

    [GeneratedRegex("[0-9０-９○零〇一二三四五六七八九十]{1,8}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numeral();
}
