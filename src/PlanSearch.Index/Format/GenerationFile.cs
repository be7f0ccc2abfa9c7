using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using PlanSearch.Index.Storage;

namespace PlanSearch.Index.Format;

/// <summary>What a generation is: a commit of Lucene, all its files, and what the caller gave with it. FORMAT.md, "Generation".</summary>
/// <remarks>
/// The file under its final name is the commit: what Lucene wrote before it was named counts for nothing. The same bytes, without the
/// files, are the commit data of Lucene's <c>segments_N</c>, so that a commit whose file could not be written any more can be finished by
/// the next writer.
/// </remarks>
/// <param name="Number">Its number, from 1; 0 says that the folder is an index without any generation yet.</param>
/// <param name="Identity">That of the index: kept over its commits, another one for an index that is built anew.</param>
/// <param name="Schema">Levels and columns.</param>
/// <param name="Files">The files, <c>segments_N</c> first.</param>
/// <param name="UserData">What the caller gave with the commit.</param>
internal sealed record GenerationFile(
    long Number, Guid Identity, IndexSchema Schema, ImmutableArray<CommitFile> Files, ReadOnlyMemory<byte> UserData)
{
    /// <summary>What the name of every such file begins with.</summary>
    public const string Prefix = "generation-";

    private const int IdentityLength = 16;

    // The last millisecond that a DateTimeOffset can say.
    private const long MaxTime = 253_402_300_799_999;

    /// <summary>When it was published.</summary>
    public DateTimeOffset PublishedAt { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>What its file is called: the prefix and the number in ten digits.</summary>
    public string FileName => NameOf(Number);

    /// <summary>The name of Lucene's file of the commit.</summary>
    public string SegmentsFile => Files[0].Name;

    /// <summary>The name of a generation's file.</summary>
    public static string NameOf(long number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number:D10}");

    /// <summary>The numbers of the generations that lie in a directory, newest first; 0 last where the index was only begun.</summary>
    public static ImmutableArray<long> Numbers(IndexDirectory directory) => NumbersOf(directory, Prefix);

    /// <summary>The numbers of the files that are named by one behind a prefix, largest first.</summary>
    public static ImmutableArray<long> NumbersOf(IndexDirectory directory, string prefix) =>
    [
        .. directory.List()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(
                name => long.TryParse(name.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : -1)
            .Where(number => number >= 0)
            .OrderDescending(),
    ];

    /// <summary>Reads a generation's file.</summary>
    /// <exception cref="CorruptIndexException">It is damaged.</exception>
    /// <exception cref="IndexFormatException">Another version wrote it.</exception>
    public static GenerationFile Read(IndexDirectory directory, long number)
    {
        using var file = IndexFileReader.Open(directory, NameOf(number), IndexFileKind.Generation, verify: true);
        return file.Id == (ulong)number
            ? Read(file)
            : throw new CorruptIndexException(file.Name, 8, $"the file holds generation {file.Id}");
    }

    /// <summary>Reads what <see cref="Encode"/> made.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="name">What errors call them.</param>
    /// <exception cref="CorruptIndexException">They are damaged.</exception>
    /// <exception cref="IndexFormatException">Another version wrote them.</exception>
    public static GenerationFile Decode(byte[] bytes, string name)
    {
        using var file = IndexFileReader.Open(new MemoryIndexFile(bytes), name, IndexFileKind.Generation);
        return Read(file);
    }

    /// <summary>The same bytes as the published file has, in memory.</summary>
    public byte[] Encode()
    {
        using var stream = new MemoryStream();
        Write(stream);
        return stream.ToArray();
    }

    /// <summary>Writes the file, synced: from here on it is the newest generation.</summary>
    /// <exception cref="IndexWriteException">It cannot be written.</exception>
    public void Publish(IndexDirectory directory)
    {
        directory.Publish(FileName, Write);
        directory.SyncDirectory();
    }

    private static GenerationFile Read(IndexFileReader file)
    {
        var schema = file.Section(SectionTag.Schema);
        var at = 0;
        var read = new IndexSchema(ReadNames(file, schema, ref at), ReadNames(file, schema, ref at), Varint.Read(schema, ref at));
        if (read.Columns.Length > IndexSchema.MaxColumns)
        {
            throw file.Damage(SectionTag.Schema, at, $"{read.Columns.Length} columns");
        }

        var identity = file.Section(SectionTag.Identity);
        if (identity.Length != IdentityLength)
        {
            throw file.Damage(SectionTag.Identity, 0, $"{identity.Length} bytes instead of {IdentityLength}");
        }

        return new GenerationFile((long)file.Id, new Guid(identity), read, ReadFiles(file), file.Section(SectionTag.UserData).ToArray())
        {
            PublishedAt = ReadTime(file),
        };
    }

    private static ImmutableArray<string> ReadNames(IndexFileReader file, ReadOnlySpan<byte> bytes, ref int at)
    {
        var count = Varint.Read(bytes, ref at);
        var names = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < count; i++)
        {
            names.Add(ReadName(file, SectionTag.Schema, bytes, ref at));
        }

        return names.ToImmutable();
    }

    private static string ReadName(IndexFileReader file, SectionTag section, ReadOnlySpan<byte> bytes, ref int at)
    {
        var length = Varint.Read(bytes, ref at);
        if (length < 0 || length > bytes.Length - at)
        {
            throw file.Damage(section, at, "a name does not end within the section");
        }

        at += length;
        return Encoding.UTF8.GetString(bytes.Slice(at - length, length));
    }

    private static ImmutableArray<CommitFile> ReadFiles(IndexFileReader file)
    {
        var bytes = file.Section(SectionTag.CommitFiles);
        var at = 0;
        var files = ImmutableArray.CreateBuilder<CommitFile>();
        for (var left = Varint.Read(bytes, ref at); left > 0; left--)
        {
            var name = ReadName(file, SectionTag.CommitFiles, bytes, ref at);
            if (bytes.Length - at < sizeof(long) + sizeof(uint))
            {
                throw file.Damage(SectionTag.CommitFiles, at, "the list of files does not end within the section");
            }

            files.Add(
                new CommitFile(
                    name,
                    BinaryPrimitives.ReadInt64LittleEndian(bytes[at..]),
                    BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + sizeof(long))..])));
            at += sizeof(long) + sizeof(uint);
        }

        return files.ToImmutable();
    }

    private static DateTimeOffset ReadTime(IndexFileReader file)
    {
        var bytes = file.Section(SectionTag.PublishedAt);
        return bytes.Length == sizeof(long) && BinaryPrimitives.ReadInt64LittleEndian(bytes) is var milliseconds and >= 0 and <= MaxTime
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : throw file.Damage(SectionTag.PublishedAt, 0, "the time makes no sense");
    }

    private void Write(Stream stream)
    {
        var file = new IndexFileWriter(stream, IndexFileKind.Generation, (ulong)Number);
        file.Begin(SectionTag.Identity);
        Span<byte> fixedWidth = stackalloc byte[IdentityLength];
        Identity.TryWriteBytes(fixedWidth);
        file.Write(fixedWidth);

        var bytes = new List<byte>();
        WriteNames(bytes, Schema.Levels);
        WriteNames(bytes, Schema.Columns);
        Varint.Write(bytes, Schema.Version);
        file.Begin(SectionTag.Schema);
        file.Write(CollectionsMarshal.AsSpan(bytes));

        bytes.Clear();
        Varint.Write(bytes, Files.Length);
        foreach (var (name, length, checksum) in Files)
        {
            WriteName(bytes, name);
            BinaryPrimitives.WriteInt64LittleEndian(fixedWidth, length);
            BinaryPrimitives.WriteUInt32LittleEndian(fixedWidth[sizeof(long)..], checksum);
            bytes.AddRange(fixedWidth[..(sizeof(long) + sizeof(uint))]);
        }

        file.Begin(SectionTag.CommitFiles);
        file.Write(CollectionsMarshal.AsSpan(bytes));
        file.Begin(SectionTag.UserData);
        file.Write(UserData.Span);

        BinaryPrimitives.WriteInt64LittleEndian(fixedWidth, PublishedAt.ToUnixTimeMilliseconds());
        file.Begin(SectionTag.PublishedAt);
        file.Write(fixedWidth[..sizeof(long)]);
        file.Finish();
    }

    private static void WriteNames(List<byte> bytes, ImmutableArray<string> names)
    {
        Varint.Write(bytes, names.Length);
        foreach (var name in names)
        {
            WriteName(bytes, name);
        }
    }

    private static void WriteName(List<byte> bytes, string name)
    {
        var encoded = Encoding.UTF8.GetBytes(name);
        Varint.Write(bytes, encoded.Length);
        bytes.AddRange(encoded);
    }
}
