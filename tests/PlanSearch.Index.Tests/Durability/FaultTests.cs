using PlanSearch.Index.Indexing;
using PlanSearch.Index.Search;
using PlanSearch.Index.Snapshots;
using PlanSearch.Index.Storage;
using PlanSearch.TestSupport;
using PlanSearch.TestSupport.Storage;
using Xunit.Abstractions;

namespace PlanSearch.Index.Tests.Durability;

/// <summary>A fault at every step that changes anything, of every kind of work.</summary>
public sealed class FaultTests(ITestOutputHelper output)
{
    private const int CommitsBefore = 7;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Commit_FaultAtEveryStep_LeavesTheOldGenerationOrTheNew(bool isFatal)
    {
        var life = new ScriptedLife(11);
        var published = 0;
        var steps = ForEachStep(life, isFatal, directory =>
        {
            using var writer = IndexWriter.Open(directory, TestDocuments.Schema, ScriptedLife.Options);
            life.Write(writer, CommitsBefore + 1);
            life.Write(writer, CommitsBefore + 2);
        }, disk =>
        {
            var commit = CommitOf(disk);
            Assert.InRange(commit, CommitsBefore, CommitsBefore + 2);
            published += commit > CommitsBefore ? 1 : 0;
            IndexAssert.Holds(disk, life.ModelAt(commit));
            Write(disk, life, commit + 1);
            IndexAssert.Holds(disk, life.ModelAt(commit + 1));
            AssertNothingIsLeft(disk);
        });
        output.WriteLine($"{steps} steps failed, {published} of them after a publication");
        Assert.True(steps > 20 && published > 0);
    }

    [Fact]
    public void Commit_FaultAtEveryStepAndRepeated_PublishesAllOrIsRefused()
    {
        var life = new ScriptedLife(12);
        var repeated = 0;
        ForEachStep(life, isFatal: false, directory =>
        {
            using var writer = IndexWriter.Open(directory, TestDocuments.Schema, ScriptedLife.Options);
            try
            {
                life.Write(writer, CommitsBefore + 1);
            }
            catch (IOException)
            {
                repeated++;
                life.Write(writer, CommitsBefore + 1);
                throw;
            }
        }, disk => IndexAssert.Holds(disk, life.ModelAt(CommitOf(disk))), orRefused: true);
        Assert.True(repeated > 5);
    }

