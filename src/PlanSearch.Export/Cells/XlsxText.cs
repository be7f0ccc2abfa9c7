using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace PlanSearch.Export.Cells;

/// <summary>
/// Text as a cell of a spreadsheet holds it (ST_Xstring of ECMA-376): what XML cannot carry is as _xHHHH_, so that nothing of it is
/// lost.
/// </summary>
internal static partial class XlsxText
{
    /// <summary>The longest text a cell may hold, in UTF-16 code units; a file with a longer one is refused by spreadsheets.</summary>
    public const int MaxLength = 32_767;

    /// <summary>Ends a text that did not fit; the file of the mention has it whole.</summary>
    public const string CutMark = "……（单元格容不下，已截断）";

    /// <summary>The text, escaped; cut with <see cref="CutMark"/> where it is longer than a cell holds.</summary>
    public static string Of(string text)
    {
        var fitting = text.Length <= MaxLength ? text : text[..LengthToKeep(text)] + CutMark;
        return NeedsEscape().IsMatch(fitting) ? Escape(fitting) : fitting;
    }

    private static int LengthToKeep(string text)
    {
        var length = MaxLength - CutMark.Length;
        return char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 32);
        for (var i = 0; i < text.Length; i++)
        {
            var unit = text[i];
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], unit))
            {
                escaped.Append(unit).Append(text[++i]);
            }
            else if (!XmlConvert.IsXmlChar(unit) || unit == '\r' || (unit == '_' && LooksEscaped().IsMatch(text.AsSpan(i))))
            {
                escaped.Append("_x").Append(((int)unit).ToString("X4", CultureInfo.InvariantCulture)).Append('_');
            }
            else
            {
                escaped.Append(unit);
            }
        }

        return escaped.ToString();
    }

    // Any control character, surrogate or noncharacter, and a text that only looks escaped already.
    [GeneratedRegex(
        @"[\x00-\x08\x0B-\x1F\uD800-\uDFFF\uFFFE\uFFFF]|_x[0-9A-Fa-f]{4}_",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex NeedsEscape();

    [GeneratedRegex(@"^_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex LooksEscaped();
}
