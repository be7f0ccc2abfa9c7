using PlanSearch.Index.Checking;
using PlanSearch.Index.Indexing;
using PlanSearch.Index.Search;
using PlanSearch.Index.Storage;
using PlanSearch.Index.Tests.Durability;
using PlanSearch.Plans.Text;
using PlanSearch.TestSupport;
using PlanSearch.TestSupport.Storage;
using Xunit.Abstractions;

namespace PlanSearch.Index.Tests.Indexing;

public sealed class IndexWriterTests(ITestOutputHelper output)
{
    [Fact]
    public void Operations_RandomList_EqualADictionary()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        for (var round = 0; round < 12; round++)
        {
            var directory = new MemoryIndexDirectory();
            var model = new Dictionary<string, IndexDocument>();
            for (var commit = 1; commit <= 12; commit++)
            {
                using (var writer = Open(directory, random.Next(30, 600)))
                {
                    for (var i = random.Next(8); i > 0; i--)
                    {
                        var key = $"d{random.Next(12)}";
                        if (random.Next(3) == 0)
                        {
                            Assert.Equal(model.Remove(key), writer.Delete(key));
                        }
                        else
                        {
                            model[key] = TestDocuments.Random(key, random);
                            writer.Add(model[key]);
                        }
                    }

                    Assert.True(writer.Commit(new[] { (byte)commit }) >= commit);
                }

                AssertHolds(directory, model, (byte)commit);
            }
        }
    }

    [Fact]
    public void Commit_FailingAtAnyStep_LeavesTheOldGenerationOrTheNew()
    {
        var random = new Random(7);
        var before = TestDocuments.Random("a", random);
        var after = TestDocuments.Random("a", random);
        var more = TestDocuments.Random("b", random);
        var failures = 0;
        for (var step = 1; ; step++)
        {
            var disk = new MemoryIndexDirectory();
            using (var writer = Open(disk, 500))
            {
                writer.Add(before);
                writer.Commit(new byte[] { 1 });
            }

            var faulty = new FaultyIndexDirectory(disk, step);
            failures += Fails(() =>
            {
                using var writer = IndexWriter.Open(faulty, TestDocuments.Schema, Options(20));
                writer.Add(after);
                writer.Add(more);
                writer.Commit(new byte[] { 2 });
            }) ? 1 : 0;
            if (!faulty.HasFailed)
            {
                Assert.True(failures > 5, $"only {failures} steps failed");
                return;
            }

            var isNew = IndexReader.NewestGeneration(disk) == 2;
            AssertHolds(disk, isNew ? new() { ["a"] = after, ["b"] = more } : new() { ["a"] = before }, isNew ? (byte)2 : (byte)1);

            using (var writer = Open(disk, 500))
            {
                writer.Add(more);
                writer.Delete("a");
                writer.Commit(new byte[] { 9 });
            }

            AssertHolds(disk, new() { ["b"] = more }, 9);
        }
    }

    [Fact]
    public void Open_WhileAnotherWrites_IsRefused()
    {
        using var folder = new TemporaryFolder();
        using (Open(new FileIndexDirectory(folder.Path), 100))
        {
            Assert.Throws<DirectoryLockedException>(() => Open(new FileIndexDirectory(folder.Path), 100));
        }

        using var next = Open(new FileIndexDirectory(folder.Path), 100);
        Assert.Equal(1, next.Commit(default));
    }

    [Fact]
    public void Dispose_WithoutCommit_PublishesNothing()
    {
        var directory = new MemoryIndexDirectory();
        using (var writer = Open(directory, 4))
        {
            writer.Add(TestDocuments.One("a", "氢能产业"));
            writer.Add(TestDocuments.One("b", "氢能产业"));
        }

        Assert.Null(IndexReader.Open(directory));
    }

    [Fact]
    public void Dispose_AgainBesideTheNextWriter_TakesNothingFromIt()
    {
        var directory = new MemoryIndexDirectory();
        var first = Open(directory, 1);
        first.Dispose();
        using (var next = Open(directory, 1))
        {
            next.Add(TestDocuments.One("a", "氢能"));
            next.Add(TestDocuments.One("b", "氢能"));
            next.Commit(new byte[] { 1 });
            next.Add(TestDocuments.One("c", "氢能"));
            next.Add(TestDocuments.One("d", "氢能"));
            first.Dispose();
            Assert.Throws<DirectoryLockedException>(() => Open(directory, 1));
            next.Commit(new byte[] { 2 });
        }

        AssertHolds(directory, new[] { "a", "b", "c", "d" }.ToDictionary(key => key, key => TestDocuments.One(key, "氢能")), 2);
    }

    [Fact]
    public void Commit_ReaderOfTheGenerationBefore_AnswersAsBefore()
    {
        using var folder = new TemporaryFolder();
        var directory = new FileIndexDirectory(folder.Path);
        using var writer = Open(directory, 100);
        writer.Add(TestDocuments.One("a", "氢能"));
        writer.Commit(default);
        using var old = IndexReader.Open(directory)!;
        for (var i = 0; i < 4; i++)
        {
            writer.Delete("a");
            writer.Add(TestDocuments.One("a", $"储能{i}"));
            writer.Commit(default);
        }

        Assert.Equal("氢能", old.ReadBlock(old.Find("a"), 0));
        Assert.Equal(1, new IndexSearcher(old).Count(new LiteralQuery("氢能"), BlockFilter.All, [], default).MentionsByDocument[0]);
        using var now = IndexReader.Open(directory)!;
        Assert.Equal("储能3", now.ReadBlock(now.Find("a"), 0));
    }

    [Fact]
    public void Commit_ManySmallSegments_AreMerged()
    {
        var directory = new MemoryIndexDirectory();
        for (var i = 0; i < 20; i++)
        {
            using var writer = Open(directory, 10_000);
            writer.Add(TestDocuments.One($"d{i}", "氢能产业发展"));
            writer.Commit(default);
        }

        using var reader = IndexReader.Open(directory)!;
        Assert.InRange(reader.Segments.Length, 1, MergeChoice.MaxSmallSegments + 1);
        Assert.Equal(20, reader.DocumentCount);
    }

    [Fact]
    public void Add_DocumentThatCannotBeWritten_TakesNoOtherWithIt()
    {
        var directory = new MemoryIndexDirectory();
        var good = Enumerable.Range(0, 12).ToDictionary(i => $"d{i}", i => TestDocuments.One($"d{i}", $"氢能产业{i}"));
        using (var writer = Open(directory, 10_000))
        {
            foreach (var document in good.Values)
            {
                writer.Add(document);
                Assert.Throws<ArgumentException>(() => writer.Add(TestDocuments.One(new string('长', 11_000), "氢能")));
                Assert.Throws<ArgumentException>(() => writer.Add(document with { Blocks = [""] }));
                Assert.Throws<ArgumentException>(() => writer.Add(document with { Levels = [] }));
            }

            writer.Commit(new byte[] { 1 });
        }

        AssertHolds(directory, good, 1);
    }

    [Fact]
    public void Commit_IndexBegunElsewhere_HasAnotherIdentityAndKeepsItsOwn()
    {
        var identities = new List<Guid>();
        foreach (var directory in new[] { new MemoryIndexDirectory(), new MemoryIndexDirectory() })
        {
            for (var commit = 0; commit < 3; commit++)
            {
                using var writer = Open(directory, 100);
                writer.Add(TestDocuments.One("a", $"氢能{commit}"));
                writer.Commit(default);
                using var reader = IndexReader.Open(directory)!;
                identities.Add(reader.Identity);
            }
        }

        Assert.Equal([3, 3], identities.GroupBy(identity => identity).Select(group => group.Count()));
    }

    [Fact]
    public void Add_KeptDocument_CountsNowhereAndStaysWhenItsKeyIsReplacedOrDeleted()
    {
        var directory = new MemoryIndexDirectory();
        using (var writer = Open(directory, 500))
        {
            writer.Add(TestDocuments.One("a", "氢能"));
            writer.Commit(default);
            writer.Add(TestDocuments.Kept("change 2", "a", new Random(1)));
            writer.Add(TestDocuments.One("a", "储能"));
            writer.Commit(default);
            writer.Add(TestDocuments.Kept("change 3", "a", new Random(2)));
            writer.Delete("a");
            writer.Commit(default);
        }

        // The last segment holds nothing that is searched.
        using var reader = IndexReader.Open(directory)!;
        Assert.Equal((0, -1), (reader.DocumentCount, reader.Find("a")));
        Assert.Equal(["a", "a"], new[] { "change 2", "change 3" }.Select(name => reader.Kept(name).Single().Key));
        Assert.Equal(0, IndexChecker.Check(directory, default).Documents);
    }

    [Fact]
    public void Add_KeptDocumentWithTextOrWithoutAName_IsRefusedAloneAmongOthers()
    {
        var directory = new MemoryIndexDirectory();
        using (var writer = Open(directory, 500))
        {
            writer.Add(TestDocuments.One("a", "氢能"));
            Assert.Throws<ArgumentException>(() => writer.Add(TestDocuments.One("b", "储能") with { KeptAs = "change" }));
            Assert.Throws<ArgumentException>(() => writer.Add(TestDocuments.Kept("", "b", new Random(1))));
            Assert.Throws<ArgumentException>(() => writer.Add(TestDocuments.Kept(new string('长', 20_000), "b", new Random(1))));
            writer.Commit(default);
        }

        using var reader = IndexReader.Open(directory)!;
        Assert.Equal((1, 0), (reader.DocumentCount, reader.Kept("change").Count()));
    }

    private static IndexWriterOptions Options(int maxSegmentLength) => new() { MaxSegmentLength = maxSegmentLength };

    private static IndexWriter Open(IndexDirectory directory, int maxSegmentLength) =>
        IndexWriter.Open(directory, TestDocuments.Schema, Options(maxSegmentLength));

    private static bool Fails(Action action)
    {
        try
        {
            action();
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static void AssertHolds(IndexDirectory directory, Dictionary<string, IndexDocument> model, byte userData)
    {
        IndexAssert.Holds(directory, model);
        using var reader = IndexReader.Open(directory)!;
        Assert.Equal([userData], reader.UserData.ToArray());
    }
}
