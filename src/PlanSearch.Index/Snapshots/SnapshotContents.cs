using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PlanSearch.Index.Storage;

namespace PlanSearch.Index.Snapshots;

/// <summary>
/// What a snapshot says that it holds: its first entry, in the form that <c>sha256sum -c</c> reads. FORMAT.md, "Snapshot".
/// </summary>
/// <param name="Generation">The generation it was made of.</param>
/// <param name="Files">The generation's own, then those that it names, in its order.</param>
internal sealed partial record SnapshotContents(long Generation, ImmutableArray<SnapshotFile> Files)
{
    /// <summary>The name of the entry.</summary>
    public const string Name = "SHA256SUMS";

    /// <summary>No list of a real index is longer; a longer one is not read into memory.</summary>
    public const int MaxLength = 16 << 20;

    private const int Version = 2;

    /// <summary>The bytes of the entry. Lengths are in comments, which sha256sum skips.</summary>
    public byte[] Encode()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"# PlanSearch snapshot {Version}, generation {Generation}\n");
        foreach (var file in Files)
        {
            text.Append(CultureInfo.InvariantCulture, $"# {file.Length} bytes\n{file.Digest}  {file.Name}\n");
        }

        return Encoding.ASCII.GetBytes(text.ToString());
    }

    /// <summary>Reads the entry.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="snapshot">What errors call the snapshot.</param>
    /// <exception cref="SnapshotException">It is not whole.</exception>
    /// <exception cref="IndexFormatException">Another version of the program made it.</exception>
    public static SnapshotContents Decode(ReadOnlySpan<byte> bytes, string snapshot)
    {
        var text = Encoding.ASCII.GetString(bytes);
        var head = Head().Match(text);
        if (!head.Success)
        {
            throw new SnapshotException(snapshot, "it does not begin as a snapshot of an index does");
        }

        var version = int.Parse(head.Groups["version"].Value, CultureInfo.InvariantCulture);
        if (version != Version)
        {
            throw new IndexFormatException(snapshot, version, Version);
        }

        var files = ImmutableArray.CreateBuilder<SnapshotFile>();
        var at = head.Length;
        for (var line = File().Match(text, at); line.Success; line = File().Match(text, at))
        {
            at += line.Length;
            files.Add(new SnapshotFile(
                line.Groups["name"].Value,
                long.Parse(line.Groups["length"].Value, CultureInfo.InvariantCulture),
                line.Groups["digest"].Value));
        }

        if (at != text.Length || files.Count == 0 || files.DistinctBy(file => file.Name).Count() != files.Count)
        {
            throw new SnapshotException(snapshot, $"its list of files makes no sense from character {at} on");
        }

        return new SnapshotContents(long.Parse(head.Groups["generation"].Value, CultureInfo.InvariantCulture), files.ToImmutable());
    }

    [GeneratedRegex(
        @"\A# PlanSearch snapshot (?<version>[0-9]{1,4}), generation (?<generation>[0-9]{1,18})\n", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Head();

    [GeneratedRegex(
        @"\G# (?<length>[0-9]{1,18}) bytes\n(?<digest>[0-9a-f]{64})  (?<name>generation-[0-9]{10,18}|segments_[0-9a-z]{1,13}|_[0-9a-z]{1,13}[_A-Za-z0-9]{0,60}\.[a-z0-9]{1,8})\n",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex File();
}

/// <summary>What a snapshot says of one of its files.</summary>
/// <param name="Name">Its name in the index.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Digest">Their SHA-256, in lower-case hexadecimal digits.</param>
internal sealed record SnapshotFile(string Name, long Length, string Digest);
