using System.Security.Cryptography;
using System.Text;

namespace PlanSearch.Index.Stored;

/// <summary>SHA-256 over texts, each followed by LF, in UTF-8; lower-case hexadecimal.</summary>
internal static class TextDigest
{
    /// <summary>Texts are gathered up to this many bytes: a call of the hash costs more than hashing a short line.</summary>
    private const int Gathered = 1 << 16;

    public static string Of(IEnumerable<string> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Gathered];
        var count = 0;
        foreach (var text in texts)
        {
            var most = Encoding.UTF8.GetMaxByteCount(text.Length) + 1;
            if (most > buffer.Length - count)
            {
                hash.AppendData(buffer, 0, count);
                count = 0;
                buffer = most > buffer.Length ? new byte[most] : buffer;
            }

            count += Encoding.UTF8.GetBytes(text, buffer.AsSpan(count));
            buffer[count++] = (byte)'\n';
        }

        hash.AppendData(buffer, 0, count);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
