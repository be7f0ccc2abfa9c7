using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using PlanSearch.Engine.Storage;

namespace PlanSearch.Engine.Format;

/// <summary>A segment in a generation.</summary>
/// <param name="Id">Its number; its file is named by it.</param>
/// <param name="Deleted">Numbers of its deleted documents, rising.</param>
internal sealed record ManifestSegment(ulong Id, ImmutableArray<int> Deleted)
{
    /// <summary>The name of its file.</summary>
    public string FileName => $"segment-{Id:x16}";
}

/// <summary>A generation: its segments, its schema, and what the caller gave with the commit. FORMAT.md, "Manifest".</summary>
internal sealed record Manifest(long Generation, IndexSchema Schema, ImmutableArray<ManifestSegment> Segments, ReadOnlyMemory<byte> UserData)
{
    private const string Prefix = "manifest-";

    // The last millisecond that a DateTimeOffset can say.
    private const long MaxTime = 253_402_300_799_999;

    /// <summary>When the generation was published; the beginning of 1970 where the file does not say.</summary>
    public DateTimeOffset PublishedAt { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>The name of its file.</summary>
    public string FileName => NameOf(Generation);

    /// <summary>The numbers of the generations that lie in a directory, newest first.</summary>
    public static ImmutableArray<long> Generations(IndexDirectory directory) =>
    [
        .. directory.List()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => long.TryParse(name.AsSpan(Prefix.Length), out var number) ? number : 0)
            .Where(number => number > 0)
            .OrderDescending(),
    ];

    /// <summary>Reads a generation's manifest.</summary>
    /// <exception cref="CorruptIndexException">It is damaged.</exception>
    /// <exception cref="IndexFormatException">Another version wrote it.</exception>
    public static Manifest Read(IndexDirectory directory, long generation)
    {
        using var file = IndexFileReader.Open(directory, NameOf(generation), FileKind.Manifest, verify: true);
        if (file.Id != (ulong)generation)
        {
            throw new CorruptIndexException(file.Name, 8, $"the file holds generation {file.Id}");
        }

        var schema = file.Section(SectionTag.Schema);
        var at = 0;
        var read = new IndexSchema(ReadNames(file, schema, ref at), ReadNames(file, schema, ref at), Varint.Read(schema, ref at));
        if (read.Columns.Length > IndexSchema.MaxColumns)
        {
            throw file.Damage(SectionTag.Schema, at, $"{read.Columns.Length} columns");
        }

        return new Manifest(generation, read, ReadSegments(file), file.Section(SectionTag.UserData).ToArray()) { PublishedAt = ReadTime(file) };
    }

    /// <summary>Publishes the manifest: from here on it is the newest generation.</summary>
    public void Publish(IndexDirectory directory)
    {
        directory.Publish(FileName, Write);
        directory.SyncDirectory();
    }

    /// <summary>The name of a generation's file.</summary>
    public static string NameOf(long generation) => Prefix + generation.ToString("D10", System.Globalization.CultureInfo.InvariantCulture);

    private static ImmutableArray<string> ReadNames(IndexFileReader file, ReadOnlySpan<byte> bytes, ref int at)
    {
        var count = Varint.Read(bytes, ref at);
        var names = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < count; i++)
        {
            var length = Varint.Read(bytes, ref at);
            if (length < 0 || length > bytes.Length - at)
            {
                throw file.Damage(SectionTag.Schema, at, "a name does not end within the section");
            }

            names.Add(Encoding.UTF8.GetString(bytes.Slice(at, length)));
            at += length;
        }

        return names.ToImmutable();
    }

    private static ImmutableArray<ManifestSegment> ReadSegments(IndexFileReader file)
    {
        var bytes = file.Section(SectionTag.Segments);
        var at = 0;
        var segments = ImmutableArray.CreateBuilder<ManifestSegment>();
        var count = Varint.Read(bytes, ref at);
        for (var i = 0; i < count; i++)
        {
            var (high, low) = (Varint.Read(bytes, ref at), Varint.Read(bytes, ref at));
            var deleted = ImmutableArray.CreateBuilder<int>();
            var previous = -1;
            var left = Varint.Read(bytes, ref at);
            for (; left > 0 && at < bytes.Length; left--)
            {
                previous += Varint.Read(bytes, ref at) + 1;
                deleted.Add(previous);
            }

            if (high < 0 || low < 0 || left != 0)
            {
                throw file.Damage(SectionTag.Segments, at, "the list of segments does not end within the section");
            }

            segments.Add(new ManifestSegment(((ulong)high << 31) | (uint)low, deleted.ToImmutable()));
        }

        return segments.ToImmutable();
    }

    private static DateTimeOffset ReadTime(IndexFileReader file)
    {
        if (!file.Has(SectionTag.PublishedAt))
        {
            return DateTimeOffset.UnixEpoch;
        }

        var bytes = file.Section(SectionTag.PublishedAt);
        return bytes.Length == sizeof(long) && BinaryPrimitives.ReadInt64LittleEndian(bytes) is var milliseconds and >= 0 and <= MaxTime
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : throw file.Damage(SectionTag.PublishedAt, 0, "the time makes no sense");
    }

    private void Write(Stream stream)
    {
        var file = new IndexFileWriter(stream, FileKind.Manifest, (ulong)Generation);
        var bytes = new List<byte>();
        WriteNames(bytes, Schema.Levels);
        WriteNames(bytes, Schema.Columns);
        Varint.Write(bytes, Schema.Version);
        file.Begin(SectionTag.Schema);
        file.Write(CollectionsMarshal.AsSpan(bytes));

        bytes.Clear();
        Varint.Write(bytes, Segments.Length);
        foreach (var segment in Segments)
        {
            Varint.Write(bytes, (int)(segment.Id >> 31));
            Varint.Write(bytes, (int)(segment.Id & int.MaxValue));
            Varint.Write(bytes, segment.Deleted.Length);
            var previous = -1;
            foreach (var document in segment.Deleted)
            {
                Varint.Write(bytes, document - previous - 1);
                previous = document;
            }
        }

        file.Begin(SectionTag.Segments);
        file.Write(CollectionsMarshal.AsSpan(bytes));
        file.Begin(SectionTag.UserData);
        file.Write(UserData.Span);

        Span<byte> time = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(time, PublishedAt.ToUnixTimeMilliseconds());
        file.Begin(SectionTag.PublishedAt);
        file.Write(time);
        file.Finish();
    }

    private static void WriteNames(List<byte> bytes, ImmutableArray<string> names)
    {
        Varint.Write(bytes, names.Length);
        foreach (var name in names)
        {
            var encoded = Encoding.UTF8.GetBytes(name);
            Varint.Write(bytes, encoded.Length);
            bytes.AddRange(encoded);
        }
    }
}
