using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Ingest;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport;

namespace PlanSearch.Corpus.Tests.Ingest;

public sealed class OriginalFileTests : IDisposable
{
    private readonly IngestFolder _folder = new();

    [Fact]
    public void Source_FileAsItWasRead_IsGiven()
    {
        _folder.Write("甲.html", "<html><body><p>第一章 总则</p><p>养鱼。</p></body></html>"u8.ToArray());
        _folder.WriteAt("plans/甲.meta.yaml", "title: 甲区规划\n");

        var source = SourceOf("甲").Value!;

        Assert.Equal(("甲.html", "text/html; charset=utf-8"), (source.FileName, source.ContentType));
        Assert.Equal(File.ReadAllBytes(Path.Combine(_folder.Plans, "甲.html")), source.Bytes);
    }

    [Fact]
    public void Source_FileThatChangedSince_IsRefused() =>
        Assert.Equal("source_changed", SourceAfter(path => File.AppendAllText(path, "改")).Fault?.Code);

    [Fact]
    public void Source_FileThatIsGone_IsRefused() => Assert.Equal("source_missing", SourceAfter(File.Delete).Fault?.Code);

    public void Dispose() => _folder.Dispose();

    private Outcome<PlanSource> SourceAfter(Action<string> change)
    {
        var path = _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        change(path);
        using var corpus = PlanCollection.Open(_folder.Options);
        return corpus.Source("甲");
    }

    private Outcome<PlanSource> SourceOf(string id)
    {
        _folder.Run();
        using var corpus = PlanCollection.Open(_folder.Options);
        return corpus.Source(id);
    }
}
