using PlanSearch.Engine.Analysis;
using PlanSearch.Engine.Format;
using PlanSearch.Engine.Queries;

namespace PlanSearch.Engine.Search;

/// <summary>Finds every occurrence of a literal in one segment.</summary>
/// <remarks>
/// The literal's bigrams are intersected from the rarest on; what they leave open is compared with the text. A single unit is the
/// union of the bigrams it begins, so the last unit of a block is found too: its bigram ends with the separator.
/// </remarks>
internal sealed class LiteralMatcher
{
    /// <summary>A list this many times longer than what is left of the candidates costs more to read than the text costs to look up.</summary>
    private const int TextIsCheaper = 64;

    private readonly SegmentReader _segment;
    private readonly LiteralQuery _literal;
    private readonly string _folded;
    private readonly int[] _ranks;
    private readonly bool _overlapsItself;

    /// <summary>Prepares a literal for a segment.</summary>
    public LiteralMatcher(SegmentReader segment, LiteralQuery literal)
    {
        ArgumentException.ThrowIfNullOrEmpty(literal.Text, nameof(literal));
        _segment = segment;
        _literal = literal;
        _folded = Fold.Of(literal.Text);
        _ranks = [.. _folded.Select(segment.Dictionary.Rank)];
        _overlapsItself = OverlapsItself(_folded);
    }

    private bool IsRunAtStart => !_literal.IsExact && !_literal.IsOpenAtStart && Fold.IsRunUnit(_folded[0]);

    private bool IsRunAtEnd => !_literal.IsExact && !_literal.IsOpenAtEnd && Fold.IsRunUnit(_folded[^1]);

    /// <summary>Whether the whole-run rule says anything about this literal.</summary>
    public bool HasRunRule => IsRunAtStart || IsRunAtEnd;

    /// <summary>Adds the offsets of the occurrences that begin in a range of the text, rising.</summary>
    /// <param name="from">A block's start.</param>
    /// <param name="to">A block's start, or the end of the text.</param>
    /// <param name="whole">Whether the whole-run rule is applied, where the literal has it.</param>
    /// <param name="overlapping">Whether occurrences that overlap the one before stay in.</param>
    /// <param name="found">Takes the offsets behind what it holds.</param>
    public void Find(int from, int to, bool whole, bool overlapping, PooledBuffer<int> found)
    {
        if (Array.IndexOf(_ranks, -1) >= 0)
        {
            return;
        }

        var begin = found.Count;
        if (_ranks.Length == 1)
        {
            FindUnit(from, to, found);
        }
        else
        {
            FindBigrams(from, to, found);
        }

        if (_literal.IsExact && (_segment.HasAltered || !_literal.Text.All(Fold.IsHan) || _folded != _literal.Text))
        {
            KeepExact(found, begin);
        }

        if (whole && HasRunRule)
        {
            KeepWhole(found, begin);
        }

        if (!overlapping && _overlapsItself)
        {
            DropOverlaps(found, begin);
        }
    }

    /// <summary>Whether a text can occur at two places that overlap: it has a border.</summary>
    private static bool OverlapsItself(string text)
    {
        for (var shift = 1; shift < text.Length; shift++)
        {
            if (text.AsSpan(shift).SequenceEqual(text.AsSpan(0, text.Length - shift)))
            {
                return true;
            }
        }

        return false;
    }

    private void DropOverlaps(PooledBuffer<int> found, int begin)
    {
        var (kept, free) = (begin, int.MinValue);
        var offsets = found.Span;
        for (var i = begin; i < offsets.Length; i++)
        {
            if (offsets[i] >= free)
            {
                free = offsets[i] + _folded.Length;
                offsets[kept++] = offsets[i];
            }
        }

        found.Truncate(kept);
    }

    private void KeepExact(PooledBuffer<int> found, int begin)
    {
        var text = _segment.Text;
        var kept = begin;
        var offsets = found.Span;
        for (var i = begin; i < offsets.Length; i++)
        {
            var unit = 0;
            while (unit < _literal.Text.Length && _segment.Units[text[offsets[i] + unit]] == _literal.Text[unit])
            {
                unit++;
            }

            if (unit == _literal.Text.Length)
            {
                offsets[kept++] = offsets[i];
            }
        }

        found.Truncate(kept);
    }

    private void KeepWhole(PooledBuffer<int> found, int begin)
    {
        var text = _segment.Text;
        var folded = _segment.FoldedUnits;
        var (atStart, atEnd, kept) = (IsRunAtStart, IsRunAtEnd, begin);
        var offsets = found.Span;
        for (var i = begin; i < offsets.Length; i++)
        {
            var offset = offsets[i];
            var isCut = (atStart && offset > 0 && Fold.IsRunUnit(folded[text[offset - 1]]))
                || (atEnd && Fold.IsRunUnit(folded[text[offset + _folded.Length]]));
            if (!isCut)
            {
                offsets[kept++] = offset;
            }
        }

        found.Truncate(kept);
    }