    [Fact]
    public void Merge_FaultAtEveryStep_LosesNothingAndIsTold()
    {
        var told = 0;
        for (var step = 1; ; step++)
        {
            var (disk, model) = SmallSegments();
            var faulty = new FaultyIndexDirectory(disk, step);
            var error = Record.Exception(() =>
            {
                using var writer = IndexWriter.Open(faulty, TestDocuments.Schema, new IndexWriterOptions { MaxSegmentLength = 10_000 });
                writer.Commit(default);
            });
            if (!faulty.HasFailed)
            {
                Assert.Null(error);
                break;
            }

            // What Lucene could not delete it deletes later, without a word.
            Assert.True(error is null or IOException, $"{error}");
            told += error is null ? 0 : 1;
            IndexAssert.Holds(disk, model);
            using (var writer = IndexWriter.Open(disk, TestDocuments.Schema, new IndexWriterOptions { MaxSegmentLength = 10_000 }))
            {
                writer.Commit(default);
            }

            IndexAssert.Holds(disk, model);
            using var reader = IndexReader.Open(disk)!;
            Assert.InRange(reader.Segments.Length, 1, MergeChoice.MaxSmallSegments);
        }

        Assert.True(told > 5, $"{told} faults");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Snapshot_FaultAtEveryStep_LeavesAWholeFileOrNone(bool isFatal)
    {
        var life = new ScriptedLife(13);
        var index = new MemoryIndexDirectory();
        Write(index, life, 1);
        for (var step = 1; ; step++)
        {
            var disk = new MemoryIndexDirectory();
            var isDone = !Fails(() => IndexSnapshot.Write(index, new FaultyIndexDirectory(disk, step, isFatal), "snapshot", default));
            if (disk.List().Contains("snapshot"))
            {
                var restored = new MemoryIndexDirectory();
                Restore(disk["snapshot"], restored);
                IndexAssert.Holds(restored, life.ModelAt(1));
            }

            if (isDone)
            {
                Assert.Contains("snapshot", disk.List());
                return;
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Restore_FaultAtEveryStep_LeavesTheOldGenerationOrTheRestored(bool isFatal)
    {
        var life = new ScriptedLife(14);
        var snapshot = Snapshot(life, commits: 3);
        var steps = ForEachStep(life, isFatal, directory => Restore(snapshot, directory), disk =>
        {
            var commit = CommitOf(disk);
            Assert.True(commit is 3 or CommitsBefore, $"commit {commit}");
            IndexAssert.Holds(disk, life.ModelAt(commit));
            Write(disk, life, commit + 1);
            IndexAssert.Holds(disk, life.ModelAt(commit + 1));
            AssertNothingIsLeft(disk);
        });
        Assert.True(steps > 8, $"{steps} steps");
    }

    [Fact]
    public void Power_CutAtEveryStep_LeavesTheOldGenerationOrTheNew()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        var life = new ScriptedLife(15);
        var cuts = 0;
        for (var step = 1; ; step++)
        {
            var disk = new PowerCutDirectory();
            for (var commit = 1; commit <= CommitsBefore; commit++)
            {
                Write(disk, life, commit);
            }

            var returned = CommitsBefore;
            var faulty = new FaultyIndexDirectory(disk, step, isFatal: true);
            Fails(() =>
            {
                using var writer = IndexWriter.Open(faulty, TestDocuments.Schema, ScriptedLife.Options);
                life.Write(writer, CommitsBefore + 1);
                returned = CommitsBefore + 1;
            });
            for (var round = Effort.Of(6, 200); round > 0; round--)
            {
                var left = disk.Cut(random);
                var commit = CommitOf(left);
                Assert.InRange(commit, returned, CommitsBefore + 1);
                IndexAssert.Holds(left, life.ModelAt(commit));
                Write(left, life, commit + 1);
                IndexAssert.Holds(left, life.ModelAt(commit + 1));
                cuts++;
            }

            if (!faulty.HasFailed)
            {
                output.WriteLine($"{cuts} cuts at {step} steps");
                Assert.True(step > 10);
                return;
            }
        }
    }

    /// <summary>Does the work over an index of some commits, with a fault at the first step, at the second, until none fails.</summary>
    /// <returns>How many steps failed.</returns>
    private static int ForEachStep(
        ScriptedLife life, bool isFatal, Action<IndexDirectory> work, Action<MemoryIndexDirectory> check, bool orRefused = false)
    {
        for (var step = 1; ; step++)
        {
            var disk = new MemoryIndexDirectory();
            for (var commit = 1; commit <= CommitsBefore; commit++)
            {
                Write(disk, life, commit);
            }

            var faulty = new FaultyIndexDirectory(disk, step, isFatal);
            Fails(() => work(faulty), orRefused);

            // A commit that only its name is missing for gets it from the next writer.
            IndexWriter.Open(disk, TestDocuments.Schema, ScriptedLife.Options).Dispose();
            check(disk);
            if (!faulty.HasFailed)
            {
                return step - 1;
            }
        }
    }

    private static (MemoryIndexDirectory Disk, Dictionary<string, IndexDocument> Model) SmallSegments()
    {
        var disk = new MemoryIndexDirectory();
        var random = new Random(5);
        var model = Enumerable.Range(0, 9).ToDictionary(i => $"d{i}", i => TestDocuments.Random($"d{i}", random));

        // Segments of one document each are all of full length here, so that nothing is merged yet.
        using var writer = IndexWriter.Open(disk, TestDocuments.Schema, new IndexWriterOptions { MaxSegmentLength = 1 });
        foreach (var document in model.Values)
        {
            writer.Add(document);
        }

        writer.Commit(default);
        return (disk, model);
    }

    private static void Write(IndexDirectory directory, ScriptedLife life, int commit)
    {
        using var writer = IndexWriter.Open(directory, TestDocuments.Schema, ScriptedLife.Options);
        life.Write(writer, commit);
    }

    private static byte[] Snapshot(ScriptedLife life, int commits)
    {
        var index = new MemoryIndexDirectory();
        for (var commit = 1; commit <= commits; commit++)
        {
            Write(index, life, commit);
        }

        IndexSnapshot.Write(index, index, "snapshot", default);
        return index["snapshot"];
    }

    private static void Restore(byte[] snapshot, IndexDirectory directory) =>
        SnapshotRestore.Run(
            new MemoryIndexDirectory { ["snapshot"] = snapshot },
            "snapshot",
            directory,
            TestDocuments.Schema,
            ScriptedLife.Options,
            default);

    private static int CommitOf(IndexDirectory directory)
    {
        using var reader = IndexReader.Open(directory)!;
        return ScriptedLife.CommitOf(reader);
    }

    private static void AssertNothingIsLeft(IndexDirectory directory) =>
        Assert.DoesNotContain(directory.List(), name => name.EndsWith(".tmp", StringComparison.Ordinal));

    private static bool Fails(Action action, bool orRefused = false)
    {
        try
        {
            action();
            return false;
        }
        catch (Exception e) when (e is IOException || (orRefused && e is ObjectDisposedException))
        {
            return true;
        }
    }
}
