using PlanSearch.Engine.Analysis;
using PlanSearch.Engine.Format;

namespace PlanSearch.Engine.Search;

/// <summary>Finds a literal by the lists of its bigrams, from the rarest on; what they leave open is compared with the text.</summary>
/// <param name="segment">The segment.</param>
/// <param name="literal">What is looked for; at least one of its units can begin a word.</param>
internal sealed class PostingsSearch(SegmentReader segment, FoldedLiteral literal)
{
    /// <summary>Units of text that take as long to look at as a list takes to open.</summary>
    private const int TextPerList = 64;

    private readonly TextSearch _text = new(segment, literal);

    /// <summary>At how many places it stands at most, by the list of its rarest bigram or by its only unit.</summary>
    public int Places
    {
        get
        {
            if (!literal.CanOccur)
            {
                return 0;
            }

            var isUnit = literal.FirstWordUnit == literal.Text.Length - 1;
            return literal.FirstWordUnit < 0 ? segment.Summary.TextLength
                : isUnit ? segment.Dictionary.Unit(literal.Ranks[^1]).Statistics.Mentions
                : Lists() is { } lists ? lists.Min(static list => list.Count) : 0;
        }
    }

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
        if (to - from < (end - first) * TextPerList)
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
        if (Lists() is not { } lists)
        {
            return;
        }

        var rarest = lists.MinBy(static list => list.Count);
        var begin = found.Count;
        AddCandidates(rarest, from, to, found);
        var isKnown = new bool[literal.Ranks.Length];
        isKnown[rarest.Shift] = isKnown[rarest.Shift + 1] = true;
        Span<int> buffer = stackalloc int[GapBlock.Length];
        foreach (var list in ListCover.Choose(lists, rarest, isKnown.Length))
        {
            var left = found.Count - begin;
            if (left == 0)
            {
                return;
            }

            if (IsWorthReading(list, left, to - from))
            {
                Intersect(Open(list, buffer), list.Shift, found, begin);
                isKnown[list.Shift] = isKnown[list.Shift + 1] = true;
            }
        }

        if (Array.IndexOf(isKnown, false) >= 0)
        {
            _text.Keep(isKnown, found, begin);
        }
    }

    /// <summary>The candidates are those of a range; so is the share of the list they are looked up in.</summary>
    private bool IsWorthReading(BigramList list, int left, int length) =>
        ListCover.IsWorthReading((int)((long)list.Count * length / segment.Summary.TextLength), left);

    /// <summary>The bigrams that have lists, by rising shift; null when one of them does not occur.</summary>
    private List<BigramList>? Lists()
    {
        var lists = new List<BigramList>(literal.Ranks.Length);
        for (var shift = literal.FirstWordUnit; shift + 1 < literal.Ranks.Length; shift++)
        {
            if (!Fold.IsWordUnit(literal.Text[shift]))
            {
                continue;
            }

            var start = segment.Dictionary.Find(literal.Ranks[shift], literal.Ranks[shift + 1]);
            if (start < 0)
            {
                return null;
            }

            lists.Add(new BigramList(start, PostingsReader.CountOf(segment.Dictionary.Postings, start), shift));
        }

        return lists;
    }

    private PostingsReader Open(BigramList list, Span<int> buffer) =>
        new(segment.Dictionary.Postings, list.Start, literal.Ranks[list.Shift] == literal.Ranks[list.Shift + 1], buffer);

    /// <summary>Starts of the literal that one list allows, within the range and not over its end.</summary>
    private void AddCandidates(BigramList list, int from, int to, PooledBuffer<int> found)
    {
        Span<int> buffer = stackalloc int[GapBlock.Length];
        var begin = found.Count;
        AddRange(Open(list, buffer), from == 0 ? 0 : from + list.Shift, to, found);
        if (list.Shift > 0)
        {
            MoveBack(found, begin, list.Shift, from);
        }

        // The text ends with a separator, so only the last candidates can reach over its end.
        var last = found.Count;
        while (last > begin && found.Span[last - 1] + literal.Text.Length >= segment.Summary.TextLength)
        {
            last--;
        }

        found.Truncate(last);
    }

    private static void AddRange(PostingsReader list, int from, int to, PooledBuffer<int> found)
    {
        for (var block = list.BlockFrom(from); !block.IsEmpty; block = list.NextBlock())
        {
            if (block[^1] >= to)
            {
                found.AddRange(block[..CountBelow(block, to)]);
                return;
            }

            found.AddRange(block);
        }
    }

    private static int CountBelow(ReadOnlySpan<int> block, int bound)
    {
        var place = block.BinarySearch(bound);
        return place < 0 ? ~place : place;
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
