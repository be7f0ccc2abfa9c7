using PlanSearch.Corpus.Ingest;
using PlanSearch.TestSupport;

namespace PlanSearch.Corpus.Tests.Ingest;

/// <summary>Whether a collection is in step with its files.</summary>
public sealed class StaleCheckTests : IDisposable
{
    private readonly IngestFolder _folder = new();

    [Fact]
    public void IsStale_InStepAndOutOfStep_TellsThemApart()
    {
        Assert.True(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));
        _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        Assert.False(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));

        _folder.Write("乙.txt", "种藕");
        Assert.True(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));
        File.Delete(Path.Combine(_folder.Plans, "乙.txt"));
        Assert.False(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));

        _folder.Write("甲.txt", "养蟹");
        Assert.True(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));
        _folder.Write("甲.txt", "养鱼");
        Assert.False(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));

        _folder.WriteAt("plans/甲.meta.yaml", "title: 甲区规划\n");
        Assert.True(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));
        File.Delete(Path.Combine(_folder.Plans, "甲.meta.yaml"));
        File.Delete(Path.Combine(_folder.Plans, "甲.txt"));
        Assert.True(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));
    }

    [Theory]
    [InlineData("甲.txt")]
    [InlineData("甲.meta.yaml")]
    public void IsStale_SameSizeAndAnOlderTime_IsAnotherFile(string file)
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.WriteAt("plans/甲.meta.yaml", "title: 甲\n");
        _folder.Run();
        var path = Path.Combine(_folder.Plans, file);
        var content = File.ReadAllText(path);

        // As rsync -t and cp -p leave it.
        File.WriteAllText(path, content.Replace('鱼', '蟹').Replace("title: 甲", "title: 乙", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(path, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.True(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));
        File.WriteAllText(path, content);
        Assert.False(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));
    }

    [Fact]
    public void IsStale_LinkedFile_GoesByWhatItLeadsTo()
    {
        var path = _folder.WriteAt("elsewhere/甲.txt", IngestFolder.PlanText("养鱼"));
        Directory.CreateDirectory(_folder.Plans);
        File.CreateSymbolicLink(Path.Combine(_folder.Plans, "甲.txt"), path);
        var options = _folder.Options with { FollowLinks = true };
        PlanIngest.Run(options, new IngestRequest([_folder.Plans]), progress: null, default);
        Assert.False(PlanIngest.IsStale(options, [_folder.Plans]));

        _folder.WriteAt("elsewhere/甲.txt", IngestFolder.PlanText("养蟹"));
        Assert.True(PlanIngest.IsStale(options, [_folder.Plans]));
    }

    public void Dispose() => _folder.Dispose();
}
