using PlanSearch.Corpus.Index;
using PlanSearch.Corpus.Ingest;
using PlanSearch.Corpus.Index.Port;

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
        Assert.False(Directory.Exists(_folder.Index + ".new"));
        Assert.Equal(["notes.md"], Directory.GetFiles(_folder.Index + ".old").Select(Path.GetFileName));
    }

    [Fact]
    public void Run_SwapCutShort_BringsTheOldIndexBack()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        Directory.Move(_folder.Index, _folder.Index + ".old");

        Assert.Equal((1L, 1), (_folder.Run().Generation, _folder.Run().Unchanged));
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

    private List<string> Damage()
    {
        var segment = Directory.GetFiles(_folder.Index, "segment-*").Single();
        var bytes = File.ReadAllBytes(segment);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(segment, bytes);
        return [.. Directory.GetFiles(_folder.Index).Order()];
    }

    private void Republish(Func<CorpusManifest, CorpusManifest> change)
    {
        var manifest = _folder.Manifest;
        using var index = _folder.Options.Store.Open();
        using var writer = index.OpenWriter();
        writer.Commit(change(manifest));
    }
}
