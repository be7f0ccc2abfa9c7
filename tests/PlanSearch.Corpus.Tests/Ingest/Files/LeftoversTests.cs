using PlanSearch.Corpus.Ingest;
using PlanSearch.Corpus.Upkeep;
using PlanSearch.TestSupport;

namespace PlanSearch.Corpus.Tests.Ingest.Files;

/// <summary>What changes that were cut short have left, and sidecars whose plan is gone.</summary>
public sealed class LeftoversTests : IDisposable
{
    private readonly IngestFolder _folder = new();

    [Fact]
    public void Run_FilesOfAChangeThatWasCutShort_AreSweptAndSaid()
    {
        _folder.Write("内/甲.txt", "养鱼");
        _folder.Run();
        var left = new[] { "plans/内/.plansearch-0a.part", "plans/.plansearch-0b.old", ".plansearch-0c.part" }
            .Select(path => _folder.WriteAt(path, "left"))
            .ToList();
        Assert.True(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));

        var report = _folder.Run();

        Assert.DoesNotContain(left, File.Exists);
        Assert.All(left, path => Assert.Contains(report.Warnings, warning => warning.StartsWith(path, StringComparison.Ordinal)));
        Assert.False(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));
    }

    [Fact]
    public void Run_FilesOfAChangeUnderWay_StayAndAreBroughtBack()
    {
        var path = _folder.Write("甲.txt", "养鱼");
        _folder.Write("乙.txt", "种藕");
        _folder.Run();

        using (FileSwap.Remove(path))
        {
            _folder.Run();
        }

        Assert.Contains("养鱼", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_folder.Plans, ".*"));
    }

    [Fact]
    public void Run_SidecarWithoutItsPlan_IsNamed()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.WriteAt("plans/甲.meta.yaml", "title: 甲\n");
        _folder.WriteAt("plans/内/乙.meta.yaml", "title: 乙\n");

        Assert.StartsWith("内/乙.meta.yaml：", Assert.Single(_folder.Run().Warnings), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
