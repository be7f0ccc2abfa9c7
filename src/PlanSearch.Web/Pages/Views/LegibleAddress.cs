using System.Buffers;
using System.Globalization;
using System.Text;

namespace PlanSearch.Web.Pages.Views;

/// <summary>
/// An address as a page writes it: Han characters and their punctuation as they are. A page of UTF-8 may; a header and a feed may not.
/// </summary>
/// <remarks>Percent-encoded a Han character takes nine bytes, as it is three, and a page of hits says its query a hundred times.</remarks>
internal static class LegibleAddress
{
    /// <summary>The same address. What is not a Han character, or not UTF-8, stays encoded.</summary>
    public static string Of(string address)
    {
        var at = address.IndexOf("%E", StringComparison.Ordinal);
        if (at < 0)
        {
            return address;
        }

        var legible = new StringBuilder(address, 0, at, address.Length);
        while (at < address.Length)
        {
            if (address[at] == '%' && HanAt(address, at) is { } character)
            {
                legible.Append(character);
                at += EncodedLength;
            }
            else
            {
                legible.Append(address[at++]);
            }
        }

        return legible.ToString();
    }

    // Three bytes, as "%E8%90%A5".
    private const int EncodedLength = 9;

    private static char? HanAt(string address, int at)
    {
        if (at + EncodedLength > address.Length || address[at + 1] != 'E' || address[at + 3] != '%' || address[at + 6] != '%')
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[3];
        for (var number = 0; number < bytes.Length; number++)
        {
            if (!byte.TryParse(
                address.AsSpan(at + 3 * number + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bytes[number]))
            {
                return null;
            }
        }

        return Rune.DecodeFromUtf8(bytes, out var rune, out var length) == OperationStatus.Done
            && length == bytes.Length
            && rune.Value is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x3001 and <= 0x3011) or (>= 0xFF01 and <= 0xFF5E)
            ? (char)rune.Value
            : null;
    }
}
