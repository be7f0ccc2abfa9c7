using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Clips;

/// <summary>A folder as a word of an address: its file, deflated, in base64url, behind a version and a check.</summary>
/// <remarks>Shape: a byte for the version, <see cref="CheckBytes"/> of the SHA-256 of the file, the deflated file.</remarks>
public static class ClipLink
{
    /// <summary>
    /// The longest code that goes into an address or is kept by a browser, which keeps 4,096 bytes. A folder over it goes by form or file.
    /// </summary>
    public const int MaxLength = 3_900;

    private const byte Version = 1;
    private const int CheckBytes = 4;
    private const int HeadBytes = 1 + CheckBytes;

    /// <summary>The code of a folder, however long; empty for an empty folder.</summary>
    public static string Write(ClipFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (folder.IsEmpty)
        {
            return "";
        }

        var file = ClipFile.Write(folder, isCompact: true);
        using var code = new MemoryStream();
        code.WriteByte(Version);
        code.Write(CheckOf(file));
        using (var deflate = new DeflateStream(code, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            deflate.Write(file);
        }

        return Base64Url.EncodeToString(code.GetBuffer().AsSpan(0, (int)code.Length));
    }

    /// <summary>The folder of a code; an empty code is an empty folder. Throws on no text.</summary>
    public static Outcome<ClipFolder> Read(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (code.Length == 0)
        {
            return ClipFolder.Empty;
        }

        if (!Base64Url.IsValid(code) || Base64Url.DecodeFromChars(code) is not { Length: > HeadBytes } bytes)
        {
            return Broken();
        }

        if (bytes[0] != Version)
        {
            return new RequestFault(FaultKinds.ClipsVersion, "摘录夹链接来自别的版本，本程序读不懂；请打开保存的文件。");
        }

        return Inflate(bytes) is { } file && CheckOf(file).SequenceEqual(bytes.AsSpan(1, CheckBytes)) ? ClipFile.Read(file) : Broken();
    }

    private static ReadOnlySpan<byte> CheckOf(byte[] file) => SHA256.HashData(file).AsSpan(0, CheckBytes);

    // Bounded: a few bytes can say that millions follow.
    private static byte[]? Inflate(byte[] bytes)
    {
        try
        {
            using var inflate = new DeflateStream(new MemoryStream(bytes, HeadBytes, bytes.Length - HeadBytes), CompressionMode.Decompress);
            var file = new byte[ClipFile.MaxBytes + 1];
            var length = inflate.ReadAtLeast(file, file.Length, throwOnEndOfStream: false);
            return length <= ClipFile.MaxBytes ? file[..length] : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static RequestFault Broken() => new(FaultKinds.ClipsLinkBroken, "摘录夹链接不完整或已损坏。请重新复制完整的链接，或打开保存的文件。");
}
