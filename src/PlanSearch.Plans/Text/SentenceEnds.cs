using System.Buffers;

namespace PlanSearch.Plans.Text;

/// <summary>The characters at which a sentence ends, wherever sentences are told apart; it ends with its block and its cell too.</summary>
public static class SentenceEnds
{
    /// <summary>As the fold has them: ！ and ! are one.</summary>
    public static SearchValues<char> Folded { get; } = SearchValues.Create("。!?;");

    /// <summary>As they are printed: every character that folds to one of them.</summary>
    public static string Printed { get; } = string.Concat(
        Enumerable.Range(0, char.MaxValue + 1).Select(unit => (char)unit).Where(unit => Folded.Contains(Fold.Of(unit))));
}
