using System.Text;

namespace PlanSearch.Cli.Printing;

/// <summary>Shows mentions in their text: bold on a screen, in 【】 elsewhere; a TAB between table cells becomes " | ".</summary>
/// <param name="hasColor">Whether it is a screen.</param>
internal sealed class TerminalText(bool hasColor)
{
    private const string Bold = "\e[1;31m";
    private const string Plain = "\e[0m";

    /// <summary>One mention as it is shown.</summary>
    public string Mark(string hit) => hasColor ? $"{Bold}{Flat(hit)}{Plain}" : $"【{Flat(hit)}】";

    /// <summary>A text with its marks, [start, length] each, rising and not overlapping.</summary>
    public string Mark(string text, IEnumerable<IReadOnlyList<int>> marks)
    {
        var shown = new StringBuilder(text.Length);
        var at = 0;
        foreach (var mark in marks)
        {
            shown.Append(Flat(text[at..mark[0]]));
            at = mark[0] + mark[1];
            shown.Append(Mark(text[mark[0]..at]));
        }

        return shown.Append(Flat(text[at..])).ToString();
    }

    /// <summary>A text on one line.</summary>
    public static string Flat(string text) => text.Replace("\t", " | ", StringComparison.Ordinal);
}
