using System.Collections.Immutable;
using PlanSearch.Plans;

namespace PlanSearch.Answers.Words;

/// <summary>A part of a text that may have been meant otherwise.</summary>
/// <param name="Typed">Where it is.</param>
/// <param name="To">What it would be.</param>
/// <param name="Occurs">Whether it is known that plans say so.</param>
/// <param name="Changed">Where characters would be others, from the start of the text.</param>
/// <param name="Worth">More where more characters stay and the changed ones are more alike.</param>
internal sealed record SpellingFix(TextRange Typed, string To, bool Occurs, ImmutableArray<int> Changed, int Worth)
{
    /// <summary>Whole texts, the best first: with what was chosen, and with one of the others in its place.</summary>
    /// <param name="text">The text as it was typed.</param>
    /// <param name="chosen">The best fix of each wrong place.</param>
    /// <param name="others">Others of the same places, the best first.</param>
    public static ImmutableArray<SpellingGuess> Applied(string text, List<SpellingFix> chosen, IEnumerable<SpellingFix> others) =>
        chosen.Count == 0
        ? []
        :
        [
            .. others.Select(other => chosen.ConvertAll(fix => fix.IsOfTheSame(other) ? other : fix)).Prepend(chosen)
                .Select(way => Applied(text, way)).DistinctBy(guess => guess.Text).Take(Spelling.MostGuesses),
        ];

    /// <summary>Whether both are of the same characters, within the same part of the text.</summary>
    public bool IsOfTheSame(SpellingFix other) => Typed == other.Typed && Changed.SequenceEqual(other.Changed);

    /// <summary>Whether some of the text is in both.</summary>
    public bool Overlaps(SpellingFix other) => Typed.Start < other.Typed.End && other.Typed.Start < Typed.End;

    private static SpellingGuess Applied(string text, List<SpellingFix> fixes)
    {
        var whole = text;
        foreach (var fix in fixes.OrderByDescending(fix => fix.Typed.Start))
        {
            whole = whole[..fix.Typed.Start] + fix.To + whole[fix.Typed.End..];
        }

        return new SpellingGuess(
            whole,
            [.. fixes.OrderBy(fix => fix.Typed.Start)
                .Select(fix => new SpellingChange(text.Substring(fix.Typed.Start, fix.Typed.Length), fix.To))]);
    }
}
