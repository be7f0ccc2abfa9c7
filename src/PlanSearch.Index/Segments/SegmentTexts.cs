using System.Runtime.InteropServices;
using System.Text;
using PlanSearch.Index.Format;
using PlanSearch.Index.Storage;

namespace PlanSearch.Index.Segments;

/// <summary>The documents of a segment as they were given: keys, texts and what was stored. Nothing here searches.</summary>
internal class SegmentTexts : IDisposable
{
    private readonly string[] _keys;
    private readonly string?[] _kept;
    private readonly int[] _documentRows;

    /// <summary>Reads the tables of a segment file, which is disposed of with this.</summary>
    protected SegmentTexts(IndexFileReader file)
    {
        File = file;
        Summary = SegmentSummary.Read(file);
        _keys = ReadKeys();
        _kept = KeptDocuments.Read(file, Summary.Documents);
        _documentRows = MemoryMarshal.Cast<byte, int>(Sized(SectionTag.Documents, 12L * (Summary.Documents + 1))).ToArray();
        Units = MemoryMarshal.Cast<byte, char>(Sized(SectionTag.Alphabet, 2L * Summary.Units)).ToArray();
        Blocks = new BlockLocator(ReadStarts(), Summary.TextLength);
        Sized(SectionTag.Text, 8 * PackedArray.WordCount(Summary.TextLength, Summary.TextWidth));
        Sized(SectionTag.Stored, _documentRows[^1]);
    }

    /// <summary>Opens a segment file whose bytes have been verified.</summary>
    /// <exception cref="CorruptIndexException">It is damaged.</exception>
    /// <exception cref="IndexFormatException">It was written by another version.</exception>
    /// <exception cref="IndexSectionException">It lacks a section that documents are read from.</exception>
    public static SegmentTexts Open(IndexDirectory directory, string name)
    {
        var file = IndexFileReader.Open(directory, name, IndexFileKind.Segment, verify: false);
        try
        {
            return new SegmentTexts(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>How many of each there are, and how wide its packed numbers.</summary>
    public SegmentSummary Summary { get; }

    /// <summary>Finds the block of an offset of the text.</summary>
    public BlockLocator Blocks { get; }

    /// <summary>The unit of each code of the text, as it is in the source.</summary>
    public char[] Units { get; }

    /// <summary>Documents, deleted ones included.</summary>
    public int DocumentCount => Summary.Documents;

    /// <summary>The text as codes; a code is a rank in <see cref="Units"/>.</summary>
    public PackedArray Text => new(File.Words(SectionTag.Text), Summary.TextWidth);

    /// <summary>Its file, open until <see cref="Dispose"/>.</summary>
    protected IndexFileReader File { get; }

    /// <summary>What a document was added under; deleted ones have theirs too.</summary>
    public string Key(int document) => _keys[document];

    /// <summary>The name under which a document is kept; null for one that is searched.</summary>
    public string? KeptAs(int document) => _kept[document];

    /// <summary>The first block of a document; for the number after the last, the number of blocks.</summary>
    public int FirstBlock(int document) => _documentRows[document * 3];

    /// <summary>The first record of a document; for the number after the last, the number of records.</summary>
    public int FirstRecord(int document) => _documentRows[(document * 3) + 1];

    /// <summary>Its bytes in the file, uncopied.</summary>
    public ReadOnlySpan<byte> Stored(int document)
    {
        var (start, end) = (_documentRows[(document * 3) + 2], _documentRows[(document * 3) + 5]);
        return File.Section(SectionTag.Stored)[start..end];
    }

    /// <summary>Where the text of a document begins; for the number after the last, where the text ends.</summary>
    public int TextStart(int document) => Blocks.StartOf(FirstBlock(document));

    /// <summary>The text of a block, without its separator.</summary>
    public string ReadBlock(int block)
    {
        var start = Blocks.StartOf(block);
        return string.Create(Blocks.StartOf(block + 1) - 1 - start, (Reader: this, start), static (text, from) =>
        {
            var codes = from.Reader.Text;
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = from.Reader.Units[codes[from.start + i]];
            }
        });
    }

    /// <inheritdoc/>
    public void Dispose() => File.Dispose();

    /// <summary>A section that must have a length.</summary>
    protected ReadOnlySpan<byte> Sized(SectionTag tag, long length)
    {
        var bytes = File.Section(tag);
        return bytes.Length == length ? bytes : throw File.Damage(tag, bytes.Length, $"{bytes.Length} bytes instead of {length}");
    }

    private string[] ReadKeys()
    {
        var bytes = File.Section(SectionTag.Keys);
        var keys = new string[Summary.Documents];
        var at = 0;
        for (var document = 0; document < keys.Length; document++)
        {
            var length = Varint.Read(bytes, ref at);
            if (length < 0 || length > bytes.Length - at)
            {
                throw File.Damage(SectionTag.Keys, at, $"the key of document {document} does not end within the section");
            }

            keys[document] = Encoding.UTF8.GetString(bytes.Slice(at, length));
            at += length;
        }

        return keys;
    }

    private int[] ReadStarts()
    {
        Sized(SectionTag.BlockStarts, 8 * PackedArray.WordCount(Summary.Blocks, Summary.StartWidth));
        var packed = new PackedArray(File.Words(SectionTag.BlockStarts), Summary.StartWidth);
        var starts = new int[Summary.Blocks];
        for (var block = 0; block < starts.Length; block++)
        {
            starts[block] = packed[block];
        }

        return starts;
    }
}
