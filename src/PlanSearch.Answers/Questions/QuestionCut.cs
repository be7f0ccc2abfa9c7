using System.Collections.Immutable;
using PlanSearch.Corpus.Words;
using PlanSearch.Plans;
using PlanSearch.Plans.Text;

namespace PlanSearch.Answers.Questions;

/// <summary>A question as it is cut into words.</summary>
/// <param name="Text">The question.</param>
/// <param name="Loose">Its words, single characters left single.</param>
/// <param name="Words">The same with single characters joined that are side by side.</param>
internal sealed record QuestionCut(string Text, ImmutableArray<TextRange> Loose, ImmutableArray<TextRange> Words)
{
    /// <summary>Both cuts of one text, as ranges of it in its order; none where it is empty.</summary>
    public static QuestionCut Of(WordCutter cutter, string text)
    {
        var loose = cutter.CutLoosely(text);
        return new QuestionCut(text, loose, LooseCharacters.Join(Fold.Of(text), loose));
    }

    /// <summary>Whether a word is nothing but joined characters: 人带 in 没人带, not 覆盖率, whose 率 ends a word.</summary>
    public bool IsJoined(TextRange word) =>
        word.Length > 1 && Loose.All(piece => piece.Length == 1 || piece.End <= word.Start || piece.Start >= word.End);
}
