using System.Collections.Immutable;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;
using PlanSearch.Index.Stored.Bytes;

namespace PlanSearch.Index.Tests.Stored.Bytes;

public sealed class ManifestCodecTests
{
    private static readonly CorpusManifest Manifest = new(
        new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero),
        "abc",
        ["/plans"],
        [new NotSearched("扫描件.pdf", "不支持")],
        ["正文相同：a、b。"],
        ImmutableSortedDictionary<string, string>.Empty.Add("parser", "1"))
    {
        FailureRoots = ["/plans"],
    };

    [Fact]
    public void Decode_Encoded_GivesTheManifest()
    {
        var read = ManifestCodec.Decode(ManifestCodec.Encode(Manifest));

        Assert.Equal(Manifest.BuiltAt, read.BuiltAt);
        Assert.Equal(Manifest.Digest, read.Digest);
        Assert.Equal<string>(Manifest.Roots, read.Roots);
        Assert.Equal<NotSearched>(Manifest.Failures, read.Failures);
        Assert.Equal<string>(Manifest.FailureRoots, read.FailureRoots);
        Assert.Equal<string>(Manifest.Warnings, read.Warnings);
        Assert.Equal(Manifest.Versions, read.Versions);
    }

    [Fact]
    public void Decode_CutAtAnyByte_SaysCorrupt()
    {
        var bytes = ManifestCodec.Encode(Manifest);

        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<IndexDamagedException>(() => ManifestCodec.Decode(bytes.AsSpan(0, length)));
        }
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"builtAt":"2026-01-01T00:00:00Z","digest":"","roots":null,"failures":[],"warnings":[],"versions":{}}""")]
    public void Decode_OtherJson_SaysCorrupt(string json) =>
        Assert.Throws<IndexDamagedException>(() => ManifestCodec.Decode(System.Text.Encoding.UTF8.GetBytes(json)));
}
