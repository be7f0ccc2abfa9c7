using PlanSearch.Index.Format;

namespace PlanSearch.Index.Building;

/// <summary>Counts how a common term spreads over the documents of a segment being written. One thread.</summary>
/// <param name="segment">The documents.</param>
/// <param name="blocks">Their blocks.</param>
/// <param name="recordLengths">Length of each record of the segment.</param>
internal sealed class SpreadCounter(SegmentBuilder segment, SegmentBlocks blocks, int[] recordLengths)
{
    private readonly SpreadWriter _writer = new();
    private readonly int _columns = segment.Schema.Columns.Length;
    private readonly List<int> _metRecords = [];
    private readonly int[,] _mentions = new int[segment.Schema.Columns.Length, IndexSchema.MaxColumnValues];
    private readonly int[,] _records = new int[segment.Schema.Columns.Length, IndexSchema.MaxColumnValues];
    private readonly int[] _aside = new int[IndexSchema.MaxColumnValues];

    // By record of the document at hand: its weighted frequency, and the values met in each column.
    private float[] _frequencies = [];
    private ulong[] _values = [];

    /// <summary>Counts a term.</summary>
    /// <param name="offsets">Where it is, rising; its occurrences do not overlap.</param>
    /// <param name="length">Code units of the term.</param>
    public SpreadWriter.Encoded Count(ReadOnlySpan<int> offsets, int length)
    {
        var (block, span) = (0, 0);
        Span<byte> values = stackalloc byte[_columns];
        for (var document = 0; document < segment.Documents.Count; document++)
        {
            var endBlock = document + 1 < segment.Documents.Count ? segment.Documents[document + 1].FirstBlock : segment.BlockStarts.Length;
            var firstRecord = segment.Documents[document].FirstRecord;
            var endRecord = document + 1 < segment.Documents.Count ? segment.Documents[document + 1].FirstRecord : segment.RecordCount;
            Begin(endRecord - firstRecord);
            var mentions = 0;
            while (!offsets.IsEmpty && offsets[0] < blocks.StartOf(endBlock))
            {
                var offset = offsets[0];
                offsets = offsets[1..];
                while (blocks.StartOf(block + 1) <= offset)
                {
                    block++;
                }

                ReadValues(offset, length, block, ref span, values);
                if (blocks.Records[block] < 0)
                {
                    _aside[values[0]]++;
                }
                else
                {
                    mentions++;
                    CountMention(blocks.Records[block] - firstRecord, values);
                }
            }

            _writer.Add(End(mentions, recordLengths.AsSpan(firstRecord..endRecord)));
        }

        return _writer.Take();
    }

    private void Begin(int records)
    {
        if (records > _frequencies.Length)
        {
            _frequencies = new float[2 * records];
            _values = new ulong[2 * records * _columns];
        }
    }

    /// <summary>The values of a mention in the columns: those of its block, or of the span it lies in as a whole.</summary>
    private void ReadValues(int offset, int length, int block, ref int span, Span<byte> values)
    {
        for (var column = 0; column < values.Length; column++)
        {
            values[column] = segment.Column(column)[block];
        }

        var spans = segment.Spans.Spans;
        while (span < spans.Length && spans[span].End <= offset)
        {
            span++;
        }

        if (span < spans.Length && spans[span].Start <= offset && spans[span].End >= offset + length)
        {
            values[spans[span].Column] = spans[span].Value;
        }
    }

    private void CountMention(int record, ReadOnlySpan<byte> values)
    {
        if (_values[record * _columns] == 0)
        {
            _metRecords.Add(record);
        }

        _frequencies[record] += (float)segment.Schema.Weighting.Weights[values[segment.Schema.Weighting.Column]];
        for (var column = 0; column < values.Length; column++)
        {
            _mentions[column, values[column]]++;
            ref var seen = ref _values[(record * _columns) + column];
            var bit = 1UL << values[column];
            _records[column, values[column]] += (seen & bit) == 0 ? 1 : 0;
            seen |= bit;
        }
    }

    /// <summary>What was counted of a document, and everything zero again.</summary>
    private DocumentSpread End(int mentions, ReadOnlySpan<int> lengths)
    {
        var spread = new DocumentSpread
        {
            Mentions = mentions,
            Records = _metRecords.Count,
            Columns = [.. Enumerable.Range(0, _columns).Select(_ => new List<(int, int, int)>())]
        };
        for (var value = 0; value < IndexSchema.MaxColumnValues; value++)
        {
            if (_aside[value] > 0)
            {
                spread.Aside.Add((value, _aside[value]));
            }

            for (var column = 0; column < _columns; column++)
            {
                if (_mentions[column, value] > 0)
                {
                    spread.Columns[column].Add((value, _mentions[column, value], _records[column, value]));
                }
            }
        }

        Array.Clear(_aside);
        Array.Clear(_mentions);
        Array.Clear(_records);
        AddFrontier(spread, lengths);
        foreach (var record in _metRecords)
        {
            _frequencies[record] = 0;
            _values.AsSpan(record * _columns, _columns).Clear();
        }

        _metRecords.Clear();
        return spread;
    }

    private void AddFrontier(DocumentSpread spread, ReadOnlySpan<int> lengths)
    {
        var pairs = new List<(float Frequency, int Length)>(_metRecords.Count);
        foreach (var record in _metRecords)
        {
            pairs.Add((_frequencies[record], lengths[record]));
        }

        pairs.Sort(static (a, b) => a.Frequency != b.Frequency ? b.Frequency.CompareTo(a.Frequency) : a.Length.CompareTo(b.Length));
        foreach (var pair in pairs)
        {
            if (spread.Frontier.Count == 0 || pair.Length < spread.Frontier[^1].Length)
            {
                spread.Frontier.Add(pair);
            }
        }
    }
}
