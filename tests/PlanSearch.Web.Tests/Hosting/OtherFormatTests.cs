using System.Text.Json;
using PlanSearch.Corpus;
using PlanSearch.Corpus.Generations;
using PlanSearch.Index;
using PlanSearch.Index.Indexing;
using PlanSearch.Index.Port;
using PlanSearch.Index.Storage;

namespace PlanSearch.Web.Tests.Hosting;

/// <summary>An index that another version of the program built, older or newer: the start builds it anew, or says what to do.</summary>
public sealed class OtherFormatTests : IDisposable
{
    private readonly SmallCollection _collection = new();

    public OtherFormatTests()
    {
        // Of this container only here: what the tests rely on is the exception that opening it throws.
        using (var writer = IndexWriter.Open(
            new FileIndexDirectory(_collection.Index), new IndexSchema(["record"], ["colour"]), new IndexWriterOptions()))
        {
            writer.Commit("of another version"u8.ToArray());
        }

        Assert.ThrowsAny<IndexVersionException>(() => PlanCollection.Open(new CorpusOptions { IndexDirectory = _collection.Index }));
    }

    [Fact]
    public async Task Run_BuildOnStart_BuildsItAnewAndServes()
    {
        var plans = await StartedSite.AskAsync(_collection, async client =>
        {
            using var status = JsonDocument.Parse(await client.GetStringAsync(new Uri("/api/v1/status", UriKind.Relative)));
            return status.RootElement.GetProperty("plans").GetInt32();
        });

        Assert.True(plans > 3);
    }

    [Fact]
    public async Task Run_BuildOnStartAndTheFolderEmpty_LeavesItAsItIs()
    {
        Directory.Delete(_collection.Plans, recursive: true);
        Directory.CreateDirectory(_collection.Plans);

        Assert.Equal(3, await WebHost.RunAsync(StartedSite.Arguments(_collection)));

        Assert.ThrowsAny<IndexVersionException>(() => PlanCollection.Open(new CorpusOptions { IndexDirectory = _collection.Index }));
    }

    [Fact]
    public async Task Run_NoBuildOnStart_EndsWith3() =>
        Assert.Equal(3, await WebHost.RunAsync(StartedSite.Arguments(_collection, "BuildOnStart=false")));

    public void Dispose() => _collection.Dispose();
}
