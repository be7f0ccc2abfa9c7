using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text;
using PlanSearch.Index.Indexing;
using PlanSearch.Index.Search;
using PlanSearch.Index.Snapshots;
using PlanSearch.Index.Storage;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Index.Tests.Durability;

/// <summary>One generation into one file and back.</summary>
public sealed class SnapshotTests(ITestOutputHelper output)
{
    private readonly ScriptedLife _life = new(21);

    [Fact]
    public void Restore_IntoAnEmptyIndex_GivesTheSameDocuments()
    {
        var (_, snapshot) = Make(commits: 4);
        var target = new MemoryIndexDirectory();

        var report = Restore(snapshot, target);

        Assert.Equal(1, report.Generation);
        IndexAssert.Holds(target, _life.ModelAt(4));
    }

    [Fact]
    public void Restore_IntoAnOtherLife_IsItsNextGenerationAndTheOldOneStays()
    {
        var (_, snapshot) = Make(commits: 4);
        var other = new ScriptedLife(22);
        var target = new MemoryIndexDirectory();
        Write(target, other, 3);
        using var before = IndexReader.Open(target)!;

        var report = Restore(snapshot, target);

        Assert.Equal(before.Generation + 1, report.Generation);
        IndexAssert.Holds(target, _life.ModelAt(4));
        IndexAssert.Holds(before, other.ModelAt(3));
        using var again = IndexReader.Open(target, before.Generation)!;
        IndexAssert.Holds(again, other.ModelAt(3));
        using (var writer = IndexWriter.Open(target, TestDocuments.Schema, ScriptedLife.Options))
        {
            _life.Write(writer, 5);
        }

        IndexAssert.Holds(target, _life.ModelAt(5));
    }

    [Fact]
    public void Restore_WhileAWriterIsOpen_IsRefused()
    {
        var (directory, snapshot) = Make(commits: 1);
        using var writer = IndexWriter.Open(directory, TestDocuments.Schema, ScriptedLife.Options);

        Assert.Throws<DirectoryLockedException>(() => Restore(snapshot, directory));
    }

    [Fact]
    public void Restore_AnotherSchema_IsRefused()
    {
        var (_, snapshot) = Make(commits: 1);
        var target = new MemoryIndexDirectory();

        var error = Assert.Throws<IndexSchemaException>(() =>
            SnapshotRestore.Run(
                new MemoryIndexDirectory { ["x"] = snapshot },
                "x",
                target,
                new IndexSchema(["record"], []),
                ScriptedLife.Options,
                default));

        Assert.Contains("--rebuild", error.Message, StringComparison.Ordinal);
        Assert.Empty(target.List());
    }

    [Fact]
    public void Write_SameGenerationTwice_GivesTheSameBytes()
    {
        var (directory, snapshot) = Make(commits: 2);

        IndexSnapshot.Write(directory, directory, "again", default);

        Assert.Equal(snapshot, directory["again"]);
    }

    [Fact]
    public void Write_NameThatIsTaken_IsRefusedAndLeftAlone()
    {
        var (directory, snapshot) = Make(commits: 2);

        Assert.Throws<IndexWriteException>(() => IndexSnapshot.Write(directory, directory, "snapshot", default));

        Assert.Equal(snapshot, directory["snapshot"]);
    }

    [Fact]
    public void Write_NoGeneration_IsNull() =>
        Assert.Null(IndexSnapshot.Write(new MemoryIndexDirectory(), new MemoryIndexDirectory(), "snapshot", default));

