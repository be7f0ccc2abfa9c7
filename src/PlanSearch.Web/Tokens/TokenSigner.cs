using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Web.Tokens;

/// <summary>Scope tokens as text: <c>ps1.payload.mac</c>, base64url, the mac an HMAC-SHA256 over all before it.</summary>
/// <remarks>
/// Nothing of a token is read before its mac has been compared, in constant time, with that of every secret. Safe for any number of
/// threads.
/// </remarks>
public sealed class TokenSigner
{
    /// <summary>Fewer characters would make no secret.</summary>
    public const int LeastSecretLength = 32;

    /// <summary>The longest token; an address must hold it.</summary>
    public const int MaxLength = 4_096;

    /// <summary>What every token begins with, so that it is told from a key.</summary>
    public const string Prefix = "ps1.";

    /// <summary>The code of a token that is none of ours, whatever is wrong with it.</summary>
    public const string InvalidCode = FaultKinds.TokenInvalid;

    /// <summary>The code of one whose time is over.</summary>
    public const string ExpiredCode = FaultKinds.TokenExpired;

    private readonly ImmutableArray<byte[]> _secrets;

    /// <param name="secrets">
    /// The first signs, all of them verify, so that one can take another's place without a day on which neither holds; may be empty.
    /// </param>
    /// <exception cref="ArgumentException">One is shorter than <see cref="LeastSecretLength"/>.</exception>
    public TokenSigner(ImmutableArray<string> secrets)
    {
        if (secrets.Any(secret => secret.Length < LeastSecretLength))
        {
            throw new ArgumentException($"A secret has at least {LeastSecretLength} characters.", nameof(secrets));
        }

        _secrets = [.. secrets.Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>The token as text.</summary>
    /// <exception cref="InvalidOperationException">There is no secret.</exception>
    public string Sign(ScopeToken token)
    {
        if (_secrets.IsEmpty)
        {
            throw new InvalidOperationException("There is no secret to sign with.");
        }

        var signed = Prefix + Base64Url.EncodeToString(TokenPayload.Write(token));
        return $"{signed}.{MacOf(_secrets[0], signed)}";
    }

    /// <summary>The token a text stands for, or why it opens nothing.</summary>
    /// <param name="text">As it came.</param>
    /// <param name="now">Decides whether its time is over.</param>
    public Outcome<ScopeToken> Read(string text, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(text);
        var end = text.LastIndexOf('.');
        if (text.Length > MaxLength
            || !text.StartsWith(Prefix, StringComparison.Ordinal)
            || end < Prefix.Length
            || !IsSigned(text[..end], text[(end + 1)..]))
        {
            return Invalid();
        }

        return TokenPayload.Read(text[Prefix.Length..end]) is not { } token ? Invalid()
            : token.Expires <= now ? new RequestFault(ExpiredCode, "令牌已过期，请向门户的管理员索取新的。")
            : token;
    }

    private static RequestFault Invalid() => new(InvalidCode, "令牌无效：不是本站签发的，或被改动过。");

    // The text of the mac is compared, not its bytes: base64 has several texts for the same bytes. Every secret is tried, also after one
    // has fitted.
    private bool IsSigned(string signed, string mac)
    {
        var given = Encoding.UTF8.GetBytes(mac);
        var isSigned = false;
        foreach (var secret in _secrets)
        {
            isSigned |= CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(MacOf(secret, signed)), given);
        }

        return isSigned;
    }

    private static string MacOf(byte[] secret, string signed) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(signed)));
}
