using System.Collections.Immutable;
using PlanSearch.Index.Port;
using PlanSearch.Plans;
using PlanSearch.Plans.Text;

namespace PlanSearch.Corpus.Words;

/// <summary>Cuts a text into words: those that are known, and between them what a dictionary of everyday Chinese says.</summary>
/// <remarks>
/// Of all ways to cut the text it takes the one with the fewest words, and of these the one with more known words.
/// Words never decide what is found. Safe for any number of threads.
/// </remarks>
/// <param name="dictionary">The dictionary.</param>
/// <param name="known">The lists of known words.</param>
internal sealed class WordCutter(IWordDictionary dictionary, params ImmutableArray<WordList> known)
{
    private const int CostOfKnown = 100, CostOfDictionary = 110, CostOfOneCharacter = 130, CostOfRest = 250;

    private readonly int _longest = known.Select(list => list.Longest).DefaultIfEmpty().Max();

    /// <summary>The words in the order of the text, none within or across another; what is between them is no part of any word.</summary>
    public ImmutableArray<TextRange> Cut(string text)
    {
        var folded = Fold.Of(text);
        return LooseCharacters.Join(folded, Words(folded));
    }

    /// <summary>The same with the single characters of words that nobody knows left single.</summary>
    public ImmutableArray<TextRange> CutLoosely(string text) => [.. Words(Fold.Of(text))];

    /// <summary>What a word is made of: the same, as if the word itself were not known.</summary>
    public ImmutableArray<TextRange> PartsOf(string word) => [.. Words(Fold.Of(word), longest: word.Length - 1)];

    private List<TextRange> Words(string folded, int longest = int.MaxValue)
    {
        var words = new List<TextRange>();
        for (var at = 0; at < folded.Length;)
        {
            if (!WordUnits.IsPart(folded, at))
            {
                at++;
                continue;
            }

            var end = at + 1;
            while (end < folded.Length && WordUnits.IsPart(folded, end))
            {
                end++;
            }

            CutRun(folded, at, end, Math.Min(longest, _longest), words);
            at = end;
        }

        return words;
    }

    private void CutRun(string text, int start, int end, int longest, List<TextRange> words)
    {
        var way = new Way(end - start);
        foreach (var piece in WordUnits.Pieces(text, start, end))
        {
            way.Add(
                piece.Start - start,
                piece.IsHan ? dictionary.EndsOf(text.Substring(piece.Start, piece.Length)) : [piece.Length],
                piece.IsHan);
        }

        for (var at = 0; at < way.Length; at++)
        {
            if (!way.Reach(at))
            {
                continue;
            }

            for (var length = Math.Min(longest, way.Length - at); length > 1; length--)
            {
                if (way.MayEnd(at + length) && IsKnown(text.AsSpan(start + at, length)))
                {
                    way.Offer(at, at + length, CostOfKnown);
                }
            }
        }

        AddWords(text, start, way, words);
    }

    private bool IsKnown(ReadOnlySpan<char> folded)
    {
        foreach (var list in known)
        {
            if (list.Holds(folded))
            {
                return true;
            }
        }

        return false;
    }

    // What a known word has left of a word of the dictionary is asked of the dictionary once more.
    private void AddWords(string text, int start, Way way, List<TextRange> words)
    {
        var rest = -1;
        foreach (var (from, to, isRest) in way.Best())
        {
            if (isRest)
            {
                rest = rest < 0 ? from : rest;
                continue;
            }

            AddRest(text, start, rest, from, words);
            rest = -1;
            words.Add(new TextRange(start + from, to - from));
        }

        AddRest(text, start, rest, way.Length, words);
    }

    private void AddRest(string text, int start, int from, int to, List<TextRange> words)
    {
        if (from < 0)
        {
            return;
        }

        var at = from;
        foreach (var end in dictionary.EndsOf(text.Substring(start + from, to - from)))
        {
            words.Add(new TextRange(start + at, from + end - at));
            at = from + end;
        }
    }

    /// <summary>The cheapest way through a run of characters, found from its start to its end. Private to one call.</summary>
    private sealed class Way(int length)
    {
        private readonly int[] _cost = Fill(length + 1, int.MaxValue);
        private readonly int[] _from = new int[length + 1];
        private readonly bool[] _isRest = new bool[length + 1];
        private readonly bool[] _mayEnd = new bool[length + 1];
        private readonly int[] _wordEnd = new int[length];
        private readonly bool[] _isHan = new bool[length];

        public int Length => length;

        public void Add(int start, IReadOnlyList<int> ends, bool isHan)
        {
            var at = start;
            foreach (var end in ends)
            {
                _wordEnd[at] = start + end;
                at = start + end;
                _mayEnd[at] = true;
            }

            for (var unit = start; isHan && unit < at; unit++)
            {
                _isHan[unit] = _mayEnd[unit + 1] = true;
            }
        }

        public bool MayEnd(int at) => _mayEnd[at];

        /// <summary>Offers what can be said of a place without known words; false for a place that no way leads to.</summary>
        public bool Reach(int at)
        {
            if (at == 0)
            {
                _cost[0] = 0;
            }

            if (_cost[at] == int.MaxValue)
            {
                return false;
            }

            if (_wordEnd[at] > 0)
            {
                Offer(at, _wordEnd[at], _wordEnd[at] - at == 1 ? CostOfOneCharacter : CostOfDictionary);
            }

            if (_isHan[at] && _wordEnd[at] != at + 1)
            {
                Offer(at, at + 1, CostOfRest, isRest: true);
            }

            return true;
        }

        public void Offer(int from, int to, int cost, bool isRest = false)
        {
            if (_cost[from] + cost < _cost[to])
            {
                (_cost[to], _from[to], _isRest[to]) = (_cost[from] + cost, from, isRest);
            }
        }

        public List<(int From, int To, bool IsRest)> Best()
        {
            var way = new List<(int From, int To, bool IsRest)>();
            for (var at = length; at > 0; at = _from[at])
            {
                way.Add((_from[at], at, _isRest[at]));
            }

            way.Reverse();
            return way;
        }

        private static int[] Fill(int count, int value)
        {
            var filled = new int[count];
            Array.Fill(filled, value);
            return filled;
        }
    }
}
