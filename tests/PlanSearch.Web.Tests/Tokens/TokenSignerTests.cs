using PlanSearch.Corpus.Scopes;
using PlanSearch.Web.Tokens;

namespace PlanSearch.Web.Tests.Tokens;

public sealed class TokenSignerTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef";
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly TokenSigner Signer = new([Secret]);

    private static readonly ScopeToken Full = new(PlanScope.Of([new("region", ["岚江省/临漪市"]), new("level", ["-县级", "市级"])]).Value!)
    {
        Title = "临漪规划 <&\"> 检索",
        Theme = "dark",
        Audience = ["https://portal.example", "http://oa.example:8080"],
        Expires = Now.AddDays(90),
    };

    [Fact]
    public void Read_OfWhatWasSigned_IsTheSame()
    {
        var read = Signer.Read(Signer.Sign(Full), Now).Value!;

        Assert.Equal(Full.Scope.Key, read.Scope.Key);
        Assert.Equal((Full.Title, Full.Theme, Full.Expires), (read.Title, read.Theme, read.Expires));
        Assert.Equal(Full.Audience.AsEnumerable(), read.Audience);
        Assert.Null(Signer.Read(Signer.Sign(new ScopeToken(Full.Scope)), Now).Value!.Expires);
    }

    // Base64 has bits that decode to nothing: a flip there is another token all the same.
    [Fact]
    public void Read_AnyBitOfAnyPartFlipped_IsInvalid()
    {
        var token = Signer.Sign(Full);
        Assert.Equal(3, token.Split('.').Length);
        for (var at = 0; at < token.Length; at++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var flipped = token[..at] + (char)(token[at] ^ (1 << bit)) + token[(at + 1)..];
                Assert.Equal(TokenSigner.InvalidCode, Signer.Read(flipped, Now).Fault?.Code);
            }
        }
    }

    [Fact]
    public void Read_CutAnywhereOrLengthened_IsInvalid()
    {
        var token = Signer.Sign(Full);
        Assert.All(
            Enumerable.Range(0, token.Length),
            length => Assert.Equal(TokenSigner.InvalidCode, Signer.Read(token[..length], Now).Fault?.Code));
        Assert.All((string[])[token + "A", token + "=", token + ".", token + " ", " " + token, token + token, token.ToUpperInvariant()],
            longer => Assert.Equal(TokenSigner.InvalidCode, Signer.Read(longer, Now).Fault?.Code));
    }

    [Fact]
    public void Read_PartsOfTwoTokens_AreInvalidTogether()
    {
        var (one, other) = (Signer.Sign(Full).Split('.'), Signer.Sign(Full with { Expires = null }).Split('.'));

        Assert.NotNull(Signer.Read(string.Join('.', one), Now).Value);
        Assert.Equal(TokenSigner.InvalidCode, Signer.Read($"{one[0]}.{one[1]}.{other[2]}", Now).Fault?.Code);
        Assert.Equal(TokenSigner.InvalidCode, Signer.Read($"{one[0]}.{other[1]}.{one[2]}", Now).Fault?.Code);
    }

    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, TokenSigner.ExpiredCode)]
    [InlineData(1, TokenSigner.ExpiredCode)]
    public void Read_AroundItsLastSecond_IsExpiredFromItOn(int seconds, string? code) =>
        Assert.Equal(code, Signer.Read(Signer.Sign(Full), Full.Expires!.Value.AddSeconds(seconds)).Fault?.Code);

    [Fact]
    public void Read_AfterASecretWasPutInFront_StillHoldsUntilTheOldOneGoes()
    {
        const string Newer = "fedcba9876543210fedcba9876543210";
        var token = Signer.Sign(Full);

        Assert.NotNull(new TokenSigner([Newer, Secret]).Read(token, Now).Value);
        Assert.Equal(TokenSigner.InvalidCode, new TokenSigner([Newer]).Read(token, Now).Fault?.Code);
        Assert.NotNull(new TokenSigner([Newer]).Read(new TokenSigner([Newer, Secret]).Sign(Full), Now).Value);
    }

    [Fact]
    public void Read_WithoutASecret_IsInvalidAndNothingCanBeSigned()
    {
        Assert.Equal(TokenSigner.InvalidCode, new TokenSigner([]).Read(Signer.Sign(Full), Now).Fault?.Code);
        Assert.Throws<InvalidOperationException>(() => new TokenSigner([]).Sign(Full));
        Assert.Throws<ArgumentException>(() => new TokenSigner(["short"]));
    }

    // A payload of ours under a right mac, but none of a token: an older program's, or a hand that has the secret.
    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"scope\":{}}")]
    [InlineData("{\"scope\":{\"part\":[\"专栏\"]}}")]
    [InlineData("{\"scope\":{\"region\":[]}}")]
    [InlineData("{\"scope\":{\"region\":[\"a\"]},\"expires\":99999999999999999}")]
    [InlineData("not json")]
    public void Read_SignedNonsense_IsInvalid(string payload)
    {
        var signed = TokenSigner.Prefix + System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(payload));
        var mac = System.Security.Cryptography.HMACSHA256.HashData(
            System.Text.Encoding.UTF8.GetBytes(Secret), System.Text.Encoding.UTF8.GetBytes(signed));

        Assert.Equal(
            TokenSigner.InvalidCode, Signer.Read($"{signed}.{System.Buffers.Text.Base64Url.EncodeToString(mac)}", Now).Fault?.Code);
    }

    [Theory]
    [InlineData("https://portal.example", true)]
    [InlineData("HTTPS://Portal.example", true)]
    [InlineData("https://portal.example.evil.test", false)]
    [InlineData("http://portal.example", false)]
    [InlineData("null", false)]
    public void IsFor_Origin_IsComparedWhole(string origin, bool isFor) => Assert.Equal(isFor, Full.IsFor(origin));
}
