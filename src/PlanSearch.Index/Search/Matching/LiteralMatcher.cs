using PlanSearch.Index.Segments;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Search.Matching;

/// <summary>Finds every occurrence of a literal in one segment, under the rules of its mode.</summary>
internal sealed class LiteralMatcher
{
    private readonly SegmentReader _segment;
    private readonly LiteralQuery _literal;
    private readonly FoldedLiteral _folded;
    private readonly PostingsSearch? _postings;

    /// <summary>Looks a literal up in a segment's dictionary.</summary>
    public LiteralMatcher(SegmentReader segment, LiteralQuery literal)
    {
        ArgumentException.ThrowIfNullOrEmpty(literal.Text, nameof(literal));
        _segment = segment;
        _literal = literal;
        _folded = new FoldedLiteral(segment, literal.Text);
        _postings = _folded is { CanOccur: true, FirstWordUnit: >= 0 } ? new PostingsSearch(segment, _folded) : null;
    }

    /// <summary>At about how many places the literal may be, by what the dictionary says.</summary>
    public int Places => !_folded.CanOccur ? 0 : _postings?.Places ?? _segment.Summary.TextLength;

    /// <summary>Whether folding can make something equal to this literal that is not the same code units.</summary>
    private bool MustCompareUnits =>
        _literal.IsExact && (_segment.HasAltered || _folded.Text != _literal.Text || !_literal.Text.All(Fold.IsHan));

    /// <summary>Adds the offsets of the occurrences that begin in a range of the text, rising.</summary>
    /// <param name="from">A block's start.</param>
    /// <param name="to">A block's start, or the end of the text.</param>
    /// <param name="whole">Whether the whole-run rule is applied, where the literal has it.</param>
    /// <param name="overlapping">Whether occurrences that overlap the one before stay in.</param>
    /// <param name="found">Takes the offsets behind what it holds.</param>
    public void Find(int from, int to, bool whole, bool overlapping, PooledBuffer<int> found)
    {
        if (!_folded.CanOccur)
        {
            return;
        }

        var begin = found.Count;
        if (_postings is null)
        {
            new TextSearch(_segment, _folded).Find(from, to, found);
        }
        else
        {
            _postings.Find(from, to, found);
        }

        if (MustCompareUnits)
        {
            KeepExact(found, begin);
        }

        if (whole && RunRule.Concerns(_literal))
        {
            KeepWhole(found, begin);
        }

        if (!overlapping && _folded.OverlapsItself)
        {
            DropOverlaps(found, begin);
        }
    }

    private void DropOverlaps(PooledBuffer<int> found, int begin)
    {
        var (kept, free) = (begin, int.MinValue);
        var offsets = found.Span;
        for (var i = begin; i < offsets.Length; i++)
        {
            if (offsets[i] >= free)
            {
                free = offsets[i] + _folded.Text.Length;
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
        var (atStart, atEnd, kept) = (RunRule.IsRunAtStart(_literal), RunRule.IsRunAtEnd(_literal), begin);
        var offsets = found.Span;
        for (var i = begin; i < offsets.Length; i++)
        {
            var offset = offsets[i];
            var isCut = (atStart && offset > 0 && Fold.IsRunUnit(folded[text[offset - 1]]))
                || (atEnd && Fold.IsRunUnit(folded[text[offset + _folded.Text.Length]]));
            if (!isCut)
            {
                offsets[kept++] = offset;
            }
        }

        found.Truncate(kept);
    }
}
