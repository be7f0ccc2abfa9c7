using PlanSearch.Index.Format;
using PlanSearch.Index.Segments;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Search.Matching;

/// <summary>Finds a literal by the lists of its bigrams, from the rarest on; what they leave open is compared with the text.</summary>
/// <remarks>Looks up the lists once; safe for any number of threads after that.</remarks>
internal sealed class PostingsSearch
{
    /// <summary>Units of text that take as long to look at as a list takes to open.</summary>
    private const int TextPerList = 64;

    private readonly SegmentReader _segment;
    private readonly FoldedLiteral _literal;
    private readonly TextSearch _text;
    private readonly BigramList _rarest;
    private readonly List<BigramList> _others = [];

    /// <param name="segment">The segment.</param>
    /// <param name="literal">What is looked for; all of its units occur, and at least one can begin a word.</param>
    public PostingsSearch(SegmentReader segment, FoldedLiteral literal)
    {
        (_segment, _literal, _text) = (segment, literal, new TextSearch(segment, literal));
        if (IsUnit)
        {
            Places = segment.Dictionary.Unit(literal.Ranks[^1]).Statistics.Mentions;
        }
        else if (Lists() is { } lists)
        {
            _rarest = lists.MinBy(static list => list.Count);
            _others = ListCover.Choose(lists, _rarest, literal.Ranks.Length);
            Places = _rarest.Count;
        }
    }

    /// <summary>At about how many places it may be, by the list of its rarest bigram or by its only unit.</summary>
    public int Places { get; }

    /// <summary>Whether its last unit is the only one that begins a word, so that it holds no bigram.</summary>
    private bool IsUnit => _literal.FirstWordUnit == _literal.Text.Length - 1;

    /// <summary>Adds the offsets of the occurrences that begin in a range of the text, rising.</summary>
    public void Find(int from, int to, PooledBuffer<int> found)
    {
        if (IsUnit)
        {
            FindByLastUnit(from, to, found);
        }
        else if (Places > 0)
        {
            FindByBigrams(from, to, found);
        }
    }

    /// <summary>A literal whose only word unit is its last: that unit's own list, or the lists of all bigrams it begins.</summary>
    private void FindByLastUnit(int from, int to, PooledBuffer<int> found)
    {
        var (shift, rank) = (_literal.FirstWordUnit, _literal.Ranks[^1]);
        var (first, end) = _segment.Dictionary.BigramsOf(rank);
        if (to - from < (end - first) * TextPerList)
        {
            _text.Find(from, to, found);
            return;
        }

        var begin = found.Count;
        Span<int> buffer = stackalloc int[GapBlock.Length];
        if (_segment.Dictionary.UnitList(rank) is >= 0 and var own)
        {
            AddRange(new PostingsReader(_segment.Dictionary.Postings, own, doubled: false, buffer), from, to, found);
        }
        else
        {
            for (var bigram = first; bigram < end; bigram++)
            {
                var doubled = _segment.Dictionary.SecondOf(bigram) == rank;
                AddRange(
                    new PostingsReader(_segment.Dictionary.Postings, _segment.Dictionary.ListOf(bigram), doubled, buffer), from, to, found);
            }

            Ordering.Sort(found.Span[begin..], from, to);
        }

        if (shift > 0)
        {
            MoveBack(found, begin, shift, from);
            var isKnown = new bool[_literal.Text.Length];
            isKnown[shift] = true;
            _text.Keep(isKnown, found, begin);
        }
    }

    private void FindByBigrams(int from, int to, PooledBuffer<int> found)
    {
        var begin = found.Count;
        AddCandidates(_rarest, from, to, found);
        var isKnown = new bool[_literal.Ranks.Length];
        isKnown[_rarest.Shift] = isKnown[_rarest.Shift + 1] = true;
        Span<int> buffer = stackalloc int[GapBlock.Length];
        foreach (var list in _others)
        {
            var left = found.Count - begin;
            if (left == 0)
            {
                return;
            }

            if (IsWorthReading(list, left, to - from))
            {
                found.Truncate(begin + Open(list, buffer).Intersect(found.Span[begin..], list.Shift));
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
        ListCover.IsWorthReading((int)((long)list.Count * length / _segment.Summary.TextLength), left);

    /// <summary>The bigrams that have lists, by rising shift; null when one of them does not occur.</summary>
    private List<BigramList>? Lists()
    {
        var lists = new List<BigramList>(_literal.Ranks.Length);
        for (var shift = _literal.FirstWordUnit; shift + 1 < _literal.Ranks.Length; shift++)
        {
            if (!Fold.IsWordUnit(_literal.Text[shift]))
            {
                continue;
            }

            var start = _segment.Dictionary.Find(_literal.Ranks[shift], _literal.Ranks[shift + 1]);
            if (start < 0)
            {
                return null;
            }

            lists.Add(new BigramList(start, PostingsReader.CountOf(_segment.Dictionary.Postings, start), shift));
        }

        return lists;
    }

    private PostingsReader Open(BigramList list, Span<int> buffer) =>
        new(_segment.Dictionary.Postings, list.Start, _literal.Ranks[list.Shift] == _literal.Ranks[list.Shift + 1], buffer);

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
        while (last > begin && found.Span[last - 1] + _literal.Text.Length >= _segment.Summary.TextLength)
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
}
