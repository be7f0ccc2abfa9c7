using System.Runtime.InteropServices;

namespace PlanSearch.Index.Format;

/// <summary>
/// The spans of a segment's text whose mentions have another value in a column than their block. FORMAT.md, "Segment".
/// </summary>
internal sealed class SpanTable
{
    private readonly List<TextSpan> _spans = [];

    /// <summary>A span of the segment's text.</summary>
    /// <param name="Start">Its first offset.</param>
    /// <param name="End">The offset after its last.</param>
    /// <param name="Column">The column.</param>
    /// <param name="Value">The value there.</param>
    internal readonly record struct TextSpan(int Start, int End, int Column, byte Value);

    /// <summary>The spans, rising.</summary>
    public ReadOnlySpan<TextSpan> Spans => CollectionsMarshal.AsSpan(_spans);

    /// <summary>Reads a table written by <see cref="Write"/>.</summary>
    /// <param name="file">The segment.</param>
    /// <param name="length">Code units of its text.</param>
    /// <param name="columns">Columns of the schema.</param>
    /// <exception cref="Storage.CorruptIndexException">A span lies outside the text, or names no column.</exception>
    public static SpanTable Read(IndexFileReader file, int length, int columns)
    {
        var bytes = file.Section(SectionTag.Spans);
        var table = new SpanTable();
        var (at, free) = (0, 0);
        while (at < bytes.Length)
        {
            var begin = at;
            var start = free + (long)Varint.Read(bytes, ref at);
            var end = start + Varint.Read(bytes, ref at);
            var (column, value) = (Varint.Read(bytes, ref at), Varint.Read(bytes, ref at));
            if (start < free
                || end <= start
                || end > length
                || column < 0
                || column >= columns
                || value is < 0 or >= IndexSchema.MaxColumnValues)
            {
                throw file.Damage(SectionTag.Spans, begin, $"a span from {start} to {end} with value {value} in column {column}");
            }

            table.Add(new TextSpan((int)start, free = (int)end, column, (byte)value));
        }

        return table;
    }

    /// <summary>Adds a span behind the others.</summary>
    public void Add(TextSpan span) => _spans.Add(span);

    /// <summary>The rank of the first span that ends behind an offset; the number of spans when none does.</summary>
    public int FirstBehind(int offset)
    {
        var (low, high) = (0, _spans.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _spans[middle].End <= offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Each start as its distance from the end before, so spans must be rising and apart.</summary>
    public void Write(IndexFileWriter file)
    {
        var bytes = new List<byte>();
        var free = 0;
        foreach (var (start, end, column, value) in _spans)
        {
            Varint.Write(bytes, start - free);
            Varint.Write(bytes, end - start);
            Varint.Write(bytes, column);
            Varint.Write(bytes, value);
            free = end;
        }

        file.Begin(SectionTag.Spans);
        file.Write(CollectionsMarshal.AsSpan(bytes));
    }
}
