namespace PlanSearch.Answers.Citations;

/// <summary>The year of a date as plans print it.</summary>
internal static class CitedYear
{
    private const string Digits = "〇一二三四五六七八九";
    private const int Length = 4;

    /// <summary>The first four digits in a row, Arabic or Chinese (二〇二一年八月, also with ○ or 零); null when there are none.</summary>
    public static int? Of(string date)
    {
        var (year, count) = (0, 0);
        foreach (var sign in date)
        {
            var digit = DigitOf(sign);
            (year, count) = digit < 0 ? (0, 0) : ((year * 10) + digit, count + 1);
            if (count == Length)
            {
                return year;
            }
        }

        return null;
    }

    private static int DigitOf(char sign) => sign switch
    {
        >= '0' and <= '9' => sign - '0',
        >= '０' and <= '９' => sign - '０',
        '○' or '零' or 'Ｏ' or 'O' => 0,
        _ => Digits.IndexOf(sign),
    };
}
