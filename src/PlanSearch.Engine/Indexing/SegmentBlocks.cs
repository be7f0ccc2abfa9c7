using PlanSearch.Engine.Format;

namespace PlanSearch.Engine.Indexing;

/// <summary>What stands at an offset of a segment being written: block, record, document. Read by several threads.</summary>
internal sealed class SegmentBlocks
{
    /// <summary>Lays out the blocks of a segment.</summary>
    public SegmentBlocks(SegmentBuilder segment)
    {
        Locator = new BlockLocator(segment.BlockStarts, segment.Length);
        Documents = new int[segment.BlockStarts.Length];
        for (var document = 0; document < segment.Documents.Count; document++)
        {
            Documents.AsSpan(segment.Documents[document].FirstBlock).Fill(document);
        }

        Records = segment.Level(0).ToArray();
        for (var block = 0; block < Records.Length; block++)
        {
            Records[block] += Records[block] >= 0 ? segment.Documents[Documents[block]].FirstRecord : 0;
        }
    }

    /// <summary>Offset to block.</summary>
    public BlockLocator Locator { get; }

    /// <summary>Record of each block, numbered through the segment; -1 for blocks set aside.</summary>
    public int[] Records { get; }

    /// <summary>Document of each block.</summary>
    public int[] Documents { get; }
}
