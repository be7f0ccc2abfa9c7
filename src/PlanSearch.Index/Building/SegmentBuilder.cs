using System.Runtime.InteropServices;
using System.Text;
using PlanSearch.Index.Format;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Building;

/// <summary>Takes documents into memory until a segment is written of them.</summary>
/// <param name="schema">The index's levels and columns.</param>
internal sealed class SegmentBuilder(IndexSchema schema)
{
    // Lucene takes no longer term.
    private const int MaxKeyBytes = 32_766;

    private readonly List<int> _blockStarts = [];
    private readonly List<int>[] _levels = [.. schema.Levels.Select(_ => new List<int>())];
    private readonly List<byte>[] _columns = [.. schema.Columns.Select(_ => new List<byte>())];
    private readonly List<SegmentDocument> _documents = [];
    private char[] _text = new char[1 << 16];
    private int _length;

    /// <summary>A document's place in the segment.</summary>
    /// <param name="Key">Its key.</param>
    /// <param name="FirstBlock">Number of its first block.</param>
    /// <param name="FirstRecord">Number of its first record.</param>
    /// <param name="Stored">What is stored with it.</param>
    /// <param name="KeptAs">See <see cref="IndexDocument.KeptAs"/>.</param>
    internal readonly record struct SegmentDocument(
        string Key, int FirstBlock, int FirstRecord, ReadOnlyMemory<byte> Stored, string? KeptAs);

    /// <summary>The index's levels and columns.</summary>
    public IndexSchema Schema { get; } = schema;

    /// <summary>Code units so far, separators included.</summary>
    public int Length => _length;

    /// <summary>The text so far: each block followed by a separator.</summary>
    public ReadOnlySpan<char> Text => _text.AsSpan(0, _length);

    /// <summary>Where each block begins in the text.</summary>
    public ReadOnlySpan<int> BlockStarts => CollectionsMarshal.AsSpan(_blockStarts);

    /// <summary>Spans of the text with another value in a column.</summary>
    public SpanTable Spans { get; } = new();

    /// <summary>Documents so far.</summary>
    public IReadOnlyList<SegmentDocument> Documents => _documents;

    /// <summary>Records so far.</summary>
    public int RecordCount { get; private set; }

    /// <summary>The groups of all blocks on a level, from 0 within each document; -1 for none.</summary>
    public ReadOnlySpan<int> Level(int level) => CollectionsMarshal.AsSpan(_levels[level]);

    /// <summary>The values of all blocks in a column.</summary>
    public ReadOnlySpan<byte> Column(int column) => CollectionsMarshal.AsSpan(_columns[column]);

    /// <summary>Code units that a document adds, separators included.</summary>
    public static int LengthOf(IndexDocument document) => document.Blocks.Sum(block => block.Length + 1);

    /// <summary>Adds a document behind the others; <see cref="Validate"/> has looked at it.</summary>
    public void Add(IndexDocument document)
    {
        var firstBlock = _blockStarts.Count;
        _documents.Add(new SegmentDocument(document.Key, firstBlock, RecordCount, document.Stored, document.KeptAs));
        RecordCount += document.Levels[0].Length == 0 ? 0 : document.Levels[0].Max() + 1;
        foreach (var block in document.Blocks)
        {
            _blockStarts.Add(_length);
            Append(block);
        }

        foreach (var (block, start, length, column, value) in document.Spans)
        {
            var offset = _blockStarts[firstBlock + block] + start;
            Spans.Add(new SpanTable.TextSpan(offset, offset + length, column, value));
        }

        for (var level = 0; level < _levels.Length; level++)
        {
            _levels[level].AddRange(document.Levels[level]);
        }

        for (var column = 0; column < _columns.Length; column++)
        {
            _columns[column].AddRange(document.Columns[column]);
        }
    }

    private void Append(string block)
    {
        var needed = checked(_length + block.Length + 1);
        if (needed > _text.Length)
        {
            Array.Resize(ref _text, (int)Math.Min(Array.MaxLength, Math.Max(needed, _text.Length * 2L)));
        }

        block.CopyTo(_text.AsSpan(_length));
        _text[needed - 1] = Fold.Separator;
        _length = needed;
    }

    /// <summary>Refuses a document that could not be written: before it is among others, which would be lost with it.</summary>
    /// <exception cref="ArgumentException">
    /// Its arrays do not fit the schema or its blocks, or it or its key is too long: a bug of the caller.
    /// </exception>
    public static void Validate(IndexDocument document, IndexSchema schema)
    {
        ArgumentException.ThrowIfNullOrEmpty(document.Key, nameof(document));
        if (document.KeptAs is { } name && (name.Length == 0 || document.Blocks.Count > 0))
        {
            throw new ArgumentException($"{document.Key}: a kept document needs a name and has no text.", nameof(document));
        }

        foreach (var term in (string[])[document.Key, document.KeptAs ?? ""])
        {
            if (Encoding.UTF8.GetByteCount(term) > MaxKeyBytes)
            {
                throw new ArgumentException($"{term[..64]}…: the key is longer than {MaxKeyBytes} bytes.", nameof(document));
            }
        }

        if (document.Blocks.Sum(block => block.Length + 1L) > IndexWriterOptions.LongestSegment)
        {
            throw new ArgumentException(
                $"{document.Key}: the text is longer than {IndexWriterOptions.LongestSegment} code units.", nameof(document));
        }

        var blocks = document.Blocks.Count;
        if (document.Levels.Length != schema.Levels.Length
            || document.Levels.Any(level => level.Length != blocks || level.Any(group => group < -1)))
        {
            throw new ArgumentException($"{document.Key}: levels do not fit the schema and the {blocks} blocks.", nameof(document));
        }

        if (document.Columns.Length != schema.Columns.Length
            || document.Columns.Any(column => column.Length != blocks || column.Any(value => value >= IndexSchema.MaxColumnValues)))
        {
            throw new ArgumentException($"{document.Key}: columns do not fit the schema and the {blocks} blocks.", nameof(document));
        }

        var (last, free) = (0, 0);
        foreach (var (block, start, length, column, value) in document.Spans)
        {
            var isBehind = block > last || (block == last && start >= free);
            var isInside = block < blocks && start >= 0 && length > 0 && start + length <= document.Blocks[block].Length;
            if (!isBehind || !isInside || column < 0 || column >= schema.Columns.Length || value >= IndexSchema.MaxColumnValues)
            {
                throw new ArgumentException(
                    $"{document.Key}: a span of block {block} does not fit the block, the schema or the span before.", nameof(document));
            }

            (last, free) = (block, start + length);
        }

        if (document.Blocks.Any(string.IsNullOrEmpty))
        {
            throw new ArgumentException($"{document.Key}: a block is empty.", nameof(document));
        }
    }
}