    [Fact]
    public void Write_AnyGeneration_IsATarThatProvesItself()
    {
        var (_, snapshot) = Make(commits: 3);
        var unpacked = new MemoryIndexDirectory();
        using var tar = new TarReader(new MemoryStream(snapshot));
        for (var entry = tar.GetNextEntry(); entry is not null; entry = tar.GetNextEntry())
        {
            using var bytes = new MemoryStream();
            entry.DataStream!.CopyTo(bytes);
            unpacked[entry.Name] = bytes.ToArray();
        }

        var lines = Encoding.ASCII.GetString(unpacked["SHA256SUMS"])
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .ToList();
        Assert.Equal(unpacked.List().Count - 1, lines.Count);
        Assert.All(lines, line => Assert.Equal(line[..64], Convert.ToHexStringLower(SHA256.HashData(unpacked[line[66..]]))));
        unpacked.Delete("SHA256SUMS");
        IndexAssert.Holds(unpacked, _life.ModelAt(3));
    }

    [Fact]
    public void Contents_OfTheWorkedExample_BeginAsDocumented()
    {
        var first = Encoding.ASCII.GetString(
            new SnapshotContents(3, [new SnapshotFile("generation-0000000003", 415, new string('0', 64))]).Encode()).Split('\n')[0];

        Assert.Contains(
            $"`{first}`",
            File.ReadAllText(Path.Combine(Repository.Root, "src", "PlanSearch.Index", "FORMAT.md")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Restore_SnapshotCutAnywhere_RestoresNothing()
    {
        var (_, snapshot) = Make(commits: 1);

        // A tar ends with two blocks of zeros; without them it is still whole.
        var end = snapshot.AsSpan().LastIndexOfAnyExcept((byte)0);
        var stride = Effort.Of(17, 1);
        for (var length = 0; length < end; length += stride)
        {
            var target = new MemoryIndexDirectory();
            Assert.Throws<SnapshotException>(() => Restore(snapshot[..length], target));
            Assert.Empty(target.List());
        }
    }

    [Fact]
    public void Restore_AnyBitFlipped_RestoresTheSameOrNothing()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        var (_, snapshot) = Make(commits: 1);
        var (flips, restored) = (Effort.Of(1_200, 60_000), 0);
        for (var flip = 0; flip < flips; flip++)
        {
            var changed = (byte[])snapshot.Clone();

            // Half of them in the headers of the archive and its list, which are a small part of the whole.
            changed[flip % 2 == 0 ? random.Next(changed.Length) : random.Next(2_048)] ^= (byte)(1 << random.Next(8));
            var target = new MemoryIndexDirectory();
            var error = Record.Exception(() => Restore(changed, target));
            if (error is null)
            {
                restored++;
                IndexAssert.Holds(target, _life.ModelAt(1));
            }
            else
            {
                Assert.True(error is SnapshotException or IndexFormatException, error.ToString());
                Assert.Empty(target.List());
            }
        }

        output.WriteLine($"{flips} flips, {restored} of no consequence");
    }

    [Fact]
    public void Restore_DocumentOfAnotherKind_IsRefused()
    {
        foreach (var bytes in new[] { [], "氢能"u8.ToArray(), new byte[10_000], Enumerable.Repeat((byte)'x', 10_000).ToArray() })
        {
            Assert.Throws<SnapshotException>(() => Restore(bytes, new MemoryIndexDirectory()));
        }
    }

    private (MemoryIndexDirectory Directory, byte[] Snapshot) Make(int commits)
    {
        var directory = new MemoryIndexDirectory();
        Write(directory, _life, commits);
        Assert.NotNull(IndexSnapshot.Write(directory, directory, "snapshot", default));
        return (directory, directory["snapshot"]);
    }

    private static void Write(MemoryIndexDirectory directory, ScriptedLife life, int commits)
    {
        using var writer = IndexWriter.Open(directory, TestDocuments.Schema, ScriptedLife.Options);
        for (var commit = 1; commit <= commits; commit++)
        {
            life.Write(writer, commit);
        }
    }

    private static SnapshotReport Restore(byte[] snapshot, IndexDirectory target) =>
        SnapshotRestore.Run(
            new MemoryIndexDirectory { ["snapshot"] = snapshot }, "snapshot", target, TestDocuments.Schema, ScriptedLife.Options, default);
}
