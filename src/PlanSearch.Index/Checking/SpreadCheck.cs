using PlanSearch.Index.Format;
using PlanSearch.Index.Search.Parts;
using PlanSearch.Index.Segments;

namespace PlanSearch.Index.Checking;

/// <summary>Checks that the spread of a list says what the list says.</summary>
/// <param name="segment">The segment.</param>
internal sealed class SpreadCheck(SegmentReader segment)
{
    private readonly int[] _recordOfBlock = segment.ReadRecords();

    /// <summary>
    /// Whether a spread has the mentions, the records and what is set aside of each document, and columns that add up to the mentions.
    /// </summary>
    /// <param name="list">Where the list begins in the postings; it has a spread.</param>
    public bool Holds(int list)
    {
        var expected = Count(list);
        var sums = segment.Spreads.Sums(list);
        var columns = segment.Spreads.Columns(list);
        var at = 0;
        for (var document = 0; document < segment.DocumentCount; document++)
        {
            sums.Next();
            var aside = 0;
            while (sums.NextAside(out _, out var count))
            {
                aside += count;
            }

            if ((sums.Mentions, sums.Records, aside) != expected[document] || !ColumnsAddUp(columns, ref at, sums.Mentions))
            {
                return false;
            }
        }

        return true;
    }

    private (int Mentions, int Records, int Aside)[] Count(int list)
    {
        var counts = new (int Mentions, int Records, int Aside)[segment.DocumentCount];
        var seen = new GroupSet(segment.Summary.Records);
        var document = 0;
        var postings = new PostingsReader(segment.Dictionary.Postings, list, doubled: false, stackalloc int[GapBlock.Length]);
        for (var offsets = postings.NextBlock(); !offsets.IsEmpty; offsets = postings.NextBlock())
        {
            foreach (var offset in offsets)
            {
                while (segment.TextStart(document + 1) <= offset)
                {
                    document++;
                }

                var record = _recordOfBlock[segment.Blocks.Find(offset)];
                counts[document].Aside += record < 0 ? 1 : 0;
                counts[document].Mentions += record < 0 ? 0 : 1;
                counts[document].Records += record >= 0 && seen.Add(record) ? 1 : 0;
            }
        }

        return counts;
    }

    private bool ColumnsAddUp(ReadOnlySpan<byte> bytes, ref int at, int mentions)
    {
        var holds = true;
        for (var column = 0; column < segment.Schema.Columns.Length; column++)
        {
            var sum = 0;
            for (var values = Varint.Read(bytes, ref at); values > 0; values--)
            {
                Varint.Read(bytes, ref at);
                sum += Varint.Read(bytes, ref at);
                Varint.Read(bytes, ref at);
            }

            holds &= sum == mentions;
        }

        return holds;
    }
}
