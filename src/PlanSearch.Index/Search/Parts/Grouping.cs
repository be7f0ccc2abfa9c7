using PlanSearch.Index.Search.Matching;
using PlanSearch.Index.Segments;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Search.Parts;

/// <summary>What a query is decided in: gives each place of a segment the number of its group.</summary>
/// <remarks>
/// What is set aside is a text of its own for each document and kind of block: one record there, and in no group of another level.
/// </remarks>
internal sealed class Grouping
{
    private readonly SegmentView _view;
    private readonly SegmentReader _segment;
    private readonly Scope? _scope;
    private readonly int _level;
    private DocumentCursor _documents;

    /// <param name="view">The segment.</param>
    /// <param name="scope">The kind of group; null is the record.</param>
    /// <param name="level">The level, for <see cref="Scope.Level"/>.</param>
    public Grouping(SegmentView view, Scope? scope, int level)
    {
        (_view, _segment, _documents) = (view, view.Segment, new DocumentCursor(view));
        (_scope, _level) = scope == Scope.Level && level == 0 ? (null, 0) : (scope, level);
    }

    /// <summary>An empty set of such groups.</summary>
    public GroupSet NewSet() => new(_scope switch
    {
        null => _segment.Summary.Records + AsideTexts.Count(_segment.Summary.Documents),
        Scope.Sentence => _segment.Summary.TextLength,
        Scope.Block => _segment.Summary.Blocks,
        // A group of a document has at least one block but may be numbered from 1, so one number more for each document.
        Scope.Level => _segment.Summary.Blocks + _segment.Summary.Documents,
        _ => _segment.Summary.Documents + AsideTexts.Count(_segment.Summary.Documents),
    });

    /// <summary>The group of an occurrence; -1 when it is in none, or in a deleted document.</summary>
    public int GroupOf(Occurrence occurrence)
    {
        ref readonly var entry = ref _view.Blocks[occurrence.Block];
        if (entry.Record == SegmentView.DeletedRecord)
        {
            return -1;
        }

        _documents.Seek(occurrence.Offset);
        var isAside = entry.Record == SegmentView.AsideRecord;
        return _scope switch
        {
            null => isAside ? _segment.Summary.Records + AsideTexts.Of(_view, entry, _documents.Local) : entry.Record,
            Scope.Sentence => SentenceStart(occurrence.Offset),
            Scope.Block => occurrence.Block,
            Scope.Level => !isAside && _segment.Group(occurrence.Block, _level) is >= 0 and var group
                ? _segment.FirstBlock(_documents.Local) + _documents.Local + group
                : -1,
            _ => isAside ? _segment.Summary.Documents + AsideTexts.Of(_view, entry, _documents.Local) : _documents.Local,
        };
    }

    private int SentenceStart(int offset)
    {
        var text = _segment.Text;
        while (offset > 0 && !SentenceEnds.Folded.Contains(_segment.FoldedUnits[text[offset - 1]]))
        {
            offset--;
        }

        return offset;
    }
}
