using System.Text;

namespace PlanSearch.Plans.Reading;

/// <summary>Text with the encoding it was read in.</summary>
/// <param name="Text">The text without byte order mark.</param>
/// <param name="Encoding">utf-8, utf-16le, utf-16be or gb18030.</param>
/// <param name="Reason">Why that encoding, in Chinese.</param>
/// <param name="Doubt">What speaks against it, in Chinese; null when nothing does.</param>
internal sealed record DecodedText(string Text, string Encoding, string Reason, string? Doubt);

/// <summary>Finds the encoding of a file and decodes it strictly.</summary>
internal static class TextDecoder
{
    private const string ByteOrderMark = "字节顺序标记";

    // Plans are Han and ASCII; bytes read in the wrong encoding give rare Han and private characters.
    private const double MinPlausible = 0.85;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16Le = new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: false);
    private static readonly UnicodeEncoding Utf16Be = new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: false);
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "gb18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The text; null when the bytes fit no encoding that is read.</summary>
    public static DecodedText? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return TryDecode(Utf8, bytes[3..]) is { } marked ? new DecodedText(marked, "utf-8", ByteOrderMark, null) : null;
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return new DecodedText(Utf16Le.GetString(bytes[2..]), "utf-16le", ByteOrderMark, null);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return new DecodedText(Utf16Be.GetString(bytes[2..]), "utf-16be", ByteOrderMark, null);
        }

        if (Utf16ByPattern(bytes) is { } wide)
        {
            return wide;
        }

        if (TryDecode(Utf8, bytes) is { } utf8)
        {
            return new DecodedText(utf8, "utf-8", "严格 UTF-8", null);
        }

        return bytes.Contains((byte)0) || TryDecode(Gb18030, bytes) is not { } text ? null
            : new DecodedText(text, "gb18030", "不是 UTF-8，按 GB18030 可解", DoubtOf(text));
    }

    /// <summary>Whether control characters make up more of the text than a conversion leaves behind.</summary>
    public static bool LooksBinary(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\0', '\b') < 0 && text.AsSpan().IndexOfAnyInRange('\u000E', '\u001F') < 0)
        {
            return false;
        }

        var controls = 0;
        foreach (var c in text)
        {
            controls += c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\v') ? 1 : 0;
        }

        return controls > 0 && controls * 50L > text.Length;
    }

    // Without a mark, UTF-16 shows by the zero bytes of its ASCII characters: line ends, digits and blanks all are at one parity.
    private static DecodedText? Utf16ByPattern(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % 2 != 0 || !bytes.Contains((byte)0))
        {
            return null;
        }

        var (even, odd) = (0, 0);
        for (var i = 0; i < bytes.Length; i += 2)
        {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }

        if (Math.Min(even, odd) * 8 > Math.Max(even, odd))
        {
            return null;
        }

        var isLittle = odd > even;
        var text = (isLittle ? Utf16Le : Utf16Be).GetString(bytes);
        return Plausibility(text) < MinPlausible ? null
            : new DecodedText(text, isLittle ? "utf-16le" : "utf-16be", "零字节的分布", null);
    }

    private static string? DoubtOf(string text) =>
        Plausibility(text) is var share && share < MinPlausible ? $"按 GB18030 解出的文字中常见字只占 {share:P0}，编码可能不对。" : null;

    private static double Plausibility(string text)
    {
        var (likely, all) = (0, 0);
        foreach (var c in text)
        {
            all++;
            likely += c is (>= ' ' and <= '~') or '\t' or '\n' or '\r' or (>= '\u3000' and <= '\u303F') or (>= '\uFF01' and <= '\uFF5E')
                or (>= '\u2010' and <= '\u2027') or (>= '\u4E00' and <= '\u9FA5') ? 1 : 0;
        }

        return all == 0 ? 1 : (double)likely / all;
    }

    private static string? TryDecode(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
