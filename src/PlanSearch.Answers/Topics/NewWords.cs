using PlanSearch.Plans.Text;
using PlanSearch.Queries.Signs;
using PlanSearch.Queries.Words;

namespace PlanSearch.Answers.Topics;

/// <summary>What a word that a topic set lacks looks like.</summary>
internal static class NewWords
{
    /// <summary>They join words and begin or end none that matters.</summary>
    private const string Joining = "的和与及在等为是对将以并或其把被向从由到于了";

    /// <summary>Whether a code unit can be part of a proposed word.</summary>
    public static bool IsWordUnit(char unit) => Fold.IsHan(unit) && !Joining.Contains(unit, StringComparison.Ordinal);

    /// <summary>Whether the last item of a list ends before it.</summary>
    public static bool EndsAList(char unit) => unit is '等' or '和' or '与' or '及' or '。' or '；' or '，' or '）';

    /// <summary>
    /// Whether a word would add something of its own: it holds no word of the set and is not one of those the set leaves out.
    /// </summary>
    public static bool IsNew(Topic topic, string word)
    {
        var folded = Fold.Of(word);
        return QuerySigns.IsPlainWord(word)
            && !topic.Members.Any(member => folded.Contains(Fold.Of(member), StringComparison.Ordinal))
            && !topic.Exclude.Any(
                left => folded.Contains(Fold.Of(left), StringComparison.Ordinal)
                    || Fold.Of(left).Contains(folded, StringComparison.Ordinal));
    }
}
