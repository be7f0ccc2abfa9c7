using System.Runtime.CompilerServices;
using PlanSearch.Index.Format;

namespace PlanSearch.Index.Building;

/// <summary>Counts what the dictionary states of a term: mentions, records and documents. One thread.</summary>
/// <param name="segment">The documents.</param>
/// <param name="blocks">Their blocks.</param>
internal sealed class OccurrenceCounter(SegmentBuilder segment, SegmentBlocks blocks)
{
    private readonly int[] _recordSeen = new int[segment.RecordCount];
    private readonly int[] _documentSeen = new int[segment.Documents.Count];
    private int _term;
    private int _aside;
    private int _mentions;
    private int _records;
    private int _documents;

    /// <summary>What was counted for the term.</summary>
    public PostingsStatistics Statistics => new(_aside, _mentions, _records, _documents);

    /// <summary>Sets the counts to zero for the next term; what was seen needs no clearing.</summary>
    public void Begin()
    {
        _term++;
        (_aside, _mentions, _records, _documents) = (0, 0, 0, 0);
    }

    /// <summary>Adds rising offsets of the term; two that are less than <paramref name="overlap"/> apart are one mention.</summary>
    /// <param name="offsets">The offsets.</param>
    /// <param name="records">The record at each; below 0 where it is set aside.</param>
    /// <param name="overlap">1 or more.</param>
    public void Count(ReadOnlySpan<int> offsets, ReadOnlySpan<int> records, int overlap)
    {
        var (free, mentions, aside) = (0, 0, 0);
        records = records[..offsets.Length];
        for (var i = 0; i < offsets.Length; i++)
        {
            var record = records[i];
            if (record < 0)
            {
                aside++;
            }
            else if (offsets[i] >= free)
            {
                free = offsets[i] + overlap;
                mentions++;
                See(record);
            }
        }

        _mentions += mentions;
        _aside += aside;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void See(int record)
    {
        if (_recordSeen[record] == _term)
        {
            return;
        }

        _recordSeen[record] = _term;
        _records++;
        ref var seen = ref _documentSeen[blocks.DocumentOfRecord[record]];
        _documents += seen != _term ? 1 : 0;
        seen = _term;
    }
}
