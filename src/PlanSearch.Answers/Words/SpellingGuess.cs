using System.Collections.Immutable;
using PlanSearch.Corpus.Generations;

namespace PlanSearch.Answers.Words;

/// <summary>What may have been meant by a text with wrong characters.</summary>
/// <param name="Text">The whole text as it would be right.</param>
/// <param name="Changes">What was changed, in the order of the text.</param>
public sealed record SpellingGuess(string Text, ImmutableArray<SpellingChange> Changes)
{
    /// <summary>What may have been meant by a text that occurs nowhere, best first, at most three.</summary>
    /// <param name="reader">The generation, whose words are offered.</param>
    /// <param name="text">A text as it was typed; above 64 characters there are no guesses.</param>
    /// <param name="cancellationToken">Ends the wait for the words of a new generation.</param>
    public static ImmutableArray<SpellingGuess> Find(CollectionReader reader, string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(text);
        return ViewWords.Of(reader, cancellationToken).Spelling.Guess(
            text, piece => WordCounts.Occurs(reader.View, piece, cancellationToken));
    }
}

/// <summary>A changed part of a text.</summary>
/// <param name="From">As it was typed: 营商环镜.</param>
/// <param name="To">As the collection says it: 营商环境.</param>
public sealed record SpellingChange(string From, string To);
