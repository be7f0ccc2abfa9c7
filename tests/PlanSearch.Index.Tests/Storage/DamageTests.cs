using PlanSearch.Index.Checking;
using PlanSearch.Index.Codec;
using PlanSearch.Index.Format;
using PlanSearch.Index.Indexing;
using PlanSearch.Index.Search;
using PlanSearch.Index.Storage;
using PlanSearch.Index.Tests.Durability;
using PlanSearch.Plans.Text;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Index.Tests.Storage;

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

    [Fact]
    public void Open_AnyFileOfSeveralGenerationsDamaged_AnswersAsBeforeOrIsRefusedAndNothingIsDeleted()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        var life = new ScriptedLife(41);
        var (original, last) = Generations(life);
        var (tried, refused) = (0, 0);
        foreach (var name in original.List().Order(StringComparer.Ordinal))
        {
            foreach (var damaged in Damages(original, name, random))
            {
                tried++;
                refused += IsRefused(damaged, life, last) ? 1 : 0;
            }
        }

        output.WriteLine($"{tried} damages of {original.List().Count} files, {refused} refused");
        Assert.True(refused > 0 && refused < tried);
    }

    [Fact]
    public void Open_FileOfTheNewestGenerationLost_TheWriterFindsItsCommitAgain()
    {
        var life = new ScriptedLife(42);
        var (directory, last) = Generations(life);
        directory.Delete(GenerationFile.NameOf(IndexReader.NewestGeneration(directory)));

        IndexWriter.Open(directory, TestDocuments.Schema, Kept).Dispose();

        IndexAssert.Holds(directory, life.ModelAt(last));
    }

    [Fact]
    public void Open_FilesOfAllGenerationsLost_TheWriterFindsTheNewestCommitAgain()
    {
        var life = new ScriptedLife(43);
        var (directory, last) = Generations(life);
        foreach (var name in directory.List().Where(IndexFiles.IsGeneration).ToList())
        {
            directory.Delete(name);
        }

        Assert.Throws<ForeignIndexException>(() => IndexReader.Open(directory));

        IndexWriter.Open(directory, TestDocuments.Schema, Kept).Dispose();

        IndexAssert.Holds(directory, life.ModelAt(last));
    }

    [Fact]
    public void Open_AnotherProgramsIndex_IsRefusedAndLeftAsItIs()
    {
        var directory = Foreign();
        foreach (var damaged in new[] { directory, Cut(directory, "segments_1"), Without(directory, "segments_1") })
        {
            var before = damaged.List().Order(StringComparer.Ordinal).ToList();

            Assert.Throws<ForeignIndexException>(() => IndexReader.Open(damaged));
            Assert.Throws<ForeignIndexException>(() => IndexWriter.Open(damaged, TestDocuments.Schema, Kept));

            Assert.Equal(before, damaged.List().Order(StringComparer.Ordinal));
            Assert.NotEmpty(IndexChecker.Check(damaged, default).Findings);
        }
    }

    private static IndexWriterOptions Kept => ScriptedLife.Options with { Lease = TimeSpan.FromDays(1), MaxDeletedShare = 1 };

    /// <summary>An index of several generations that are all kept, with deletions and segments of several documents.</summary>
    private static (MemoryIndexDirectory Directory, int Last) Generations(ScriptedLife life)
    {
        var directory = new MemoryIndexDirectory();
        const int Last = 4;
        for (var commit = 1; commit <= Last; commit++)
        {
            using var writer = IndexWriter.Open(directory, TestDocuments.Schema, Kept);
            life.Write(writer, commit);
        }

        Assert.Contains(directory.List(), name => name.EndsWith(".del", StringComparison.Ordinal));
        return (directory, Last);
    }

    private static IEnumerable<MemoryIndexDirectory> Damages(MemoryIndexDirectory original, string name, Random random)
    {
        for (var round = Effort.Of(24, 2_000); round > 0; round--)
        {
            var flipped = Copy(original);
            flipped[name] = (byte[])original[name].Clone();
            flipped[name][random.Next(flipped[name].Length)] ^= (byte)(1 << random.Next(8));
            yield return flipped;
        }

        for (var round = Effort.Of(4, 300); round > 0; round--)
        {
            var cut = Copy(original);
            cut[name] = original[name][..random.Next(original[name].Length)];
            yield return cut;
        }
    }

    /// <summary>
    /// Whether the damage is met by a typed error; if not, the newest generation answers as it did. A writer deletes nothing where it is
    /// refused.
    /// </summary>
    private static bool IsRefused(MemoryIndexDirectory damaged, ScriptedLife life, int last)
    {
        var before = damaged.List().ToHashSet();
        var read = Record.Exception(() =>
        {
            using var reader = IndexReader.Open(damaged)!;
            IndexAssert.Holds(reader, life.ModelAt(last));
        });
        Assert.True(read is null or CorruptIndexException or IndexFormatException, $"{read}");
        var written = Record.Exception(() => IndexWriter.Open(damaged, TestDocuments.Schema, Kept).Dispose());
        Assert.Equal(read is null, written is null);
        Assert.True(written is null or CorruptIndexException or IndexFormatException, $"{written}");
        if (written is not null)
        {
            Assert.Equal(before, damaged.List().ToHashSet());
            return true;
        }

        using var after = IndexReader.Open(damaged)!;
        IndexAssert.Holds(after, life.ModelAt(last));
        return false;
    }

    private static MemoryIndexDirectory Foreign()
    {
        using var lucene = new Lucene.Net.Store.RAMDirectory();
        using (var writer = new Lucene.Net.Index.IndexWriter(
            lucene, new Lucene.Net.Index.IndexWriterConfig(Lucene.Net.Util.LuceneVersion.LUCENE_48, analyzer: null)))
        {
            writer.AddDocument([new Lucene.Net.Documents.StringField("id", "1", Lucene.Net.Documents.Field.Store.YES)]);
        }

        var directory = new MemoryIndexDirectory();
        foreach (var name in lucene.ListAll())
        {
            using var input = lucene.OpenInput(name, Lucene.Net.Store.IOContext.READ_ONCE);
            directory[name] = new byte[input.Length];
            input.ReadBytes(directory[name], 0, (int)input.Length);
        }

        return directory;
    }

    private static MemoryIndexDirectory Cut(MemoryIndexDirectory original, string name)
    {
        var cut = Copy(original);
        cut[name] = original[name][..(original[name].Length / 2)];
        return cut;
    }

    private static MemoryIndexDirectory Without(MemoryIndexDirectory original, string name)
    {
        var without = Copy(original);
        without.Delete(name);
        return without;
    }

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
            Assert.NotEqual(
                0, new IndexSearcher(reader).Count(new LiteralQuery("氢"), BlockFilter.All, [], default).MentionsByDocument.Sum());
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
