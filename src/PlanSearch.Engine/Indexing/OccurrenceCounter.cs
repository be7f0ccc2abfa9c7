using PlanSearch.Engine.Format;

namespace PlanSearch.Engine.Indexing;

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

    /// <summary>Begins a term.</summary>
    public void Begin()
    {
        _term++;
        (_aside, _mentions, _records, _documents) = (0, 0, 0, 0);
    }

    /// <summary>Adds rising offsets of the term; two that are less than <paramref name="overlap"/> apart are one mention.</summary>
    public void Count(ReadOnlySpan<int> offsets, int overlap)
    {
        var (locator, records, documents) = (blocks.Locator, blocks.Records, blocks.Documents);
        var (block, end, free, mentions, aside) = (0, 0, 0, 0, 0);
        foreach (var offset in offsets)
        {
            if (offset >= end)
            {
                block = locator.Find(offset);
                end = locator.StartOf(block + 1);
            }

            var record = records[block];
            if (record < 0)
            {
                aside++;
                continue;
            }

            if (offset < free)
            {
                continue;
            }

            free = offset + overlap;
            mentions++;
            if (_recordSeen[record] != _term)
            {
                _recordSeen[record] = _term;
                _records++;
                var document = documents[block];
                if (_documentSeen[document] != _term)
                {
                    _documentSeen[document] = _term;
                    _documents++;
                }
            }
        }

        _mentions += mentions;
        _aside += aside;
    }
}
