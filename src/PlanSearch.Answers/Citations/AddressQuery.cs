using System.Buffers.Text;
using System.Runtime.InteropServices;

namespace PlanSearch.Answers.Citations;

/// <summary>
/// A query in an address: as it is while it is short, else as a code. Percent-encoding takes nine characters for a Han character, the code
/// takes less than three.
/// </summary>
/// <remarks>
/// The code is the query in UTF-16, little-endian, in base64url: of the longest query it is 5,334 characters, and proxies take addresses of
/// 8,000.
/// </remarks>
public static class AddressQuery
{
    /// <summary>The parameter of a query as it is, and that of its code.</summary>
    public const string Plain = "q", Code = "qcode";

    /// <summary>The longest query that is in an address as it is.</summary>
    public const int MaxPlainLength = 400;

    /// <summary>
    /// The parameter by which an address says a query: as it is up to <see cref="MaxPlainLength"/> code units, else its code.
    /// </summary>
    public static KeyValuePair<string, string?> Of(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        // Not by an encoding: half of a pair of surrogates is a query too.
        return query.Length <= MaxPlainLength
            ? new(Plain, query)
            : new(Code, Base64Url.EncodeToString(MemoryMarshal.AsBytes(query.AsSpan())));
    }

    /// <summary>The query of a code; null when it is none.</summary>
    public static string? Read(string code) =>
        Base64Url.IsValid(code) && Base64Url.DecodeFromChars(code) is { Length: var length } bytes && length % sizeof(char) == 0
            ? new string(MemoryMarshal.Cast<byte, char>(bytes))
            : null;
}
