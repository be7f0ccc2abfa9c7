using System.Collections.Immutable;

namespace PlanSearch.Answers.Ranking;

/// <summary>How well a section, box or table answers a question.</summary>
/// <param name="Value">The sum of <paramref name="Shares"/>.</param>
/// <param name="Shares">What it is made of.</param>
/// <param name="Found">The words found in it, with how often, by their place among the words of the question that are on.</param>
/// <param name="TermsFound">Whether each term of the question is found in it or in a heading above it.</param>
/// <param name="BestBlock">The block that answers best; -1 where none has a word.</param>
internal sealed record SectionScore(
    double Value,
    ImmutableArray<ScoreShare> Shares,
    ImmutableArray<(int Word, int Count)> Found,
    ImmutableArray<bool> TermsFound,
    int BestBlock);

/// <summary>A part of a score.</summary>
/// <param name="Kind">
/// word (how often and where it has the word <paramref name="Word"/>), paragraph (its best paragraph), wording (as the question says it),
/// or headings (those above it).
/// </param>
/// <param name="Word">The word; null for other kinds.</param>
/// <param name="Value">How much.</param>
public sealed record ScoreShare(string Kind, string? Word, double Value);
