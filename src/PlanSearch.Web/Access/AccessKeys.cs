using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;
using PlanSearch.Web.Hosting;

namespace PlanSearch.Web.Access;

/// <summary>Decides what a key opens. Keys are compared by their digests in constant time and are never logged.</summary>
internal sealed class AccessKeys(HostSettings settings)
{
    /// <summary>Why nobody may write where no key for it is set.</summary>
    public const string NoWriting = "本站没有开放修改：没有设置录入密钥（PlanSearch:WriteKeys）。";

    private readonly ImmutableArray<byte[]> _read = [.. settings.ReadKeys.Select(DigestOf)];
    private readonly ImmutableArray<byte[]> _write = [.. settings.WriteKeys.Select(DigestOf)];

    /// <summary>Whether reading needs a key.</summary>
    public bool IsReadingKeyed => !_read.IsEmpty;

    /// <summary>Whether anyone may write at all.</summary>
    public bool IsWritingOn => !_write.IsEmpty;

    /// <summary>Whether a key opens reading; any, and none, does where reading is open.</summary>
    public bool MayRead(string? key) => !IsReadingKeyed || IsOneOf(_read, key) | IsOneOf(_write, key);

    /// <summary>Whether a key opens writing.</summary>
    public bool MayWrite(string? key) => IsOneOf(_write, key);

    /// <summary>The key a request carries in <c>Authorization: Bearer</c> or <c>X-Api-Key</c>; null when there is none.</summary>
    public static string? Of(HttpRequest request) =>
        Credentials(request, "Bearer")
            ?? (StringValues.IsNullOrEmpty(request.Headers["X-Api-Key"]) ? null : request.Headers["X-Api-Key"].ToString());

    /// <summary>The same, or the password a browser asked its user for.</summary>
    /// <remarks>For reading only: a browser sends a password along with requests that another site has made it send.</remarks>
    public static string? OfReader(HttpRequest request)
    {
        if (Of(request) is { } key)
        {
            return key;
        }

        var buffer = new byte[256];
        return Credentials(request, "Basic") is { } basic && Convert.TryFromBase64String(basic, buffer, out var length)
            && Encoding.UTF8.GetString(buffer, 0, length).Split(':', 2) is [_, var password]
            ? password
            : null;
    }

    private static string? Credentials(HttpRequest request, string scheme) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
            && header.Scheme.Equals(scheme, StringComparison.OrdinalIgnoreCase)
            ? header.Parameter
            : null;

    // Every key is looked at, also after one has fitted: the time says nothing.
    private static bool IsOneOf(ImmutableArray<byte[]> keys, string? key)
    {
        var digest = DigestOf(key ?? "");
        var isOne = false;
        foreach (var known in keys)
        {
            isOne |= CryptographicOperations.FixedTimeEquals(known, digest);
        }

        return isOne & key is not null;
    }

    private static byte[] DigestOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
