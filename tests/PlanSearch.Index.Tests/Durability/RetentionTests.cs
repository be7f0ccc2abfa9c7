using PlanSearch.Index.Checking;
using PlanSearch.Index.Format;
using PlanSearch.Index.Indexing;
using PlanSearch.Index.Search;
using PlanSearch.Index.Storage;
using PlanSearch.TestSupport;

namespace PlanSearch.Index.Tests.Durability;

/// <summary>Which generations stay, over both kinds of directory.</summary>
public sealed class RetentionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTime _time = new();

    public static TheoryData<bool> Directories => [false, true];

    [Theory]
    [MemberData(nameof(Directories))]
    public void Commit_WithinTheLease_KeepsEveryGeneration(bool onDisk)
    {
        var directory = Make(onDisk);
        for (var i = 0; i < 6; i++)
        {
            Publish(directory, Options);
            _time.Advance(TimeSpan.FromMinutes(2));
        }

        Assert.Equal<long>([6, 5, 4, 3, 2, 1], Generations(directory));
    }

    [Theory]
    [MemberData(nameof(Directories))]
    public void Commit_LeaseEnded_KeepsTheLastTwo(bool onDisk)
    {
        var directory = Make(onDisk);
        Publish(directory, Options);
        Publish(directory, Options);
        Publish(directory, Options);
        _time.Advance(Options.Lease);

        Publish(directory, Options);

        // Generation 3 is replaced only now, 2 was replaced a lease ago.
        Assert.Equal<long>([4, 3], Generations(directory));
    }

    [Fact]
    public void Commit_LeaseCountsFromTheReplacement_NotFromThePublication()
    {
        var directory = Make(onDisk: false);
        Publish(directory, Options);
        _time.Advance(TimeSpan.FromDays(1));
        Publish(directory, Options);
        Publish(directory, Options);

        Assert.Equal<long>([3, 2, 1], Generations(directory));
    }

    [Fact]
    public void Commit_MoreLeasedBytesThanAllowed_RemovesTheOldestFirst()
    {
        var directory = Make(onDisk: false);
        for (var i = 0; i < 8; i++)
        {
            Publish(directory, Options);
        }

        var perGeneration = FilesOf(directory, 1).Sum(directory.Length);
        Publish(directory, Options with { MaxLeasedBytes = (3 * perGeneration) + (perGeneration / 2) });

        Assert.Equal<long>([9, 8, 7, 6, 5], Generations(directory));
    }

    [Theory]
    [MemberData(nameof(Directories))]
    public void Commit_ReaderHoldsAnOldGeneration_KeepsItUntilItIsDisposed(bool onDisk)
    {
        var directory = Make(onDisk);
        Publish(directory, NoLease);
        using (var reader = IndexReader.Open(directory)!)
        {
            Publish(directory, NoLease);
            Publish(directory, NoLease);
            Publish(directory, NoLease);

            Assert.Equal<long>([4, 3, 1], Generations(directory));
            using var again = IndexReader.Open(directory, 1)!;
            Assert.Equal(reader.Key(0), again.Key(0));
            Assert.Empty(IndexChecker.Check(directory, default).Findings);
        }

        Publish(directory, NoLease);

        Assert.Equal<long>([5, 4], Generations(directory));
        Assert.Null(IndexReader.Open(directory, 1));
    }

    [Fact]
    public void Open_WriterThatComesAfterTheLease_RemovesWhatIsOver()
    {
        var directory = Make(onDisk: true);
        for (var i = 0; i < 4; i++)
        {
            Publish(directory, Options);
        }

        _time.Advance(TimeSpan.FromHours(1));
        IndexWriter.Open(directory, TestDocuments.Schema, Options).Dispose();

        Assert.Equal<long>([4, 3], Generations(directory));
    }

    [Theory]
    [InlineData("generation-0000000001")]
    [InlineData("segments_1")]
    [InlineData("_0.ps")]
    [InlineData("_0.si")]
    public void Open_OlderGenerationDamaged_WritesOnAndLetsItGo(string damaged)
    {
        var directory = new MemoryIndexDirectory();
        Publish(directory, NoLease);
        Publish(directory, NoLease);
        directory[damaged] = [1, 2, 3];

        Publish(directory, NoLease);

        Assert.Equal<long>([3, 2], Generations(directory));
    }

    [Fact]
    public void TryHold_FileThatIsGone_IsNull()
    {
        foreach (var directory in new[] { Make(onDisk: false), Make(onDisk: true) })
        {
            Assert.Null(directory.TryHold("generation-0000000001"));
            Assert.True(directory.TryDelete("generation-0000000001"));
        }
    }

    [Theory]
    [MemberData(nameof(Directories))]
    public void TryDelete_FileThatTwoHold_WaitsForBoth(bool onDisk)
    {
        var directory = Make(onDisk);
        directory.Create("x").Dispose();
        using (var first = directory.TryHold("x")!)
        {
            var second = directory.TryHold("x")!;
            second.Dispose();
            second.Dispose();
            Assert.False(directory.TryDelete("x"));
        }

        Assert.True(directory.TryDelete("x"));
        Assert.Empty(directory.List());
    }

    public void Dispose() => _folder.Dispose();

    private IndexWriterOptions Options => new() { Time = _time, MaxDeletedShare = 1 };

    private IndexWriterOptions NoLease => Options with { Lease = TimeSpan.Zero };

    private IndexDirectory Make(bool onDisk) => onDisk ? new FileIndexDirectory(_folder.At("index")) : new MemoryIndexDirectory();

    private static void Publish(IndexDirectory directory, IndexWriterOptions options)
    {
        using var writer = IndexWriter.Open(directory, TestDocuments.Schema, options);
        writer.Add(TestDocuments.One("a", "氢能产业"));
        writer.Commit(default);
    }

    private static IEnumerable<string> FilesOf(IndexDirectory directory, long generation) =>
        GenerationFile.Read(directory, generation).Files.Select(file => file.Name).Append(GenerationFile.NameOf(generation));

    private static System.Collections.Immutable.ImmutableArray<long> Generations(IndexDirectory directory) =>
        IndexChecker.Check(directory, default).Generations;
}
