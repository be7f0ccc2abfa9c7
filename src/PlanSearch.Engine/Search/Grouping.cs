using PlanSearch.Plans.Text;

namespace PlanSearch.Engine.Search;

/// <summary>What a query is decided in: gives each place of a segment the number of its group.</summary>
/// <param name="view">The segment.</param>
/// <param name="scope">The kind of group; null is the record.</param>
/// <param name="level">The level, for <see cref="Scope.Level"/>.</param>
internal sealed class Grouping(SegmentView view, Scope? scope, int level)
{
    private readonly SegmentReader _segment = view.Segment;
    private DocumentCursor _documents = new(view);

    /// <summary>An empty set of such groups.</summary>
    public GroupSet NewSet() => new(scope switch
    {
        null => _segment.Summary.Records,
        Scope.Sentence => _segment.Summary.TextLength,
        Scope.Block => _segment.Summary.Blocks,
        // A group of a document has at least one block but may be numbered from 1, so one number more for each document.
        Scope.Level => _segment.Summary.Blocks + _segment.Summary.Documents,
        _ => _segment.Summary.Documents,
    });

    /// <summary>The group of an occurrence in a document that is not deleted; -1 when it is in none.</summary>
    public int GroupOf(Occurrence occurrence)
    {
        var block = occurrence.Block;
        _documents.Seek(occurrence.Offset);
        return scope switch
        {
            null => view.Blocks[block].Record,
            Scope.Sentence => SentenceStart(occurrence.Offset),
            Scope.Block => block,
            Scope.Level => _segment.Group(block, level) is >= 0 and var group
                ? _segment.FirstBlock(_documents.Local) + _documents.Local + group
                : -1,
            _ => _documents.Local,
        };
    }

    private int SentenceStart(int offset)
    {
        var text = _segment.Text;
        while (offset > 0 && !EndsSentence(_segment.FoldedUnits[text[offset - 1]]))
        {
            offset--;
        }

        return offset;
    }

    /// <summary>The signs are compared folded, so ！ and ! are one.</summary>
    private static bool EndsSentence(char folded) => folded is '。' or '!' or '?' or ';' or Fold.Separator;
}
