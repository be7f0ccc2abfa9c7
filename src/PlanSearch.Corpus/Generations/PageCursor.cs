using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PlanSearch.Index.Port;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Corpus.Generations;

/// <summary>Where a page ended: a generation of an index, the request it belongs to, and how many results came before.</summary>
/// <remarks>
/// Opaque to the client: base64url of a version byte, the generation, eight bytes of the request's SHA-256, the offset, big-endian, and
/// eight bytes of the index's identity: numbers of generations continue when an index is built anew, and mean something else.
/// </remarks>
internal static class PageCursor
{
    private const byte Version = 2;
    private const int Bytes = 1 + (4 * sizeof(long));

    /// <summary>The cursor after <paramref name="offset"/> results.</summary>
    public static string Write(IPlanSnapshot generation, string list, SearchRequest request, long offset)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        bytes[0] = Version;
        BinaryPrimitives.WriteInt64BigEndian(bytes[1..], generation.Generation);
        BinaryPrimitives.WriteInt64BigEndian(bytes[9..], Fingerprint(list, request));
        BinaryPrimitives.WriteInt64BigEndian(bytes[17..], offset);
        BinaryPrimitives.WriteInt64BigEndian(bytes[25..], IdentityOf(generation));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The generation that the cursor's pages come from; null without a cursor, or when it is none of ours.</summary>
    public static long? GenerationOf(string? cursor)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        return TryDecode(cursor, bytes) ? BinaryPrimitives.ReadInt64BigEndian(bytes[1..]) : null;
    }

    /// <summary>How many results a cursor says come before its page, whatever it belongs to; 0 for none.</summary>
    public static long OffsetOf(string? cursor)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        return TryDecode(cursor, bytes) ? Math.Max(0, BinaryPrimitives.ReadInt64BigEndian(bytes[17..])) : 0;
    }

    /// <summary>Why a cursor cannot be followed whose generation is kept no longer.</summary>
    /// <param name="generation">The cursor's.</param>
    /// <param name="newest">The one that answers now.</param>
    public static RequestFault Gone(long generation, long newest) => new(
        FaultKinds.CursorGone,
        $"这一翻页标记属于数据版本{generation}，现在是版本{newest}：规划数据已更新，旧版本过了保留时间，已经移除。请从第一页重新开始，以免前后两页来自不同版本。");

    /// <summary>
    /// How many results come before the page that the request asks for, 0 without a cursor; or why there is no such page.
    /// </summary>
    /// <param name="generation">The generation that would answer.</param>
    /// <param name="list">records or mentions: a cursor of one is none of the other.</param>
    /// <param name="request">The request.</param>
    /// <param name="total">Results there are.</param>
    public static (long Offset, RequestFault? Fault) Read(IPlanSnapshot generation, string list, SearchRequest request, long total)
    {
        if (request.Size is < 1 or > SearchRequest.MaxSize)
        {
            return (0, new RequestFault(
                FaultKinds.SizeOutOfRange, $"每页条数应在1到{SearchRequest.MaxSize.ToString(CultureInfo.InvariantCulture)}之间。"));
        }

        if (string.IsNullOrEmpty(request.Cursor))
        {
            return (0, null);
        }

        Span<byte> bytes = stackalloc byte[Bytes];
        if (!TryDecode(request.Cursor, bytes)
            || BinaryPrimitives.ReadInt64BigEndian(bytes[9..]) != Fingerprint(list, request))
        {
            return (0, new RequestFault(FaultKinds.CursorInvalid, "翻页标记无效，或不属于这一检索。请从第一页重新开始。"));
        }

        if (BinaryPrimitives.ReadInt64BigEndian(bytes[25..]) != IdentityOf(generation))
        {
            return (0, new RequestFault(FaultKinds.CursorGone, "这一翻页标记属于以前的索引，索引后来重新建成。请从第一页重新开始，以免前后两页来自不同版本。"));
        }

        if (BinaryPrimitives.ReadInt64BigEndian(bytes[1..]) != generation.Generation)
        {
            return (0, Gone(BinaryPrimitives.ReadInt64BigEndian(bytes[1..]), generation.Generation));
        }

        var offset = BinaryPrimitives.ReadInt64BigEndian(bytes[17..]);
        return offset >= 0 && offset < total
            ? (offset, null)
            : (0, new RequestFault(FaultKinds.CursorInvalid, "翻页标记超出结果范围。请从第一页重新开始。"));
    }

    private static long IdentityOf(IPlanSnapshot generation)
    {
        Span<byte> bytes = stackalloc byte[2 * sizeof(long)];
        generation.Identity.TryWriteBytes(bytes);
        return BinaryPrimitives.ReadInt64BigEndian(bytes);
    }

    private static bool TryDecode(string? cursor, Span<byte> bytes) =>
        !string.IsNullOrEmpty(cursor) && Base64Url.IsValid(cursor, out var length) && length == Bytes
        && Base64Url.TryDecodeFromChars(cursor, bytes, out _) && bytes[0] == Version;

    // Everything that decides which results there are, and in which order; the size of a page may change on the way.
    private static long Fingerprint(string list, SearchRequest request)
    {
        var text = new StringBuilder().AppendJoin('\u0001', list, request.Query, request.Mode, request.Exact, request.Order);
        foreach (var (name, selection) in request.Filters)
        {
            if (!selection.IsEmpty)
            {
                text.Append('\u0002').Append(name);
                text.Append('\u0003').AppendJoin('\u0001', selection.Included.Order(StringComparer.Ordinal));
                text.Append('\u0003').AppendJoin('\u0001', selection.Excluded.Order(StringComparer.Ordinal));
            }
        }

        if (request.Mode == QueryMode.Words)
        {
            text.Append('\u0005').AppendJoin('\u0001', request.WordsOff.Order(StringComparer.Ordinal).Prepend($"{request.WithPlaces}"));
        }

        if (request.Sample is { } sample)
        {
            text.Append('\u0004').AppendJoin('\u0001', sample.Size, sample.Seed);
        }

        return BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
