using PlanSearch.Index.Indexing;
using PlanSearch.Index.Search;
using PlanSearch.Index.Storage;
using PlanSearch.TestSupport.Storage;

namespace PlanSearch.Index.Tests.Durability;

/// <summary>A disk that is full, and one that may not be written to.</summary>
public sealed class DiskTests
{
    [MountFact]
    public void Add_DiskFull_SaysWhatToDoAndTheOldGenerationAnswers()
    {
        using var disk = new SmallDisk("size=600k");
        var directory = new FileIndexDirectory(Path.Combine(disk.Path, "index"));
        var life = new ScriptedLife(31);
        Write(directory, life, 1);
        using var reader = IndexReader.Open(directory)!;

        var error = Assert.Throws<IndexWriteException>(() => Fill(directory));

        Assert.StartsWith(Path.Combine(disk.Path, "index", "_"), error.File, StringComparison.Ordinal);
        Assert.Contains("Free space", error.Message, StringComparison.Ordinal);
        Assert.Contains("goes on being served", error.Message, StringComparison.Ordinal);
        IndexAssert.Holds(reader, life.ModelAt(1));
        IndexAssert.Holds(directory, life.ModelAt(1));

        // What was begun takes up nothing: the next commit finds the room it needs.
        Write(directory, life, 2);
        IndexAssert.Holds(directory, life.ModelAt(2));
    }

    [MountFact]
    public void Open_ReadOnlyFileSystem_SaysWhatToDoAndTheOldGenerationAnswers()
    {
        using var disk = new SmallDisk("size=2m");
        var directory = new FileIndexDirectory(Path.Combine(disk.Path, "index"));
        var life = new ScriptedLife(32);
        Write(directory, life, 1);
        disk.Remount("ro");

        var error = Assert.Throws<IndexWriteException>(() => Write(directory, life, 2));

        Assert.Equal(Path.Combine(disk.Path, "index", FileIndexDirectory.LockName), error.File);
        Assert.Contains("Mount the file system for writing", error.Message, StringComparison.Ordinal);
        IndexAssert.Holds(directory, life.ModelAt(1));
    }

    [Fact]
    public void Add_DirectoryThatTakesNoMore_SaysWhichFile()
    {
        var disk = new MemoryIndexDirectory();
        var life = new ScriptedLife(33);
        Write(disk, life, 1);

        var error = Assert.Throws<IndexWriteException>(() => Fill(new FaultyIndexDirectory(disk, failAt: 1, isFatal: true)));

        Assert.Contains("step 1 fails", error.Message, StringComparison.Ordinal);
        Assert.Contains("/_", error.File, StringComparison.Ordinal);
        IndexAssert.Holds(disk, life.ModelAt(1));
    }

    private static void Write(IndexDirectory directory, ScriptedLife life, int commit)
    {
        using var writer = IndexWriter.Open(directory, TestDocuments.Schema, ScriptedLife.Options);
        life.Write(writer, commit);
    }

    private static void Fill(IndexDirectory directory)
    {
        using var writer = IndexWriter.Open(directory, TestDocuments.Schema, ScriptedLife.Options);
        var random = new Random(3);
        for (var i = 0; i < 5_000; i++)
        {
            writer.Add(TestDocuments.Random($"much{i}", random, maxBlocks: 40));
        }

        writer.Commit(default);
    }
}
