using System.Globalization;
using PlanSearch.Index.Indexing;
using PlanSearch.Index.Search;
using PlanSearch.Index.Storage;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Index.Tests.Durability;

/// <summary>A writing process that is killed at any moment.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int LongestDelayMilliseconds = 60;

    [Fact]
    public async Task Commit_ProcessKilledAtAnyMoment_LeavesTheOldGenerationOrTheNew()
    {
        var seed = Seed.Take(output.WriteLine);
        var random = new Random(seed);
        var life = new ScriptedLife(seed);
        using var folder = new TemporaryFolder();
        var directory = new FileIndexDirectory(folder.At("index"));
        var kills = Effort.Of(20, 300);
        var (found, unacknowledged) = (0, 0);
        for (var kill = 0; kill < kills; kill++)
        {
            var acknowledged = await WriteUntilKilled(folder.At("index"), seed, random.Next(LongestDelayMilliseconds));

            found = Read(directory, life);
            Assert.InRange(found, acknowledged, acknowledged + 1);
            unacknowledged += found - acknowledged;
            WriteNext(directory, life, found + 1);
            Assert.Equal(found + 1, Read(directory, life));
        }

        output.WriteLine($"{kills} kills over {found + 1} commits, {unacknowledged} between publication and return");
    }

    [Fact]
    public async Task Lock_HeldByAnotherProcess_ExcludesUntilThatIsKilled()
    {
        using var folder = new TemporaryFolder();
        var directory = new FileIndexDirectory(folder.At("index"));
        using (var child = new ChildProcess("hold", folder.At("index")))
        {
            Assert.Equal("held", await child.ReadLineAsync());
            Assert.Throws<DirectoryLockedException>(() => IndexWriter.Open(directory, TestDocuments.Schema, ScriptedLife.Options));
            await child.KillAsync();
        }

        using var writer = IndexWriter.Open(directory, TestDocuments.Schema, ScriptedLife.Options);
        Assert.Equal(1, writer.Commit(default));
    }

    /// <summary>The last commit that the process said had returned.</summary>
    private static async Task<int> WriteUntilKilled(string folder, int seed, int delay)
    {
        using var child = new ChildProcess("write", folder, seed.ToString(CultureInfo.InvariantCulture));
        var first = await child.ReadLineAsync();
        Assert.NotNull(first);

        // Not waiting for anything: the moment is what is drawn.
        await Task.Delay(delay);
        var lines = (await child.KillAsync()).Split('\n');
        return int.Parse(lines.Length > 1 ? lines[^2] : first, CultureInfo.InvariantCulture);
    }

    private static int Read(FileIndexDirectory directory, ScriptedLife life)
    {
        using var reader = IndexReader.Open(directory)!;
        var commit = ScriptedLife.CommitOf(reader);
        IndexAssert.Holds(directory, life.ModelAt(commit));
        var (said, found) = ScriptedLife.Compare(reader);
        Assert.Equal(said, found);
        return commit;
    }

    private static void WriteNext(FileIndexDirectory directory, ScriptedLife life, int commit)
    {
        using var writer = IndexWriter.Open(directory, TestDocuments.Schema, ScriptedLife.Options);
        life.Write(writer, commit);
    }
}
