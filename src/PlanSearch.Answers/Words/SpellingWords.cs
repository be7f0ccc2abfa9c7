using System.Collections.Immutable;
using PlanSearch.Queries.Words;

namespace PlanSearch.Answers.Words;

/// <summary>A word that may have been meant.</summary>
/// <param name="Text">As it is printed.</param>
/// <param name="Folded">The same, folded.</param>
/// <param name="Plans">In how many plans a name has it; 0 where no name has.</param>
/// <param name="IsListed">Whether lexicon, topics or own words have it: it is no chance neighbour.</param>
internal sealed record SpellingWord(string Text, string Folded, int Plans, bool IsListed);

/// <summary>Words that may have been meant, to be found by all their characters but one, or by how they sound. Never changes.</summary>
internal sealed class SpellingWords
{
    /// <summary>A character with many sounds takes part with the first ones: a word has at most so many keys.</summary>
    private const int MostKeys = 8;

    private readonly Hanzi _hanzi;
    private readonly ImmutableArray<SpellingWord> _words;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _known;
    private readonly Keys _butOne, _sounds;

    public SpellingWords(Hanzi hanzi, ImmutableArray<SpellingWord> words)
    {
        (_hanzi, _words) = (hanzi, words);
        _known = words.Select(word => word.Folded).ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _butOne = new Keys(words.Index().SelectMany(one =>
            Enumerable.Range(0, one.Item.Folded.Length).Select(at => (KeyWithout(one.Item.Folded, at), one.Index))));
        _sounds = new Keys(words.Index().SelectMany(one => SoundKeys(one.Item.Folded).Select(key => (key, one.Index))));
    }

    /// <summary>Whether a folded text is one of them.</summary>
    public bool Holds(ReadOnlySpan<char> folded) => _known.Contains(folded);

    /// <summary>The words as long as a folded text with another character at a place, and perhaps some others.</summary>
    public IEnumerable<SpellingWord> WithOtherAt(ReadOnlySpan<char> folded, int at) => Found(_butOne, KeyWithout(folded, at));

    /// <summary>The words that have one character more, at a place, than a folded text, and perhaps some others.</summary>
    public IEnumerable<SpellingWord> WithMoreAt(ReadOnlySpan<char> folded, int at) => Found(_butOne, KeyOf(folded, at));

    /// <summary>The words that sound like a folded text, and perhaps some others.</summary>
    public IEnumerable<SpellingWord> Sounding(ReadOnlySpan<char> folded) => SoundKeys(folded).SelectMany(key => Found(_sounds, key));

    // Keys are numbers, and two texts may have the same: whoever asks compares the characters.
    private IEnumerable<SpellingWord> Found(Keys keys, ulong key) => keys.Of(key).Select(number => _words[number]);

    private static ulong KeyWithout(ReadOnlySpan<char> folded, int at)
    {
        Span<char> rest = stackalloc char[folded.Length - 1];
        folded[..at].CopyTo(rest);
        folded[(at + 1)..].CopyTo(rest[at..]);
        return KeyOf(rest, at);
    }

    private static ulong KeyOf(ReadOnlySpan<char> units, int place)
    {
        // FNV-1a over code units.
        var key = (14695981039346656037 ^ (uint)place) * 1099511628211;
        foreach (var unit in units)
        {
            key = (key ^ unit) * 1099511628211;
        }

        return key;
    }

    private List<ulong> SoundKeys(ReadOnlySpan<char> folded)
    {
        List<char[]> ways = [new char[folded.Length]];
        for (var at = 0; at < folded.Length; at++)
        {
            var sounds = _hanzi.SoundsOf(folded[at]);
            foreach (var way in ways)
            {
                way[at] = sounds.IsEmpty ? folded[at] : sounds[0];
            }

            for (var (other, count) = (1, ways.Count); other < sounds.Length; other++)
            {
                for (var first = 0; first < count && ways.Count < MostKeys; first++)
                {
                    var way = (char[])ways[first].Clone();
                    way[at] = sounds[other];
                    ways.Add(way);
                }
            }
        }

        return ways.ConvertAll(way => KeyOf(way, place: 0));
    }

    /// <summary>Numbers of words by their keys, side by side in memory.</summary>
    private sealed class Keys
    {
        private readonly ulong[] _keys;
        private readonly int[] _numbers;

        public Keys(IEnumerable<(ulong Key, int Number)> pairs)
        {
            List<(ulong Key, int Number)> all = [.. pairs];
            _keys = [.. all.Select(pair => pair.Key)];
            _numbers = [.. all.Select(pair => pair.Number)];
            Array.Sort(_keys, _numbers);
        }

        public IEnumerable<int> Of(ulong key)
        {
            var at = Array.BinarySearch(_keys, key);
            if (at < 0)
            {
                yield break;
            }

            while (at > 0 && _keys[at - 1] == key)
            {
                at--;
            }

            for (; at < _keys.Length && _keys[at] == key; at++)
            {
                yield return _numbers[at];
            }
        }
    }
}
