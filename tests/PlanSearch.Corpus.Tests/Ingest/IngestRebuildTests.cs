using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Ingest;
using PlanSearch.Index.Codec;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;
using PlanSearch.TestSupport;
using PlanSearch.TestSupport.Storage;

namespace PlanSearch.Corpus.Tests.Ingest;

/// <summary>An ingest that reads everything anew, and one that finds the index damaged, of other versions or half swapped.</summary>
public sealed class IngestRebuildTests : IDisposable
{
    private readonly IngestFolder _folder = new();

    [Fact]
    public void Run_Rebuild_ReadsAllRootsAnewAsOneMoreGeneration()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        _folder.WriteAt("more/乙.txt", IngestFolder.PlanText("种藕"));

        var report = _folder.Run([_folder.At("more")], rebuild: true);

        Assert.Equal(2, report.Generation);
        Assert.Equal<string>(["甲"], report.Replaced);
        Assert.Equal(["乙", "甲"], _folder.Ids);
    }

    [Fact]
    public void Run_DamagedIndex_SaysSoAndTouchesNothing()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        var files = Damage();

        Assert.Throws<IndexDamagedException>(() => _folder.Run());

        Assert.Equal(files, Directory.GetFiles(_folder.Index).Order());
    }

    [Fact]
    public void Run_RebuildOverADamagedIndex_TakesItsPlace()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        Damage();
        _folder.WriteAt("index/notes.md", "mine");

        var report = _folder.Run(rebuild: true);

        Assert.Equal<string>(["甲"], report.Added);
        Assert.Equal(["甲"], _folder.Ids);
        Assert.Contains(report.Warnings, warning => warning.Contains($"rm -r {_folder.At("index/.former-1")}", StringComparison.Ordinal));
        Assert.True(File.Exists(_folder.At("index/notes.md")));
        Assert.NotEmpty(Directory.GetFiles(_folder.At("index/.former-1"), "_*.ps"));
        Assert.Equal([".former-1"], Directory.GetDirectories(_folder.Index).Select(Path.GetFileName));
        Assert.Equal(["index"], Directory.GetDirectories(_folder.At(""), "index*").Select(Path.GetFileName));
    }

    [Fact]
    public void Run_RebuildOverAnIndexThatLacksASection_ContinuesItWithWhatNoFileCanGiveAnyMore()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Write("乙.txt", "种藕");
        _folder.WriteAt("more/丙.txt", IngestFolder.PlanText("采菱"));
        _folder.Run([_folder.Plans, _folder.At("more")]);
        _folder.Write("甲.txt", "养虾");
        _folder.Run();
        var (generation, identity, log) = _folder.Read(
            snapshot => (snapshot.Generation, snapshot.Identity, snapshot.Manifest.ChangeLog!));
        MissingSection.Make(_folder.Index, MissingSection.Spreads);
        Assert.Throws<IndexVersionException>(() => _folder.Run());
        _folder.Write("乙.txt", new byte[] { 0, 1, 2, 3 });
        File.Delete(_folder.At("more/丙.txt"));

        var report = _folder.Run(rebuild: true);

        // One that can be read no more is there as it was; one that is gone is dropped, also from a root that was not named now.
        Assert.Equal((generation + 1, "甲", "丙"), (report.Generation, Assert.Single(report.Replaced), Assert.Single(report.Removed)));
        Assert.Equal(new Dictionary<string, int> { ["甲"] = 0, ["乙"] = 1 }, _folder.Find("种藕"));
        Assert.Equal((identity, _folder.At("more")), _folder.Read(snapshot => (snapshot.Identity, snapshot.Manifest.Roots[^1])));
        var carried = _folder.Manifest.ChangeLog!;
        Assert.Equal((log.From, log.Changes[0].Name), (carried.From, carried.Changes[0].Name));
        Assert.Equal<string>(["丙"], carried.Changes[1].Set.Removed);
        Assert.Contains("养鱼", _folder.Read(
            snapshot => string.Concat(Assert.Single(snapshot.Kept(carried.Changes[0].Name)).Read().Texts)), StringComparison.Ordinal);
        Assert.Contains("采菱", _folder.Read(
            snapshot => string.Concat(Assert.Single(snapshot.Kept(carried.Changes[1].Name)).Read().Texts)), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_RebuildOverAnIndexWithoutItsTexts_BeginsAnewAndSaysSo()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        var identity = _folder.Read(snapshot => snapshot.Identity);
        MissingSection.Make(_folder.Index, MissingSection.Stored);

        var report = _folder.Run(rebuild: true);

        Assert.Equal((2L, "甲"), (report.Generation, Assert.Single(report.Added)));
        Assert.Contains(report.Warnings, warning => warning.Contains("变化记录从数据版本2重新开始", StringComparison.Ordinal));
        Assert.NotEqual(identity, _folder.Read(snapshot => snapshot.Identity));
    }

    [Fact]
    public void Run_SwapCutShortAnywhere_IsFinishedByTheNext()
    {
        _folder.Write("甲.txt", "养鱼");
        var first = _folder.Run().Generation;
        var old = Files(_folder.Index);
        Damage();
        _folder.Write("乙.txt", "种藕");
        var built = _folder.Run(rebuild: true).Generation;
        var made = Files(_folder.Index);
        Assert.True(built > first);

        // A cut leaves old files in both places, or new ones in both: the first or the last of them moved, or none, or all.
        foreach (var (phase, moved) in new[] { ("whole", 0), ("whole", 3), ("whole", old.Count), ("moving", 0), ("moving", 3), ("moving", made.Count - 1), ("moving", made.Count) })
        {
            Unswap(phase, moved, old, made);

            var report = _folder.Run();

            Assert.Equal((built, 2), (report.Generation, report.Unchanged));
            Assert.Equal(made, Files(_folder.Index));
            Assert.Equal(old, Files(_folder.At("index/.former-1")));
            Assert.Equal([".former-1"], Directory.GetDirectories(_folder.Index).Select(Path.GetFileName));
        }
    }

    [MountFact]
    public void Run_RebuildInAFolderThatIsAMountPointUnderAReadOnlyOne_TakesTheOldOnesPlace()
    {
        _folder.Write("甲.txt", "养鱼");
        using var parent = new SmallDisk("size=1m");
        using var mount = new SmallDisk(Path.Combine(parent.Path, "index"), "size=16m");
        parent.Remount("ro");
        var options = _folder.Options with { IndexDirectory = mount.Path };
        PlanIngest.Run(options, new IngestRequest([_folder.Plans]), progress: null, default);
        Damage(mount.Path);

        var report = PlanIngest.Run(options, new IngestRequest([_folder.Plans], Rebuild: true), progress: null, default).Value!;

        Assert.Equal((2L, "甲"), (report.Generation, Assert.Single(report.Added)));
        using var collection = PlanCollection.Open(options);
        using var reader = collection.Read();
        Assert.Equal(2, reader.Generation);
    }

    [Fact]
    public void Run_OtherVersions_ReadsEverythingAgain()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        Republish(manifest => manifest with { Versions = manifest.Versions.SetItem("parser", "0") });
        _folder.WriteAt("more/乙.txt", IngestFolder.PlanText("种藕"));

        Assert.True(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));
        var report = _folder.Run([_folder.At("more")]);

        Assert.Equal<string>(["乙"], report.Added);
        Assert.Equal<string>(["甲"], report.Replaced);
        Assert.False(PlanIngest.IsStale(_folder.Options, [_folder.Plans, _folder.At("more")]));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>What a swap leaves that was cut short: some files moved, the others where they were.</summary>
    private void Unswap(string phase, int moved, List<string> old, List<string> made)
    {
        var (former, next) = (_folder.At("index/.former-1"), Directory.CreateDirectory(_folder.At($"index/.next-{phase}-1")).FullName);
        foreach (var name in phase == "whole" ? made : made.Skip(moved))
        {
            File.Move(Path.Combine(_folder.Index, name), Path.Combine(next, name));
        }

        foreach (var name in phase == "whole" ? old.Skip(moved) : [])
        {
            File.Move(Path.Combine(former, name), Path.Combine(_folder.Index, name));
        }
    }

    private static List<string> Files(string folder) =>
        [.. Directory.GetFiles(folder)
            .Select(file => Path.GetFileName(file))
            .Where(IndexFiles.IsIndexFile)
            .OrderBy(IndexFiles.IsGeneration)
            .ThenBy(name => name, StringComparer.Ordinal)];

    private List<string> Damage() => Damage(_folder.Index);

    private static List<string> Damage(string index)
    {
        var segment = Directory.GetFiles(index, "_*.ps").Single();
        var bytes = File.ReadAllBytes(segment);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(segment, bytes);
        return [.. Directory.GetFiles(index).Order()];
    }

    private void Republish(Func<CorpusManifest, CorpusManifest> change)
    {
        var manifest = _folder.Manifest;
        using var index = _folder.Options.Store.Open();
        using var writer = index.OpenWriter();
        writer.Commit(change(manifest));
    }
}
