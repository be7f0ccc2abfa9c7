using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Ingest;
using PlanSearch.Index;
using PlanSearch.Index.Indexing;
using PlanSearch.Index.Port;
using PlanSearch.Index.Storage;
using PlanSearch.TestSupport;

namespace PlanSearch.Corpus.Tests.Ingest;

/// <summary>An index with other levels and columns than ours: a version of this program built it, or something else.</summary>
public sealed class OtherSchemaTests : IDisposable
{
    private readonly IngestFolder _folder = new();

    public OtherSchemaTests()
    {
        _folder.Write("甲.txt", "养鱼");
        using var writer = IndexWriter.Open(
            new FileIndexDirectory(_folder.Index), new IndexSchema(["record"], ["colour"]), new IndexWriterOptions());
        writer.Commit("not ours"u8.ToArray());
        writer.Commit("not ours"u8.ToArray());
    }

    [Fact]
    public void Run_OtherSchema_IsRefusedAndNamesTheRemedy()
    {
        var error = Assert.Throws<IndexVersionException>(() => _folder.Run());

        Assert.Contains("colour", error.Message, StringComparison.Ordinal);
        Assert.Contains("--rebuild", error.Message, StringComparison.Ordinal);
        Assert.Throws<IndexVersionException>(() => PlanCollection.Open(_folder.Options));
        Assert.True(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));
    }

    [Fact]
    public void Run_OtherSchemaAndRebuild_TakesItsPlaceAndGoesOnWithItsNumbers()
    {
        var report = _folder.Run(rebuild: true);

        Assert.Equal(3, report.Generation);
        Assert.Equal(["甲"], _folder.Ids);
        using var index = _folder.Options.Store.Open();
        Assert.Null(index.Open(2));
    }

    public void Dispose() => _folder.Dispose();
}
