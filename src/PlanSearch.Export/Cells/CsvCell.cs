using System.Text.RegularExpressions;

namespace PlanSearch.Export.Cells;

/// <summary>Keeps a spreadsheet from reading a cell of text as a formula.</summary>
public static partial class CsvCell
{
    /// <summary>
    /// <paramref name="text"/>, with ' in front where it begins with = + - @ TAB or CR and is no plain number: -4, -14.5, -3% and +5 stay
    /// as they are.
    /// </summary>
    public static string Guard(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' && !PlainNumber().IsMatch(text) ? "'" + text : text;
    }

    [GeneratedRegex(
        @"^[+-][0-9]+(,[0-9]{3})*(\.[0-9]+)?%?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlainNumber();
}
