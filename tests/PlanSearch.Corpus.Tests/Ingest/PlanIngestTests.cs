using PlanSearch.Corpus.Ingest;
using PlanSearch.TestSupport;

namespace PlanSearch.Corpus.Tests.Ingest;

/// <summary>What an ingest makes of files that came, changed or went.</summary>
public sealed class PlanIngestTests : IDisposable
{
    private readonly IngestFolder _folder = new();

    [Fact]
    public void Run_FolderOfPlans_PublishesThemUnderTheirPaths()
    {
        _folder.Write("石栎县.txt", "养鱼");
        _folder.Write("临漪市/霁湖区.TXT", "种藕");
        _folder.Write("临漪市/无扩展名", "修路");

        var report = _folder.Run();

        Assert.Equal(1, report.Generation);
        Assert.Equal<string>(["临漪市~无扩展名", "临漪市~霁湖区", "石栎县"], report.Added);
        Assert.Equal(report.Added.Order(StringComparer.Ordinal), _folder.Ids);
        Assert.Empty(report.Failures);
        Assert.Equal(1, _folder.Find("种藕")["临漪市~霁湖区"]);
        Assert.Equal("临漪市/霁湖区.TXT", _folder.Plan("临漪市~霁湖区").File);
        Assert.True(report.Bytes > 100);
    }

    [Fact]
    public void Run_NothingChanged_PublishesNothing()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Run();

        var report = _folder.Run();

        Assert.Equal((1L, 1), (report.Generation, report.Unchanged));
        Assert.Empty(report.Added.Concat(report.Replaced).Concat(report.Removed));
    }

    [Fact]
    public void Run_FileChanged_ReplacesThatPlanOnly()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Write("乙.txt", "种藕");
        _folder.Run();
        _folder.Write("甲.txt", "养蟹");

        var report = _folder.Run();

        Assert.Equal((2L, 1), (report.Generation, report.Unchanged));
        Assert.Equal<string>(["甲"], report.Replaced);
        Assert.Equal((0, 1), (_folder.Find("养鱼")["甲"], _folder.Find("养蟹")["甲"]));
    }

    [Fact]
    public void Run_FileTouchedOnly_IsUnchanged()
    {
        File.SetLastWriteTimeUtc(_folder.Write("甲.txt", "养鱼"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        _folder.Run();
        File.SetLastWriteTimeUtc(Path.Combine(_folder.Plans, "甲.txt"), new DateTime(2040, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.False(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));
        Assert.Equal(1, _folder.Run().Generation);
    }

    [Fact]
    public void Run_FileGone_DropsItsPlan()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Write("乙.txt", "种藕");
        _folder.Run();
        File.Delete(Path.Combine(_folder.Plans, "乙.txt"));

        var report = _folder.Run();

        Assert.Equal<string>(["乙"], report.Removed);
        Assert.Equal(["甲"], _folder.Ids);
    }

    [Fact]
    public void Run_FileRenamed_IsOnePlanLessAndOneMore()
    {
        var path = _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        File.Move(path, Path.Combine(_folder.Plans, "乙.txt"));

        var report = _folder.Run();

        Assert.Equal<string>(["乙"], report.Added);
        Assert.Equal<string>(["甲"], report.Removed);
        Assert.Equal(["乙"], _folder.Ids);
    }

    [Fact]
    public void Run_ExtensionRenamed_IsTheSamePlanReplaced()
    {
        var path = _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        File.Move(path, Path.Combine(_folder.Plans, "甲"));

        var report = _folder.Run();

        Assert.Equal<string>(["甲"], report.Replaced);
        Assert.Empty(report.Removed);
        Assert.Equal("甲", _folder.Plan("甲").File);
    }

    [Fact]
    public void Run_SameTextTwice_KeepsBothAndWarns()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Write("乙.txt", "养鱼");

        var report = _folder.Run();

        Assert.Equal(2, report.Added.Length);
        Assert.Equal<string>(["正文相同：乙、甲。"], report.Warnings);
        Assert.Equal<string>(report.Warnings, _folder.Manifest.Warnings);
    }

    [Fact]
    public void Run_SamplePlans_AreAllTaken()
    {
        var report = _folder.Run([Repository.SamplePlans]);

        Assert.NotEmpty(report.Added);
        Assert.Empty(report.Failures);
        Assert.Equal(Repository.SamplePlanFiles.Count, report.Added.Length);
    }

    public void Dispose() => _folder.Dispose();
}
