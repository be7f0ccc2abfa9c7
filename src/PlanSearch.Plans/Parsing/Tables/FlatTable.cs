using System.Text.RegularExpressions;

namespace PlanSearch.Plans.Parsing.Tables;

/// <summary>
/// A table whose cells a conversion ran together (R-TABLE-17): its header, and all its rows, on a line without anything between them.
/// </summary>
internal static class FlatTable
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private const string HeaderWord =
        "(序号|指标名称|指标|名称|单位|属性|类别|领域|项目|(计划|规划|预期)?目标|增减情况|完成情况|实际(完成)?|(年均)?增长|年均|累计|备注"
        + "|[0-9]{4}年(比[0-9]{4}年)?|“[一二三四五六七八九十]{1,3}五”(时期|末)?)";

    private static readonly Regex Header = new($"^{HeaderWord}{{2,}}$", Options);
    private static readonly Regex Rows = new($"^{HeaderWord}*1[^0-9。；]?[^。；]{{4,}}2[^。；]{{4,}}3[^。；]{{4,}}$", Options);

    private const int ShortestRows = 30;

    // Of ten characters of such rows two or more are of numbers.
    private const int Parts = 10;
    private const int PartsOfNumbers = 2;

    /// <summary>Whether the line is words of a header and nothing else.</summary>
    public static bool IsHeader(string text) => Header.IsMatch(text);

    /// <summary>Whether the line is rows, 1, 2 and 3 among their values.</summary>
    public static bool IsRows(string text) =>
        text.Length >= ShortestRows
        && text.Count(letter => char.IsAsciiDigit(letter) || letter is '.' or '%' or '-') * Parts >= text.Length * PartsOfNumbers
        && Rows.IsMatch(text);
}
