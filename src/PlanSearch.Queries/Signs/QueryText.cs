using PlanSearch.Plans.Parsing;
using PlanSearch.Plans.Text;

namespace PlanSearch.Queries.Signs;

/// <summary>Brings what a person typed or pasted into the form that a plan's logical text has.</summary>
public static class QueryText
{
    /// <summary><see cref="PastedText.Clean"/>, without the code unit that ends blocks and cells in the index; may be empty.</summary>
    public static string Clean(string text) => IsHan(text) ? text
        : PastedText.Clean(text.Contains(Fold.Separator) ? text.Replace(Fold.Separator.ToString(), "", StringComparison.Ordinal) : text);

    // Most queries, and each is cleaned several times on its way: no rule of logical text changes a text of Han characters alone.
    private static bool IsHan(string text) => !text.AsSpan().ContainsAnyExceptInRange('\u4E00', '\u9FFF');
}
