using System.Globalization;
using System.Text;
using PlanSearch.Plans.Text;
using PlanSearch.Queries.Signs;

namespace PlanSearch.Queries.Language;

/// <summary>Two words in one block with few characters between them: 氢能 NEAR/20 产业.</summary>
/// <param name="Left">A word, a topic, or several in a choice.</param>
/// <param name="Right">The same.</param>
/// <param name="Operator">What is between them.</param>
/// <param name="Distance">The most code units between them, 0 to <see cref="PairOperator.MaxDistance"/>.</param>
public sealed record PairTerms(PlanQuery Left, PlanQuery Right, PairOperator Operator, int Distance) : PlanQuery
{
    /// <summary>Whether a query can be beside such an operator: a word, or a choice of words, but no combination.</summary>
    public static bool IsOperand(PlanQuery query) => query switch
    {
        WordQuery => true,
        AnyOf any => any.Parts.All(IsOperand),
        _ => false,
    };

    internal override bool IsAtom => false;

    internal override void Print(StringBuilder text)
    {
        Language.NormalForm.AppendPart(Left, text);
        text.Append(CultureInfo.InvariantCulture, $" {Operator.Word}/{Distance} ");
        Language.NormalForm.AppendPart(Right, text);
    }

    internal override void Say(StringBuilder text) => text.Append(Operator.InWords(ChoiceOf(Left), ChoiceOf(Right), Distance));

    internal override IEnumerable<PlanQuery> PartsOf(bool withExcluded) => [Left, Right];

    internal override PlanQuery WithParts(Func<PlanQuery, PlanQuery> change, bool withExcluded) =>
        this with { Left = change(Left), Right = change(Right) };

    internal override Query ToIndex(IndexForm form) => Operator.ToIndex(Left.ToIndex(form), Right.ToIndex(form), Distance);

    private static string ChoiceOf(PlanQuery operand) =>
        operand is AnyOf any ? $"（{string.Join('或', any.Parts.Select(ChoiceOf))}）" : ((WordQuery)operand).Called;
}
