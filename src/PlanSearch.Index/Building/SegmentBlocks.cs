namespace PlanSearch.Index.Building;

/// <summary>The blocks of a segment being written, their records and documents. Read by several threads.</summary>
internal sealed class SegmentBlocks
{
    private readonly int[] _starts;

    /// <summary>Lays out the blocks of a segment.</summary>
    public SegmentBlocks(SegmentBuilder segment)
    {
        _starts = [.. segment.BlockStarts, segment.Length];
        Records = segment.Level(0).ToArray();
        DocumentOfRecord = new int[segment.RecordCount];
        for (var document = 0; document < segment.Documents.Count; document++)
        {
            var (firstBlock, firstRecord) = (segment.Documents[document].FirstBlock, segment.Documents[document].FirstRecord);
            var endBlock = document + 1 < segment.Documents.Count ? segment.Documents[document + 1].FirstBlock : Records.Length;
            DocumentOfRecord.AsSpan(firstRecord).Fill(document);
            foreach (ref var record in Records.AsSpan(firstBlock..endBlock))
            {
                record += record >= 0 ? firstRecord : 0;
            }
        }
    }

    /// <summary>Record of each block, numbered through the segment; -1 for blocks set aside.</summary>
    public int[] Records { get; }

    /// <summary>Document of each record, both numbered through the segment from 0.</summary>
    public int[] DocumentOfRecord { get; }

    /// <summary>Where a block begins in the text; for the number after the last, where the text ends.</summary>
    public int StartOf(int block) => _starts[block];
}
