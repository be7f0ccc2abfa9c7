using System.Buffers.Binary;
using System.Runtime.InteropServices;
using PlanSearch.Index.Storage;

namespace PlanSearch.Index.Format;

/// <summary>Opens a file of sections, as written by <see cref="IndexFileWriter"/>, and proves that it is whole.</summary>
internal sealed class IndexFileReader : IDisposable
{
    private const int ChecksumStride = 1 << 20;

    /// <summary>Tags are below this; a section with a higher one is of a later version and skipped.</summary>
    private const int KnownTags = 32;

    private readonly IndexFile _file;
    private readonly (long Offset, long Length)[] _sections = new (long, long)[KnownTags];

    private IndexFileReader(IndexFile file, string name) => (_file, Name) = (file, name);

    /// <summary>What errors call the file.</summary>
    public string Name { get; }

    /// <summary>The id in the header: a segment's or a generation's number.</summary>
    public ulong Id { get; private set; }

    /// <summary>Opens a file and reads its header, footer and table of contents.</summary>
    /// <param name="directory">Where it lies.</param>
    /// <param name="name">Its name there.</param>
    /// <param name="kind">What it must be.</param>
    /// <param name="verify">Whether every byte is read and the checksum compared.</param>
    /// <exception cref="CorruptIndexException">It is missing, cut, changed, or another kind of file.</exception>
    /// <exception cref="IndexFormatException">Another version wrote it.</exception>
    public static IndexFileReader Open(IndexDirectory directory, string name, IndexFileKind kind, bool verify)
    {
        var described = directory.Describe(name);
        IndexFile file;
        try
        {
            file = directory.Open(name);
        }
        catch (FileNotFoundException)
        {
            throw new CorruptIndexException(described, -1, "the file is missing");
        }

        return Open(file, described, kind, verify);
    }

    /// <summary>Reads a file that is open already; it is disposed of with the reader, or when it does not fit.</summary>
    /// <inheritdoc cref="Open(IndexDirectory, string, IndexFileKind, bool)"/>
    public static IndexFileReader Open(IndexFile file, string name, IndexFileKind kind, bool verify = true)
    {
        var reader = new IndexFileReader(file, name);
        try
        {
            reader.ReadHeader(kind);
            if (verify)
            {
                reader.Verify();
            }

            reader.ReadContents();
            return reader;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Without copying; empty where the section is. It dies with the file.</summary>
    /// <exception cref="IndexSectionException">The file has no such section: what is cut or changed is met before.</exception>
    public ReadOnlySpan<byte> Section(SectionTag tag)
    {
        var (offset, length) = _sections[(int)tag];
        return offset > 0 ? _file.Slice(offset, (int)length) : throw new IndexSectionException(Name, $"{tag}");
    }

    /// <summary>A section as 64-bit words, in place.</summary>
    /// <exception cref="CorruptIndexException">It is not made of whole words.</exception>
    /// <exception cref="IndexSectionException">There is no such section.</exception>
    public ReadOnlySpan<ulong> Words(SectionTag tag)
    {
        var bytes = Section(tag);
        return bytes.Length % sizeof(ulong) == 0
            ? MemoryMarshal.Cast<byte, ulong>(bytes)
            : throw Damage(tag, bytes.Length, "the section does not end with a whole word");
    }

    /// <summary>An exception that names this file and a place in a section.</summary>
    public CorruptIndexException Damage(SectionTag tag, long offset, string detail) =>
        new(Name, _sections[(int)tag].Offset + offset, $"section {tag}: {detail}");

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private void ReadHeader(IndexFileKind kind)
    {
        if (_file.Length < IndexFileWriter.HeaderLength + IndexFileWriter.FooterLength)
        {
            throw new CorruptIndexException(Name, _file.Length, "the file is cut off");
        }

        var header = _file.Slice(0, IndexFileWriter.HeaderLength);
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != IndexFileWriter.Magic)
        {
            throw new CorruptIndexException(Name, 0, "this is no index file");
        }

        var version = BinaryPrimitives.ReadUInt16LittleEndian(header[6..]);
        if (version != IndexFileWriter.FormatVersion)
        {
            throw new IndexFormatException(Name, version, IndexFileWriter.FormatVersion);
        }

        var found = BinaryPrimitives.ReadUInt16LittleEndian(header[4..]);
        if (found != (ushort)kind)
        {
            throw new CorruptIndexException(Name, 4, $"the file is of kind {found}, not {(ushort)kind} ({kind})");
        }

        Id = BinaryPrimitives.ReadUInt64LittleEndian(header[8..]);
    }

    private void Verify()
    {
        var end = _file.Length - sizeof(ulong);
        var running = Crc32C.Initial;
        for (long at = 0; at < end; at += ChecksumStride)
        {
            running = Crc32C.Append(running, _file.Slice(at, (int)Math.Min(ChecksumStride, end - at)));
        }

        var stored = BinaryPrimitives.ReadUInt32LittleEndian(_file.Slice(end, sizeof(uint)));
        if (Crc32C.Finish(running) != stored)
        {
            throw new CorruptIndexException(Name, end, $"checksum {Crc32C.Finish(running):x8} instead of {stored:x8}");
        }
    }

    private void ReadContents()
    {
        var start = _file.Length - IndexFileWriter.FooterLength;
        var footer = _file.Slice(start, IndexFileWriter.FooterLength);
        var contents = BinaryPrimitives.ReadInt64LittleEndian(footer);
        var count = BinaryPrimitives.ReadInt32LittleEndian(footer[8..]);
        if (BinaryPrimitives.ReadUInt32LittleEndian(footer[16..]) != IndexFileWriter.Magic
            || contents < IndexFileWriter.HeaderLength || count < 0 || contents + ((long)count * IndexFileWriter.EntryLength) != start)
        {
            throw new CorruptIndexException(Name, start, "the footer makes no sense: the file is cut off or changed");
        }

        for (var i = 0; i < count; i++)
        {
            var entry = _file.Slice(contents + ((long)i * IndexFileWriter.EntryLength), IndexFileWriter.EntryLength);
            var offset = BinaryPrimitives.ReadInt64LittleEndian(entry[8..]);
            var length = BinaryPrimitives.ReadInt64LittleEndian(entry[16..]);
            if (offset < IndexFileWriter.HeaderLength || length is < 0 or > int.MaxValue || offset > contents - length)
            {
                throw new CorruptIndexException(Name, contents, $"entry {i} of the table of contents points outside the file");
            }

            if (BinaryPrimitives.ReadUInt64LittleEndian(entry) is < KnownTags and var tag)
            {
                _sections[tag] = (offset, length);
            }
        }
    }
}
