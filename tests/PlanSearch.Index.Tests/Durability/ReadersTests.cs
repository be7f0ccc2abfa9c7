using System.Globalization;
using PlanSearch.Index.Indexing;
using PlanSearch.Index.Search;
using PlanSearch.Index.Storage;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Index.Tests.Durability;

/// <summary>Readers in other processes beside a writer.</summary>
public sealed class ReadersTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Open_TwoProcessesBesideAWriter_EveryAnswerIsOfOneGeneration()
    {
        var seed = Seed.Take(output.WriteLine);
        var life = new ScriptedLife(seed);
        using var folder = new TemporaryFolder();
        var directory = new FileIndexDirectory(folder.At("index"));
        using var writer = IndexWriter.Open(directory, TestDocuments.Schema, ScriptedLife.Options);
        life.Write(writer, 1);
        using var first = new ChildProcess("read", folder.At("index"));
        using var second = new ChildProcess("read", folder.At("index"));
        Assert.Equal("reading", await first.ReadLineAsync());
        Assert.Equal("reading", await second.ReadLineAsync());

        var commits = Effort.Of(80, 2_000);
        for (var commit = 2; commit <= commits; commit++)
        {
            life.Write(writer, commit);
        }

        foreach (var child in new[] { first, second })
        {
            var (exitCode, rest) = await child.EndAsync();
            Assert.True(exitCode == 0, rest);
            var numbers = rest.Trim().Split(' ').Select(word => int.Parse(word, CultureInfo.InvariantCulture)).ToList();
            output.WriteLine($"{commits} commits, a reader had {numbers[0]} answers of {numbers[1]} generations");
            Assert.True(numbers[1] > 1);
        }
    }

    [Fact]
    public async Task Open_ProcessThatReadsIsKilled_ItsGenerationIsLetGo()
    {
        var life = new ScriptedLife(1);
        using var folder = new TemporaryFolder();
        var directory = new FileIndexDirectory(folder.At("index"));
        using var writer = IndexWriter.Open(directory, TestDocuments.Schema, ScriptedLife.Options with { MaxDeletedShare = 1 });
        life.Write(writer, 1);
        using (var child = new ChildProcess("read", folder.At("index")))
        {
            Assert.Equal("reading", await child.ReadLineAsync());
            await child.KillAsync();
        }

        life.Write(writer, 2);
        life.Write(writer, 3);

        Assert.Null(IndexReader.Open(directory, 1));
    }
}
