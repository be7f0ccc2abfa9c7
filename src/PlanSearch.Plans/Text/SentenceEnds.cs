using System.Buffers;

namespace PlanSearch.Plans.Text;

/// <summary>The characters at which a sentence ends, wherever sentences are told apart.</summary>
public static class SentenceEnds
{
    private const string Marks = "。!?;";

    /// <summary>In folded text, where ！ and ! are one; what ends a block or a cell ends its sentence.</summary>
    public static SearchValues<char> Folded { get; } = SearchValues.Create(Marks + Fold.Separator);

    /// <summary>In text as it is printed: every character that folds to one of them.</summary>
    public static string Printed { get; } = string.Concat(
        from unit in Enumerable.Range(0, char.MaxValue + 1)
        where Marks.Contains(Fold.Of((char)unit), StringComparison.Ordinal)
        select (char)unit);
}
