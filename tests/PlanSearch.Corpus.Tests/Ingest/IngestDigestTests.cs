using System.Text;
using PlanSearch.Corpus.Ingest;
using PlanSearch.TestSupport;

namespace PlanSearch.Corpus.Tests.Ingest;

/// <summary>What the digest of a collection depends on, and what not.</summary>
public sealed class IngestDigestTests : IDisposable
{
    private readonly IngestFolder _folder = new();

    [Fact]
    public void Run_OtherEncodingsAndLineEnds_GiveTheSameDigest()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = IngestFolder.PlanText("养鱼、种藕，建设滨湖新区，年均增长百分之六，规划期为五年");
        Encoding[] encodings =
        [
            new UTF8Encoding(false), new UTF8Encoding(
                true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true), Encoding.GetEncoding("GB18030"),
        ];
        var digests = new HashSet<string>();
        foreach (var encoding in encodings)
        {
            foreach (var end in new[] { "\n", "\r\n", "\r" })
            {
                _folder.Write("甲.txt", [.. encoding.GetPreamble(), .. encoding.GetBytes(text.Replace("\n", end))]);
                Assert.Empty(_folder.Run().Failures);
                digests.Add(_folder.Manifest.Digest);
            }
        }

        Assert.Single(digests);
    }

    [Fact]
    public void Run_TextOrMetadataChanged_ChangesTheDigest()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        var first = _folder.Manifest.Digest;
        _folder.Write("甲.txt", "养蟹");
        _folder.Run();
        var second = _folder.Manifest.Digest;
        _folder.WriteAt("plans/甲.meta.yaml", "issuer: 霁湖区人民政府\n");
        _folder.Run();

        Assert.Equal(3, new[] { first, second, _folder.Manifest.Digest }.Distinct().Count());
    }

    [Fact]
    public void Run_Digest_IsThatOfTheStoredPlans()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Write("乙.txt", "种藕");
        _folder.Run();
        _folder.Write("丙.txt", "修路");
        _folder.Run();

        Assert.Equal(
            CorpusDigest.Of([_folder.Plan("丙"), _folder.Plan("甲"), _folder.Plan("乙")]),
            _folder.Manifest.Digest);
    }

    public void Dispose() => _folder.Dispose();
}
