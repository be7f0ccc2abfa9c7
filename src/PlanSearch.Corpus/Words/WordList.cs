using PlanSearch.Plans.Text;

namespace PlanSearch.Corpus.Words;

/// <summary>Words that are known, to be looked up in folded text. Never changes.</summary>
internal sealed class WordList
{
    private readonly HashSet<string> _words;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <param name="words">In any writing; single characters are no word by themselves.</param>
    public WordList(IEnumerable<string> words)
    {
        _words = words.Select(Fold.Of).Where(word => word.Length > 1).ToHashSet(StringComparer.Ordinal);
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        Longest = _words.Select(word => word.Length).DefaultIfEmpty().Max();
    }

    /// <summary>The length of the longest one; 0 without words.</summary>
    public int Longest { get; }

    /// <summary>Whether folded characters are one of them.</summary>
    public bool Holds(ReadOnlySpan<char> folded) => _lookup.Contains(folded);
}