    /// <summary>A unit: the lists of all bigrams it begins, or the text itself where the range is short.</summary>
    private void FindUnit(int from, int to, PooledBuffer<int> found)
    {
        var (first, end) = _segment.Dictionary.BigramsOf(_ranks[0]);
        if (to - from < (end - first) * TextIsCheaper)
        {
            var text = _segment.Text;
            for (var offset = from; offset < to; offset++)
            {
                if (_segment.FoldedUnits[text[offset]] == _folded[0])
                {
                    found.Add(offset);
                }
            }

            return;
        }

        var begin = found.Count;
        Span<int> buffer = stackalloc int[GapBlock.Length];
        for (var bigram = first; bigram < end; bigram++)
        {
            var doubled = _segment.Dictionary.SecondOf(bigram) == _ranks[0];
            AddRange(new PostingsReader(_segment.Dictionary.Postings, _segment.Dictionary.ListOf(bigram), doubled, buffer), from, to, found);
        }

        Ordering.Sort(found.Span[begin..], from, to);
    }

    private void AddRange(PostingsReader list, int from, int to, PooledBuffer<int> found)
    {
        if (from == 0 && to == _segment.Summary.TextLength)
        {
            for (var block = list.NextBlock(); !block.IsEmpty; block = list.NextBlock())
            {
                found.AddRange(block);
            }

            return;
        }

        var offset = list.SkipTo(from);
        while (offset < to)
        {
            found.Add(offset);
            offset = list.SkipTo(offset + 1);
        }
    }

    private void FindBigrams(int from, int to, PooledBuffer<int> found)
    {
        var lists = new (int Start, int Count, int Shift)[_ranks.Length - 1];
        Span<int> buffer = stackalloc int[GapBlock.Length];
        for (var shift = 0; shift < lists.Length; shift++)
        {
            var start = _segment.Dictionary.Find(_ranks[shift], _ranks[shift + 1]);
            if (start < 0)
            {
                return;
            }

            lists[shift] = (start, Open(start, shift, buffer).Count, shift);
        }

        Array.Sort(lists, static (a, b) => a.Count.CompareTo(b.Count));
        var begin = found.Count;
        AddCandidates(Open(lists[0].Start, lists[0].Shift, buffer), lists[0].Shift, from, to, found);

        var covered = new bool[_ranks.Length];
        covered[lists[0].Shift] = covered[lists[0].Shift + 1] = true;
        foreach (var (start, count, shift) in lists.AsSpan(1))
        {
            var left = found.Count - begin;
            if (left == 0)
            {
                return;
            }

            if ((covered[shift] && covered[shift + 1]) || count > (long)left * TextIsCheaper)
            {
                continue;
            }

            Intersect(Open(start, shift, buffer), shift, found, begin);
            covered[shift] = covered[shift + 1] = true;
        }

        if (Array.IndexOf(covered, false) >= 0)
        {
            CompareWithText(covered, found, begin);
        }
    }

    private PostingsReader Open(int start, int shift, Span<int> buffer) =>
        new(_segment.Dictionary.Postings, start, _ranks[shift] == _ranks[shift + 1], buffer);

    /// <summary>Starts of the literal that the rarest list allows, within the range and not over its end.</summary>
    private void AddCandidates(PostingsReader list, int shift, int from, int to, PooledBuffer<int> found)
    {
        var begin = found.Count;
        AddRange(list, from == 0 ? 0 : from + shift, to, found);
        if (shift > 0)
        {
            // Starts before the range's own are before the text's.
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

        // The text ends with a separator, so only the last candidates can reach over its end.
        var last = found.Count;
        while (last > 0 && found.Span[last - 1] + _folded.Length >= _segment.Summary.TextLength)
        {
            last--;
        }

        found.Truncate(last);
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

    private void CompareWithText(bool[] covered, PooledBuffer<int> found, int begin)
    {
        var text = _segment.Text;
        var kept = begin;
        var offsets = found.Span;
        for (var i = begin; i < offsets.Length; i++)
        {
            var matches = true;
            for (var unit = 0; matches && unit < covered.Length; unit++)
            {
                matches = covered[unit] || _segment.FoldedUnits[text[offsets[i] + unit]] == _folded[unit];
            }

            if (matches)
            {
                offsets[kept++] = offsets[i];
            }
        }

        found.Truncate(kept);
    }
}
