using System.Buffers;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace PlanSearch.Plans.Reading.Formats.Packages;

/// <summary>The XML parts of a ZIP package, unpacked within bounds and looked through; nothing is written to disk.</summary>
internal sealed class ZipParts
{
    /// <summary>The most entries of a package; a long plan has some hundreds.</summary>
    public const int MaxEntries = 10_000;

    /// <summary>The most bytes its XML may unpack to.</summary>
    public const int MaxUnpackedBytes = 256 << 20;

    /// <summary>How many times larger than its entry a part may be, above <see cref="FreeBytes"/>; repetitive XML packs 1 : 100.</summary>
    public const int MaxRatio = 400;

    private const int FreeBytes = 4 << 20;
    private const int MaxDepth = 200;

    private readonly Dictionary<string, byte[]> _parts = new(StringComparer.OrdinalIgnoreCase);

    private ZipParts()
    {
    }

    /// <summary>Names of all entries, those that are no XML included, with "/".</summary>
    public IReadOnlySet<string> Names { get; private init; } = new HashSet<string>();

    /// <summary>The bytes of an XML part; null when there is none of that name. Names never leave the package: they are keys, not paths.</summary>
    public byte[]? Find(string name) => _parts.GetValueOrDefault(name);

    /// <summary>Unpacks; the failure says why it was not done.</summary>
    public static (ZipParts? Parts, ReadFailure? Failure) Open(byte[] bytes)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count > MaxEntries)
            {
                return (null, new ReadFailure(ReadFailureCode.Unsafe, $"压缩包内有 {archive.Entries.Count} 个文件，超过上限 {MaxEntries}，没有解开。"));
            }

            var parts = new ZipParts { Names = archive.Entries.Select(entry => NameOf(entry)).ToHashSet(StringComparer.OrdinalIgnoreCase) };
            return parts.Unpack(archive) is { } failure ? (null, failure) : (parts, null);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or NotSupportedException or EndOfStreamException)
        {
            // What the libraries say of a package that is cut off, encrypted or changed.
            return (null, new ReadFailure(ReadFailureCode.Damaged, "文件已损坏或加了密，解不开；请用原来的程序打开另存后再入库。"));
        }
    }

    private static string NameOf(ZipArchiveEntry entry) => entry.FullName.Replace('\\', '/').TrimStart('/');

    private ReadFailure? Unpack(ZipArchive archive)
    {
        long total = 0;
        foreach (var entry in archive.Entries.Where(IsXml))
        {
            var most = Math.Min(MaxUnpackedBytes - total, Math.Max(FreeBytes, entry.CompressedLength * MaxRatio));
            if (Unpack(entry, most) is not { } part)
            {
                return new ReadFailure(ReadFailureCode.Unsafe, $"压缩包内的 {NameOf(entry)} 解开后过大，疑为压缩炸弹，没有读取。");
            }

            total += part.Length;
            if (FaultOf(part) is { } fault)
            {
                return new ReadFailure(ReadFailureCode.Unsafe, $"{NameOf(entry)} {fault}，没有读取。");
            }

            _parts.TryAdd(NameOf(entry), part);
        }

        return null;
    }

    private static bool IsXml(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    /// <summary>The bytes of an entry; null when there are more of them. What the package says of its sizes is not believed.</summary>
    private static byte[]? Unpack(ZipArchiveEntry entry, long most)
    {
        using var source = entry.Open();
        using var target = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            for (int read; (read = source.Read(buffer, 0, buffer.Length)) > 0;)
            {
                if (target.Length + read > most)
                {
                    return null;
                }

                target.Write(buffer, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return target.ToArray();
    }

    /// <summary>A document type may name entities that grow or call for other files, and no plan needs one; elements nested without end break readers.</summary>
    private static string? FaultOf(byte[] part)
    {
        if (part.AsSpan().IndexOf("<!DOCTYPE"u8) >= 0 || part.AsSpan().IndexOf(Encoding.Unicode.GetBytes("<!DOCTYPE")) >= 0
            || part.AsSpan().IndexOf(Encoding.BigEndianUnicode.GetBytes("<!DOCTYPE")) >= 0)
        {
            return "含文档类型声明（DTD）";
        }

        using var reader = SafeXml.Reader(part);
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth)
            {
                return "嵌套过深";
            }
        }

        return null;
    }
}
