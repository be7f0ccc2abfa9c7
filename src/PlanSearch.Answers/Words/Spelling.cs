using System.Collections.Immutable;
using PlanSearch.Corpus.Words;
using PlanSearch.Queries.Words;

namespace PlanSearch.Answers.Words;

/// <summary>What may have been meant by a text with wrong characters, from the words of a collection: 营商环镜 is 营商环境.</summary>
/// <remarks>
/// Lexicon and topics are as they were when it was made: words offer and never decide what is found. Never changes; safe for any number of
/// threads.
/// </remarks>
internal sealed class Spelling
{
    /// <summary>What is longer is not tried: it is a sentence, and every sentence has words that no list knows.</summary>
    public const int LongestText = 64;

    /// <summary>No more whole texts are offered for one input.</summary>
    public const int MostGuesses = 3;

    private readonly SpellingWords _words;
    private readonly WordCutter _cutter;
    private readonly Hanzi _hanzi;

    private Spelling(SpellingWords words, WordCutter cutter, Hanzi hanzi) => (_words, _cutter, _hanzi) = (words, cutter, hanzi);

    /// <summary>Knows the words of lexicon and topics, and those of the plans: their own and the parts of their names.</summary>
    /// <param name="source">The words that are known whatever the plans.</param>
    /// <param name="words">The collection's own, and what cuts by them.</param>
    /// <param name="names">What the plans give a name to.</param>
    public static Spelling Of(WordSource source, CollectionWords words, IEnumerable<PrintedName> names)
    {
        var found = new SpellingWordList();
        found.AddListed(source.Lexicon.All.Concat(source.TopicWords).Concat(words.Own.Select(word => word.Text)));
        foreach (var name in names)
        {
            found.AddName(name, words.Cutter.Cut(name.Text));
        }

        return new Spelling(new SpellingWords(source.Hanzi, found.Words), words.Cutter, source.Hanzi);
    }

    /// <summary>Whole texts that may have been meant, best first; none where nothing seems wrong.</summary>
    /// <param name="text">A text as it was typed, that occurs nowhere.</param>
    /// <param name="occurs">
    /// Whether a literal occurs in the collection. It is asked a few times: what does is not changed, and what does not is not offered.
    /// </param>
    public ImmutableArray<SpellingGuess> Guess(string text, Func<string, bool> occurs) =>
        text.Length > LongestText ? [] : new SpellingAttempt(_words, _cutter, _hanzi, text, occurs).Guesses();
}
