using System.Collections.Immutable;
using PlanSearch.Answers.Certificates;

namespace PlanSearch.Answers.Mentions;

/// <summary>What is said around the mentions of an answer, by characters and by words.</summary>
/// <param name="Certificate">The proof of the answer.</param>
/// <param name="Characters">
/// By the characters next to the mentions: one, two and three taken together; empty above <see cref="KwicSort.MaxMentions"/> mentions.
/// </param>
/// <param name="Words">By words.</param>
public sealed record CollocatesAnswer(Certificate Certificate, ImmutableArray<CharacterNeighbours> Characters, WordCompany Words);

/// <summary>What is next to the mentions, so many characters taken together.</summary>
/// <param name="Width">How many.</param>
/// <param name="Left">Before them, most frequent first.</param>
/// <param name="Right">After them, most frequent first.</param>
public sealed record CharacterNeighbours(int Width, NeighbourSide Left, NeighbourSide Right);

/// <summary>The words around mentions.</summary>
/// <param name="Left">The words right before them, most frequent first.</param>
/// <param name="Right">The words right after them, most frequent first.</param>
/// <param name="Near">
/// The words in the same sentence, no further than 20 characters away, which are there significantly more often than by chance; the most
/// telling first.
/// </param>
/// <param name="LookedAt">
/// At how many mentions was looked: at all, or of each plan at its first ones, 4,000 or somewhat more in all.
/// </param>
/// <param name="NearCharacters">Characters that were looked at for <paramref name="Near"/>, each once.</param>
/// <param name="Characters">Characters of the plans that are compared with: those that are searched under the filters on plans.</param>
public sealed record WordCompany(
    WordSide Left, WordSide Right, ImmutableArray<Collocate> Near, int LookedAt, long NearCharacters, long Characters)
{
    /// <summary>Below it chance is not ruled out: chi-square of one degree of freedom, 1 %.</summary>
    public const double Significant = 6.63;
}

/// <summary>What is right before the mentions, or right after, as whole words.</summary>
/// <param name="Words">
/// At most <see cref="NeighbourGroups.MaxGroups"/>; an empty word where the sentence, the cell or the block ends, and at punctuation.
/// </param>
/// <param name="Others">
/// Mentions whose words are rarer than those listed; with them the words sum to the mentions that were looked at.
/// </param>
public sealed record WordSide(ImmutableArray<Collocate> Words, long Others);

/// <summary>A word around mentions.</summary>
/// <param name="Word">The word, folded.</param>
/// <param name="Mentions">How often it is there.</param>
/// <param name="InPlans">How often it is in the plans compared with, longer words that have it as a part included.</param>
/// <param name="LogLikelihood">
/// Dunning's G²: 2·(a·ln(a/E) + (A−a)·ln((A−a)/(A−E))) with a of A occurrences, and E = A·c/C expected in c of C characters;
/// negative where it is rarer than expected. Above 6.63 chance is ruled out at 1 %.
/// </param>
public sealed record Collocate(string Word, long Mentions, long InPlans, double LogLikelihood);
