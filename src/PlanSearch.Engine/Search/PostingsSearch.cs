using System.Runtime.InteropServices;
using PlanSearch.Engine.Analysis;
using PlanSearch.Engine.Format;

namespace PlanSearch.Engine.Search;

/// <summary>Finds a literal by the lists of its bigrams, from the rarest on; what they leave open is compared with the text.</summary>
/// <param name="segment">The segment.</param>
/// <param name="literal">What is looked for; at least one of its units can begin a word.</param>
internal sealed class PostingsSearch(SegmentReader segment, FoldedLiteral literal)
{
    /// <summary>A list this many times longer than what is left of the candidates costs more to read than the text costs to look up.</summary>
    private const int TextIsCheaper = 64;

    private readonly TextSearch _text = new(segment, literal);

    /// <summary>Adds the offsets of the occurrences that begin in a range of the text, rising.</summary>
    public void Find(int from, int to, PooledBuffer<int> found)
    {
        if (literal.FirstWordUnit == literal.Text.Length - 1)
        {
            FindByLastUnit(from, to, found);
        }
        else
        {
            FindByBigrams(from, to, found);
        }
    }

    /// <summary>A literal whose only word unit is its last: that unit's own list, or the lists of all bigrams it begins.</summary>
    private void FindByLastUnit(int from, int to, PooledBuffer<int> found)
    {
        var (shift, rank) = (literal.FirstWordUnit, literal.Ranks[^1]);
        var (first, end) = segment.Dictionary.BigramsOf(rank);
        if (to - from < (end - first) * TextIsCheaper)
        {
            _text.Find(from, to, found);
            return;
        }

        var begin = found.Count;
        Span<int> buffer = stackalloc int[GapBlock.Length];
        if (segment.Dictionary.UnitList(rank) is >= 0 and var own)
        {
            AddRange(new PostingsReader(segment.Dictionary.Postings, own, doubled: false, buffer), from, to, found);
        }
        else
        {
            for (var bigram = first; bigram < end; bigram++)
            {
                var doubled = segment.Dictionary.SecondOf(bigram) == rank;
                AddRange(new PostingsReader(segment.Dictionary.Postings, segment.Dictionary.ListOf(bigram), doubled, buffer), from, to, found);
            }

            Ordering.Sort(found.Span[begin..], from, to);
        }

        if (shift > 0)
        {
            MoveBack(found, begin, shift, from);
            var isKnown = new bool[literal.Text.Length];
            isKnown[shift] = true;
            _text.Keep(isKnown, found, begin);
        }
    }

    private void FindByBigrams(int from, int to, PooledBuffer<int> found)
    {
        var lists = new List<(int Start, int Count, int Shift)>(literal.Ranks.Length);
        Span<int> buffer = stackalloc int[GapBlock.Length];
        for (var shift = literal.FirstWordUnit; shift + 1 < literal.Ranks.Length; shift++)
        {
            if (!Fold.IsWordUnit(literal.Text[shift]))
            {
                continue;
            }

            var start = segment.Dictionary.Find(literal.Ranks[shift], literal.Ranks[shift + 1]);
            if (start < 0)
            {
                return;
            }

            lists.Add((start, Open(start, shift, buffer).Count, shift));
        }

        lists.Sort(static (a, b) => a.Count.CompareTo(b.Count));
        var begin = found.Count;
        AddCandidates(lists[0].Start, lists[0].Shift, from, to, found);
        var isKnown = new bool[literal.Ranks.Length];
        isKnown[lists[0].Shift] = isKnown[lists[0].Shift + 1] = true;
        foreach (var (start, count, shift) in CollectionsMarshal.AsSpan(lists)[1..])
        {
            var left = found.Count - begin;
            if (left == 0)
            {
                return;
            }

            if ((!isKnown[shift] || !isKnown[shift + 1]) && count <= (long)left * TextIsCheaper)
            {
                Intersect(Open(start, shift, buffer), shift, found, begin);
                isKnown[shift] = isKnown[shift + 1] = true;
            }
        }

        if (Array.IndexOf(isKnown, false) >= 0)
        {
            _text.Keep(isKnown, found, begin);
        }
    }

    private PostingsReader Open(int start, int shift, Span<int> buffer) =>
        new(segment.Dictionary.Postings, start, literal.Ranks[shift] == literal.Ranks[shift + 1], buffer);

    /// <summary>Starts of the literal that one list allows, within the range and not over its end.</summary>
    private void AddCandidates(int start, int shift, int from, int to, PooledBuffer<int> found)
    {
        Span<int> buffer = stackalloc int[GapBlock.Length];
        var begin = found.Count;
        AddRange(Open(start, shift, buffer), from == 0 ? 0 : from + shift, to, found);
        if (shift > 0)
        {
            MoveBack(found, begin, shift, from);
        }

        // The text ends with a separator, so only the last candidates can reach over its end.
        var last = found.Count;
        while (last > begin && found.Span[last - 1] + literal.Text.Length >= segment.Summary.TextLength)
        {
            last--;
        }

        found.Truncate(last);
    }

    private void AddRange(PostingsReader list, int from, int to, PooledBuffer<int> found)
    {
        if (from == 0 && to == segment.Summary.TextLength)
        {
            for (var block = list.NextBlock(); !block.IsEmpty; block = list.NextBlock())
            {
                found.AddRange(block);
            }

            return;
        }

        for (var offset = list.SkipTo(from); offset < to; offset = list.SkipTo(offset + 1))
        {
            found.Add(offset);
        }
    }

    /// <summary>Turns offsets of a unit of the literal into those of its start; starts before the range go.</summary>
    private static void MoveBack(PooledBuffer<int> found, int begin, int shift, int from)
    {
        var offsets = found.Span[begin..];
        var before = 0;
        while (before < offsets.Length && offsets[before] < from + shift)
        {
            before++;
        }

        for (var i = before; i < offsets.Length; i++)
        {
            offsets[i - before] = offsets[i] - shift;
        }

        found.Truncate(found.Count - before);
    }

    private static void Intersect(PostingsReader list, int shift, PooledBuffer<int> found, int begin)
    {
        var kept = begin;
        var offsets = found.Span;
        for (var i = begin; i < offsets.Length; i++)
        {
            var target = offsets[i] + shift;
            if (list.SkipTo(target) == target)
            {
                offsets[kept++] = offsets[i];
            }
        }

        found.Truncate(kept);
    }
}
