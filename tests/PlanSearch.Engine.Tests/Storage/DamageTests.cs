using PlanSearch.Engine.Checking;
using PlanSearch.Engine.Indexing;
using PlanSearch.Engine.Search;
using PlanSearch.Engine.Storage;
using PlanSearch.Plans.Text;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Engine.Tests.Storage;

/// <summary>Damaged files: a typed error, never a wrong answer.</summary>
public sealed class DamageTests(ITestOutputHelper output)
{
    [Fact]
    public void Open_FileCutAtEveryByte_IsRefused() => ForEachFile((original, name) =>
    {
        var bytes = original[name];
        for (var length = 0; length < bytes.Length; length++)
        {
            var damaged = Copy(original);
            damaged[name] = bytes[..length];
            Assert.Throws<CorruptIndexException>(() => IndexReader.Open(damaged));
        }
    });

    [Fact]
    public void Open_AnyBitFlipped_IsRefused()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        ForEachFile((original, name) =>
        {
            for (var round = Effort.Of(250, 8_000); round > 0; round--)
            {
                var bytes = (byte[])original[name].Clone();
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                var damaged = Copy(original);
                damaged[name] = bytes;
                var error = Record.Exception(() => IndexReader.Open(damaged));
                Assert.True(error is CorruptIndexException or IndexFormatException, $"{name}: {error}");
                Assert.NotEmpty(IndexChecker.Check(damaged, default).Findings);
            }
        });
    }

    [Fact]
    public void Open_MappedFileCutAtEveryPage_IsRefused()
    {
        using var folder = new TemporaryFolder();
        var random = new Random(4);
        using (var writer = IndexWriter.Open(new FileIndexDirectory(folder.Path), TestDocuments.Schema, new IndexWriterOptions()))
        {
            for (var i = 0; i < 1_200; i++)
            {
                writer.Add(TestDocuments.Random($"d{i}", random, maxBlocks: 30));
            }

            writer.Commit(default);
        }

        foreach (var path in Directory.GetFiles(folder.Path).Where(path => new FileInfo(path).Length > 0))
        {
            var bytes = File.ReadAllBytes(path);
            for (var length = 0; length < bytes.Length; length += 4096)
            {
                File.WriteAllBytes(path, bytes[..length]);
                Assert.Throws<CorruptIndexException>(() => IndexReader.Open(new FileIndexDirectory(folder.Path)));
            }

            File.WriteAllBytes(path, bytes);
        }

        Assert.Empty(IndexChecker.Check(new FileIndexDirectory(folder.Path), default).Findings);
    }

    [Fact]
    public void Open_FileMissing_IsRefused() => ForEachFile((original, name) =>
    {
        if (!name.StartsWith("generation-", StringComparison.Ordinal))
        {
            var damaged = Copy(original);
            damaged.Delete(name);
            var error = Assert.Throws<CorruptIndexException>(() => IndexReader.Open(damaged));
            Assert.Contains(name, error.Message, StringComparison.Ordinal);
            Assert.Contains("--rebuild", error.Message, StringComparison.Ordinal);
        }
    });

    [Theory]
    [InlineData(0, "older")]
    [InlineData(99, "newer")]
    public void Open_OtherVersion_SaysWhich(byte version, string word) => ForEachFile((original, name) =>
    {
        if (!name.StartsWith("generation-", StringComparison.Ordinal))
        {
            // Of the other files the generation's says what they are.
            return;
        }

        var damaged = Copy(original);
        var bytes = (byte[])original[name].Clone();
        bytes[6] = version;
        damaged[name] = bytes;
        var error = Assert.Throws<IndexFormatException>(() => IndexReader.Open(damaged));
        Assert.Contains(word, error.Message, StringComparison.Ordinal);
    });

    [Fact]
    public void Open_FileThatIsNoIndex_IsRefused() => ForEachFile((original, name) =>
    {
        var damaged = Copy(original);
        damaged[name] = new byte[1000];
        Assert.Throws<CorruptIndexException>(() => IndexReader.Open(damaged));
    });

    private static void ForEachFile(Action<MemoryIndexDirectory, string> check)
    {
        var directory = new MemoryIndexDirectory();
        using (var writer = IndexWriter.Open(directory, TestDocuments.Schema, new IndexWriterOptions()))
        {
            var random = new Random(3);
            for (var i = 0; i < 6; i++)
            {
                writer.Add(TestDocuments.Random($"d{i}", random, maxBlocks: 30));
            }

            writer.Commit(new byte[] { 1, 2, 3 });
        }

        using (var reader = IndexReader.Open(directory)!)
        {
            Assert.NotEqual(0, new IndexSearcher(reader).Count(new LiteralQuery("氢"), BlockFilter.All, [], default).MentionsByDocument.Sum());
        }

        var names = directory.List();
        Assert.Equal(8, names.Count);
        foreach (var name in names)
        {
            check(directory, name);
        }
    }

    private static MemoryIndexDirectory Copy(MemoryIndexDirectory original)
    {
        var copy = new MemoryIndexDirectory();
        foreach (var name in original.List())
        {
            copy[name] = original[name];
        }

        return copy;
    }
}
