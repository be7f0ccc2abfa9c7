using System.Collections.Immutable;
using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Shapes;
using PlanSearch.Plans.Parsing.Tables;

namespace PlanSearch.Plans.Parsing.Blocks;

/// <summary>Groups blocks into records: a section, a box with its tables, a table outside boxes (R-REC-1, R-REC-2).</summary>
internal sealed class RecordBuilder
{
    private readonly List<BlockDraft> _drafts;
    private readonly ImmutableArray<PlanRecord>.Builder _records = ImmutableArray.CreateBuilder<PlanRecord>();
    private readonly Dictionary<PlanRecord, int> _indexes = [];

    private RecordBuilder(List<BlockDraft> drafts) => _drafts = drafts;

    /// <summary>
    /// Builds the records in the reading order of their first blocks and fills the drafts' record; blocks that are not searched have none.
    /// </summary>
    public static ImmutableArray<PlanRecord> Build(List<BlockDraft> drafts)
    {
        var builder = new RecordBuilder(drafts);
        foreach (var draft in drafts)
        {
            if (draft.Kind is not (BlockKind.Cover or BlockKind.Contents or BlockKind.Noise or BlockKind.Footnote))
            {
                var known = builder._records.Count;
                draft.Record = builder.IndexOf(RecordOf(draft));
                draft.Lines[0].Decide(draft.Record < known ? Rules.Record : Rules.NumberedRecord);
            }
        }

        for (var i = 0; i < drafts.Count; i++)
        {
            if (drafts[i].Kind == BlockKind.Footnote)
            {
                builder.PlaceFootnote(i);
            }
        }

        return builder._records.ToImmutable();
    }

    private static PlanRecord RecordOf(BlockDraft draft) =>
        draft.Box >= 0 ? new PlanRecord(RecordKind.Box, draft.Node, draft.Box, -1)
        : draft.Table >= 0 ? new PlanRecord(RecordKind.Table, draft.Node, -1, draft.Table)
        : new PlanRecord(RecordKind.Section, draft.Node, -1, -1);

    private int IndexOf(PlanRecord record)
    {
        if (!_indexes.TryGetValue(record, out var index))
        {
            index = _records.Count;
            _indexes.Add(record, index);
            _records.Add(record);
        }

        return index;
    }

    // R-NOTE-3: a footnote belongs where its mark is: before it on the page, or after it where the page began with the note.
    private void PlaceFootnote(int at)
    {
        var number = FootnoteScan.NumberOf(_drafts[at].Text);
        _drafts[at].Lines[0].Decide(Rules.RecordOfNote);
        var bearer = FindMark(at, number, step: -1) ?? FindMark(at, number, step: 1) ?? NearestRecord(at);
        _drafts[at].Node = bearer?.Node ?? 0;
        _drafts[at].Record = bearer?.Record ?? IndexOf(new PlanRecord(RecordKind.Section, 0, -1, -1));
    }

    // Marks count from ① anew on some pages, so the nearest one is the note's; the reach keeps the search linear.
    private BlockDraft? FindMark(int at, int number, int step)
    {
        for (var i = at + step; i >= 0 && i < _drafts.Count && Math.Abs(i - at) <= Measures.NoteReach; i += step)
        {
            if (_drafts[i].Record >= 0
                && _drafts[i].Kind != BlockKind.Footnote
                && _drafts[i].Lines.Exists(line => FootnoteScan.MarksIn(line).Concat(FootnoteScan.BareMarksIn(line)).Contains(number)))
            {
                return _drafts[i];
            }
        }

        return null;
    }

    private BlockDraft? NearestRecord(int at)
    {
        while (at >= 0 && _drafts[at].Record < 0)
        {
            at--;
        }

        return at < 0 ? null : _drafts[at];
    }
}
