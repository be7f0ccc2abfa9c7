using System.Numerics;
using PlanSearch.Index.Search.Matching;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Search.Parts;

/// <summary>
/// Which occurrences of several literals overlap others that are taken before them: of those that overlap the first is taken, at one offset
/// the longest.
/// </summary>
/// <remarks>
/// Hardly any occurrence overlaps another, and which can is seen by the characters of the words: so only those are merged. Never changes.
/// </remarks>
internal sealed class WordOverlaps
{
    private readonly int[] _lengths;
    private readonly int[] _byRank;
    private readonly List<Pair> _pairs = [];

    /// <param name="literals">The literals; they are looked for folded.</param>
    public WordOverlaps(IReadOnlyList<LiteralQuery> literals)
    {
        string[] words = [.. literals.Select(literal => Fold.Of(literal.Text))];
        _lengths = [.. words.Select(word => word.Length)];
        _byRank = UnionOccurrences.ByRank(_lengths);
        for (var first = 0; first < words.Length; first++)
        {
            for (var second = 0; second < words.Length; second++)
            {
                AddPairs(words, first, second);
            }
        }
    }

    /// <summary>The occurrences that are not taken, by literal, rising; null where there is none, as for most.</summary>
    /// <param name="offsets">By literal: every occurrence in a part, rising.</param>
    public List<int>?[] Dropped(Func<int, ReadOnlySpan<int>> offsets)
    {
        var dropped = new List<int>?[_lengths.Length];
        using var merged = Merged(offsets);
        var free = 0;
        foreach (var key in merged.Span)
        {
            var (offset, literal) = (UnionOccurrences.OffsetOf(key), _byRank[UnionOccurrences.RankOf(key)]);
            if (offset >= free)
            {
                free = offset + _lengths[literal];
            }
            else
            {
                (dropped[literal] ??= []).Add(offset);
            }
        }

        return dropped;
    }

    private void AddPairs(string[] words, int first, int second)
    {
        var (earlier, later) = (words[first], words[second]);
        for (var shift = first < second ? 0 : 1; shift < earlier.Length; shift++)
        {
            var length = Math.Min(earlier.Length - shift, later.Length);
            if (earlier.AsSpan(shift, length).SequenceEqual(later.AsSpan(0, length)))
            {
                _pairs.Add(new Pair(first, second, shift));
            }
        }
    }

    // The occurrences that overlap another one, as they are decided.
    private PooledBuffer<long> Merged(Func<int, ReadOnlySpan<int>> offsets)
    {
        var overlapping = new ulong[]?[_lengths.Length];
        foreach (var (first, second, shift) in _pairs)
        {
            Mark(offsets(first), offsets(second), shift, ref overlapping[first], ref overlapping[second]);
        }

        var lists = new PriorityQueue<PooledBuffer<long>, int>();
        for (var rank = 0; rank < _byRank.Length; rank++)
        {
            if (overlapping[_byRank[rank]] is { } marks)
            {
                var list = Keys(offsets(_byRank[rank]), marks, rank);
                lists.Enqueue(list, list.Count);
            }
        }

        return UnionOccurrences.Merge(lists);
    }

    // The shorter list is walked, the longer one looked into.
    private static void Mark(ReadOnlySpan<int> first, ReadOnlySpan<int> second, int shift, ref ulong[]? ofFirst, ref ulong[]? ofSecond)
    {
        if (first.Length > second.Length)
        {
            Mark(second, first, -shift, ref ofSecond, ref ofFirst);
            return;
        }

        var place = 0;
        for (var at = 0; at < first.Length && place < second.Length; at++)
        {
            place = Sorted.FirstFrom(second, first[at] + shift, place);
            if (place < second.Length && second[place] == first[at] + shift)
            {
                Set(ref ofFirst, first.Length, at);
                Set(ref ofSecond, second.Length, place);
            }
        }
    }

    private static void Set(ref ulong[]? marks, int length, int place) =>
        (marks ??= new ulong[(length >> 6) + 1])[place >> 6] |= 1UL << place;

    private static PooledBuffer<long> Keys(ReadOnlySpan<int> offsets, ulong[] marks, int rank)
    {
        var keys = new PooledBuffer<long>();
        for (var word = 0; word < marks.Length; word++)
        {
            for (var rest = marks[word]; rest != 0; rest &= rest - 1)
            {
                keys.Add(UnionOccurrences.Key(offsets[(word << 6) + BitOperations.TrailingZeroCount(rest)], rank));
            }
        }

        return keys;
    }

    /// <summary>Words that can overlap.</summary>
    /// <param name="First">The one that begins first.</param>
    /// <param name="Second">The other one, or the same.</param>
    /// <param name="Shift">How much later it begins.</param>
    private readonly record struct Pair(int First, int Second, int Shift);
}
