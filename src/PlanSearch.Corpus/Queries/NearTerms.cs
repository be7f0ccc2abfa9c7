namespace PlanSearch.Corpus.Queries;

/// <summary>Two words in one block, in any order, with few characters between them: 氢能 NEAR/20 产业.</summary>
/// <param name="Left">A word, a topic, or several in a choice.</param>
/// <param name="Right">The same.</param>
/// <param name="Distance">The most code units between them, 0 to <see cref="MaxDistance"/>.</param>
public sealed record NearTerms(PlanQuery Left, PlanQuery Right, int Distance) : PlanQuery
{
    /// <summary>What NEAR without a number means.</summary>
    public const int DefaultDistance = 20;

    /// <summary>The largest distance.</summary>
    public const int MaxDistance = 500;

    /// <summary>Whether a query can stand beside NEAR: a word, or a choice of words, but no combination.</summary>
    public static bool IsOperand(PlanQuery query) => query switch
    {
        LiteralTerm or PatternTerm or OutsideTerm or TopicTerm => true,
        AnyOf any => any.Parts.All(IsOperand),
        _ => false,
    };
}
