using PlanSearch.Engine.Format;

namespace PlanSearch.Engine.Indexing;

/// <summary>Counts what the dictionary states of a term: mentions, records and documents.</summary>
/// <param name="segment">The documents.</param>
internal sealed class OccurrenceCounter(SegmentBuilder segment)
{
    private readonly BlockLocator _blocks = new(segment.BlockStarts, segment.Length);
    private readonly int[] _records = SegmentRecords(segment);
    private readonly int[] _documents = SegmentDocuments(segment);
    private readonly int[] _recordSeen = new int[segment.RecordCount];
    private readonly int[] _documentSeen = new int[segment.Documents.Count];
    private int _term;
    private int _aside;
    private int _mentions;
    private int _recordCount;
    private int _documentCount;

    /// <summary>Offsets counted for the term.</summary>
    public int Offsets { get; private set; }

    /// <summary>What was counted for the term.</summary>
    public PostingsStatistics Statistics => new(_aside, _mentions, _recordCount, _documentCount);

    /// <summary>Begins a term.</summary>
    public void Begin()
    {
        _term++;
        (_aside, _mentions, _recordCount, _documentCount, Offsets) = (0, 0, 0, 0, 0);
    }

    /// <summary>Adds rising offsets of the term; two that are less than <paramref name="overlap"/> apart are one mention.</summary>
    public void Count(ReadOnlySpan<int> offsets, int overlap)
    {
        Offsets += offsets.Length;
        var (block, free) = (0, 0);
        foreach (var offset in offsets)
        {
            block = _blocks.FindFrom(block, offset);
            var record = _records[block];
            if (record < 0)
            {
                _aside++;
                continue;
            }

            if (offset < free)
            {
                continue;
            }

            free = offset + overlap;
            _mentions++;
            if (_recordSeen[record] != _term)
            {
                _recordSeen[record] = _term;
                _recordCount++;
            }

            var document = _documents[block];
            if (_documentSeen[document] != _term)
            {
                _documentSeen[document] = _term;
                _documentCount++;
            }
        }
    }

    private static int[] SegmentRecords(SegmentBuilder segment)
    {
        var records = segment.Level(0).ToArray();
        var documents = SegmentDocuments(segment);
        for (var block = 0; block < records.Length; block++)
        {
            if (records[block] >= 0)
            {
                records[block] += segment.Documents[documents[block]].FirstRecord;
            }
        }

        return records;
    }

    private static int[] SegmentDocuments(SegmentBuilder segment)
    {
        var documents = new int[segment.BlockStarts.Length];
        for (var document = 0; document < segment.Documents.Count; document++)
        {
            documents.AsSpan(segment.Documents[document].FirstBlock).Fill(document);
        }

        return documents;
    }
}
