using System.Buffers;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace PlanSearch.Plans.Reading.Formats.Packages;

/// <summary>
/// The XML parts of a ZIP package, each unpacked within bounds and looked through when it is asked for; nothing is written to disk.
/// </summary>
/// <remarks>What nobody asks for is not looked at: makers of OFD add parts that are no XML, and the plan is whole all the same.</remarks>
internal sealed class ZipParts : IDisposable
{
    /// <summary>The most entries of a package; a long plan has some hundreds.</summary>
    public const int MaxEntries = 10_000;

    /// <summary>The most bytes its XML may unpack to.</summary>
    public const int MaxUnpackedBytes = 256 << 20;

    /// <summary>
    /// How many times larger than its entry a part may be, above <see cref="FreeBytes"/>; text documents pack 1 : 10 to 1 : 40.
    /// </summary>
    public const int MaxRatio = 100;

    private const int FreeBytes = 4 << 20;

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private long _unpacked;

    private ZipParts(ZipArchive archive)
    {
        _archive = archive;
        foreach (var entry in archive.Entries)
        {
            _entries.TryAdd(NameOf(entry), entry);
        }
    }

    /// <summary>Names of all entries, those that are no XML included, with "/".</summary>
    public IEnumerable<string> Names => _entries.Keys;

    /// <summary>Whether there is an entry of that name.</summary>
    public bool Has(string name) => _entries.ContainsKey(name);

    /// <summary>
    /// The bytes of an XML part; null when there is none of that name. Names never leave the package: they are keys, not paths.
    /// </summary>
    /// <param name="name">The part.</param>
    /// <param name="treeDepth">
    /// Whoever reads it makes a tree of each element at this depth, one after the other; 0 for one who makes a tree of it all.
    /// </param>
    /// <exception cref="RefusedFileException">It is over a bound, or not whole.</exception>
    public byte[]? Find(string name, int treeDepth = 0)
    {
        if (!_entries.TryGetValue(name, out var entry))
        {
            return null;
        }

        try
        {
            var part = Unpack(entry);
            Check(name, part, treeDepth);
            return part;
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or NotSupportedException or EndOfStreamException)
        {
            throw new RefusedFileException(Damaged);
        }
    }

    /// <summary>Ends the use of the package.</summary>
    public void Dispose() => _archive.Dispose();

    /// <summary>Opens a package; the failure says why it was not done.</summary>
    public static (ZipParts? Parts, ReadFailure? Failure) Open(byte[] bytes)
    {
        try
        {
            var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count > MaxEntries)
            {
                return (null, new ReadFailure(ReadFailureCode.Unsafe, $"压缩包内有 {archive.Entries.Count} 个文件，超过上限 {MaxEntries}，没有解开。"));
            }

            return (new ZipParts(archive), null);
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException or EndOfStreamException)
        {
            return (null, Damaged);
        }
    }

    /// <summary>What the libraries say of a package that is cut off, encrypted or changed.</summary>
    private static ReadFailure Damaged { get; } = new(ReadFailureCode.Damaged, "文件已损坏或加了密，解不开；请用原来的程序打开另存后再入库。");

    private static string NameOf(ZipArchiveEntry entry) => entry.FullName.Replace('\\', '/').TrimStart('/');

    /// <summary>The bytes of an entry. What the package says of its sizes is not believed.</summary>
    private byte[] Unpack(ZipArchiveEntry entry)
    {
        var most = Math.Min(MaxUnpackedBytes - _unpacked, Math.Max(FreeBytes, entry.CompressedLength * MaxRatio));
        using var source = entry.Open();
        using var target = new MemoryStream((int)Math.Min(most, entry.Length));
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            for (int read; (read = source.Read(buffer, 0, buffer.Length)) > 0;)
            {
                if (target.Length + read > most)
                {
                    throw Unsafe($"压缩包内的 {NameOf(entry)} 解开后过大，疑为压缩炸弹，没有读取。");
                }

                target.Write(buffer, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        _unpacked += target.Length;
        return target.Length == target.Capacity ? target.GetBuffer() : target.ToArray();
    }

    /// <summary>
    /// A document type may name entities that grow or call for other files, and no plan needs one; elements nested without end break
    /// readers.
    /// </summary>
    private static void Check(string name, byte[] part, int treeDepth)
    {
        if (part.AsSpan().IndexOf("<!DOCTYPE"u8) >= 0 || part.AsSpan().IndexOf(Encoding.Unicode.GetBytes("<!DOCTYPE")) >= 0
            || part.AsSpan().IndexOf(Encoding.BigEndianUnicode.GetBytes("<!DOCTYPE")) >= 0)
        {
            throw Unsafe($"{name} 含文档类型声明（DTD），没有读取。");
        }

        var elements = 0;
        using var reader = SafeXml.Reader(part);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                ReadingBound.Depth.Hold(reader.Depth);
                elements = reader.Depth <= treeDepth ? 1 : elements + 1;
                ReadingBound.XmlElements.Hold(elements);
            }
        }
    }

    private static RefusedFileException Unsafe(string message) => new(new ReadFailure(ReadFailureCode.Unsafe, message));
}
