using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace PlanSearch.Corpus.Index;

/// <summary>SHA-256 over texts, each followed by LF, in UTF-8; lower-case hexadecimal.</summary>
internal static class TextDigest
{
    public static string Of(IEnumerable<string> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new ArrayBufferWriter<byte>();
        foreach (var text in texts)
        {
            buffer.ResetWrittenCount();
            Encoding.UTF8.GetBytes(text, buffer);
            hash.AppendData(buffer.WrittenSpan);
            hash.AppendData("\n"u8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
