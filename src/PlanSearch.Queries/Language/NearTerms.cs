using System.Globalization;
using System.Text;
using PlanSearch.Plans.Text;

namespace PlanSearch.Queries.Language;

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

    /// <summary>Whether a query can be beside NEAR: a word, or a choice of words, but no combination.</summary>
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
        text.Append(CultureInfo.InvariantCulture, $" NEAR/{Distance} ");
        Language.NormalForm.AppendPart(Right, text);
    }

    internal override void Say(StringBuilder text) =>
        text.Append(CultureInfo.InvariantCulture, $"{ChoiceOf(Left)}与{ChoiceOf(Right)}在一段中相距不超过{Distance}字");

    internal override IEnumerable<PlanQuery> PartsOf(bool withExcluded) => [Left, Right];

    internal override PlanQuery WithParts(Func<PlanQuery, PlanQuery> change, bool withExcluded) =>
        this with { Left = change(Left), Right = change(Right) };

    internal override Query ToIndex(IndexForm form) => new NearQuery(Left.ToIndex(form), Right.ToIndex(form), Distance);

    private static string ChoiceOf(PlanQuery operand) =>
        operand is AnyOf any ? $"（{string.Join('或', any.Parts.Select(ChoiceOf))}）" : ((WordQuery)operand).Called;
}
