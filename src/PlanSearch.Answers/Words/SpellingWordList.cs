using System.Collections.Immutable;
using PlanSearch.Corpus.Words;
using PlanSearch.Plans;
using PlanSearch.Plans.Text;

namespace PlanSearch.Answers.Words;

/// <summary>Gathers the words that may have been meant. Private to one thread.</summary>
internal sealed class SpellingWordList
{
    /// <summary>Words of a name that are side by side are taken as one word up to this length: 轨道交通 tells more than 交通.</summary>
    public const int LongestWord = 8;

    // Of thousands of plans the commonest words are the useful ones; the bound keeps them within a few megabytes.
    private const int MostWords = 60_000;

    private readonly Dictionary<string, (string Text, int Plans, bool IsListed)> _found = new(StringComparer.Ordinal);

    /// <summary>The words, those of lists first, then those of most plans.</summary>
    public ImmutableArray<SpellingWord> Words =>
    [
        .. _found
            .Select(one => new SpellingWord(one.Value.Text, one.Key, one.Value.Plans, one.Value.IsListed))
            .OrderByDescending(word => word.IsListed)
                .ThenByDescending(word => word.Plans)
                .ThenBy(word => word.Folded, StringComparer.Ordinal)
            .Take(MostWords),
    ];

    /// <summary>Adds words that people look for, or that the collection has of its own.</summary>
    public void AddListed(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            Add(word, plans: 0, isListed: true);
        }
    }

    /// <summary>Adds the words of a name, and those that are side by side as one.</summary>
    public void AddName(PrintedName name, ImmutableArray<TextRange> words)
    {
        for (var first = 0; first < words.Length; first++)
        {
            for (var last = first; last < words.Length && words[last].End - words[first].Start <= LongestWord; last++)
            {
                // A single character beside a word is seldom one with it: 基础|与, 最|优势.
                if (last > first && (words[last].Start != words[last - 1].End || words[last].Length == 1 || words[first].Length == 1))
                {
                    break;
                }

                Add(name.Text[words[first].Start..words[last].End], name.Plans.Length, isListed: false);
            }
        }
    }

    private void Add(string text, int plans, bool isListed)
    {
        var folded = Fold.Of(text);
        if (folded.Length is >= 2 and <= LongestWord && folded.Any(Fold.IsHan))
        {
            var (printed, inPlans, wasListed) = _found.GetValueOrDefault(folded, (text, 0, false));
            _found[folded] = (printed, inPlans + plans, wasListed || isListed);
        }
    }
}
