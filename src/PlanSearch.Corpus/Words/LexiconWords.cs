using System.Collections.Immutable;
using PlanSearch.Index.Port;
using PlanSearch.Queries.Words;

namespace PlanSearch.Corpus.Words;

/// <summary>The words of a lexicon, told apart by what they are made of: 氢能 is one word, 产业集群 two.</summary>
/// <remarks>The lexicon lists what people look for; half of it is made of other words. Never changes.</remarks>
internal sealed class LexiconWords
{
    private const int LongestName = 4;

    public LexiconWords(Lexicon lexicon, IWordDictionary dictionary)
    {
        (Dictionary, All) = (dictionary, lexicon.Words);
        Compounds = Split(lexicon, dictionary);
        var ends = Compounds.Values.SelectMany(parts => new[] { (First: true, parts[0]), (First: false, parts[^1]) })
            .CountBy(end => end)
            .ToDictionary();
        Words = new WordList(lexicon.Words.Where(word =>
            !Compounds.TryGetValue(word, out var parts)
                || (word.Length <= LongestName && ends[(true, parts[0])] == 1 && ends[(false, parts[^1])] == 1)));
        Cutter = new WordCutter(dictionary, Words);
    }

    /// <summary>What cuts between known words.</summary>
    public IWordDictionary Dictionary { get; }

    /// <summary>Every word, as the lexicon writes it.</summary>
    public IReadOnlyCollection<string> All { get; }

    /// <summary>Word to its parts in order, for words of two or more words of several characters each.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Compounds { get; }

    /// <summary>The words that are one; of those made of two also the ones whose parts make no other word of the lexicon.</summary>
    public WordList Words { get; }

    /// <summary>Cuts by these words, whatever the collection.</summary>
    public WordCutter Cutter { get; }

    // A word is made of others when every part is a word of several characters.
    private static ImmutableDictionary<string, ImmutableArray<string>> Split(Lexicon lexicon, IWordDictionary dictionary)
    {
        var cutter = new WordCutter(dictionary, new WordList(lexicon.Words));
        var compounds = ImmutableDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var word in lexicon.Words)
        {
            var parts = cutter.PartsOf(word);
            if (parts.Length > 1 && parts.All(part => part.Length > 1))
            {
                compounds.Add(word, [.. parts.Select(part => word.Substring(part.Start, part.Length))]);
            }
        }

        return compounds.ToImmutable();
    }
}
