using System.Buffers.Binary;

namespace PlanSearch.Index.Format;

/// <summary>
/// Writes a file of sections: header, sections, table of contents, footer. Read by <see cref="IndexFileReader"/>; FORMAT.md, "Every file".
/// </summary>
/// <remarks>Sections begin at multiples of 8 bytes, so that tables of words can be read in place.</remarks>
internal sealed class IndexFileWriter
{
    /// <summary>
    /// The version written into every header, and the only one read: rises with the layout of the files and with
    /// <see cref="PlanSearch.Plans.Text.Fold.Version"/>.
    /// </summary>
    public const ushort FormatVersion = 6;

    /// <summary>"PSIX" in little-endian order.</summary>
    public const uint Magic = 0x58495350;

    /// <summary>Bytes of header: magic, kind, version, id.</summary>
    public const int HeaderLength = 16;

    /// <summary>Bytes of footer: offset of the table of contents, its entries, checksum, magic.</summary>
    public const int FooterLength = 20;

    /// <summary>Bytes of an entry of the table of contents: tag, offset and length, eight each.</summary>
    public const int EntryLength = 24;

    private readonly Stream _stream;
    private readonly List<(SectionTag Tag, long Offset, long Length)> _sections = [];
    private uint _checksum = Crc32C.Initial;
    private long _position;

    /// <summary>Begins a file with its header.</summary>
    public IndexFileWriter(Stream stream, IndexFileKind kind, ulong id)
    {
        _stream = stream;
        Span<byte> header = stackalloc byte[HeaderLength];
        BinaryPrimitives.WriteUInt32LittleEndian(header, Magic);
        BinaryPrimitives.WriteUInt16LittleEndian(header[4..], (ushort)kind);
        BinaryPrimitives.WriteUInt16LittleEndian(header[6..], FormatVersion);
        BinaryPrimitives.WriteUInt64LittleEndian(header[8..], id);
        Write(header);
    }

    /// <summary>Begins a section; the one before ends here.</summary>
    public void Begin(SectionTag tag)
    {
        EndSection();
        Span<byte> padding = stackalloc byte[7];
        padding.Clear();
        Write(padding[..(int)(-_position & 7)]);
        _sections.Add((tag, _position, 0));
    }

    /// <summary>Adds bytes to the section.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        _stream.Write(bytes);
        _checksum = Crc32C.Append(_checksum, bytes);
        _position += bytes.Length;
    }

    /// <summary>Bytes written to the section so far.</summary>
    public long SectionLength => _position - _sections[^1].Offset;

    /// <summary>Ends the file with its table of contents and footer; the stream stays open.</summary>
    public void Finish()
    {
        EndSection();
        var contents = _position;
        Span<byte> entry = stackalloc byte[EntryLength];
        foreach (var (tag, offset, length) in _sections)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(entry, (ulong)tag);
            BinaryPrimitives.WriteInt64LittleEndian(entry[8..], offset);
            BinaryPrimitives.WriteInt64LittleEndian(entry[16..], length);
            Write(entry);
        }

        Span<byte> footer = stackalloc byte[FooterLength];
        BinaryPrimitives.WriteInt64LittleEndian(footer, contents);
        BinaryPrimitives.WriteInt32LittleEndian(footer[8..], _sections.Count);
        Write(footer[..12]);
        BinaryPrimitives.WriteUInt32LittleEndian(footer[12..], Crc32C.Finish(_checksum));
        BinaryPrimitives.WriteUInt32LittleEndian(footer[16..], Magic);
        _stream.Write(footer[12..]);
    }

    private void EndSection()
    {
        if (_sections.Count > 0 && _sections[^1].Length == 0)
        {
            _sections[^1] = _sections[^1] with { Length = SectionLength };
        }
    }
}
