using PlanSearch.Engine.Analysis;
using PlanSearch.Plans.Parsing;

namespace PlanSearch.Corpus.Queries;

/// <summary>Brings what a person typed or pasted into the form that a plan's logical text has.</summary>
public static class QueryText
{
    /// <summary><see cref="PastedText.Clean"/>, without the code unit that ends blocks and cells in the index; may be empty.</summary>
    public static string Clean(string text) =>
        PastedText.Clean(text.Contains(Fold.Separator) ? text.Replace(Fold.Separator.ToString(), "", StringComparison.Ordinal) : text);
}
