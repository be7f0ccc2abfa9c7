using PlanSearch.Corpus.Ingest;
using PlanSearch.TestSupport;

namespace PlanSearch.Corpus.Tests.Ingest.Files;

/// <summary>Links in a folder of plans: every place is entered once, and none leads out of the folder unless that is allowed.</summary>
public sealed class FolderLinksTests : IDisposable
{
    private readonly IngestFolder _folder = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Run_LinksToTheFolderAbove_TakeEachPlanOnce(bool followsLinks)
    {
        _folder.WriteAt("above/plans/甲.txt", IngestFolder.PlanText("养鱼"));
        Link("above/plans/up", "..");
        Link("above/plans/again", "..");
        Link("above/plans/self", ".");
        var options = _folder.Options with { FollowLinks = followsLinks };
        var root = _folder.At("above/plans");

        var report = PlanIngest.Run(options, new IngestRequest([root]), progress: null, default).Value!;

        Assert.Equal<string>(["甲"], report.Added);
        Assert.Subset(report.Failures.Select(failure => failure.File).ToHashSet(), new HashSet<string> { "self", "up" });
        Assert.False(PlanIngest.IsStale(options, [root]));
    }

    [Fact]
    public void Run_LinksThatLeadIntoEachOther_End()
    {
        _folder.Write("一/甲.txt", "养鱼");
        _folder.Write("二/乙.txt", "种藕");
        Link("plans/一/二", "../二");
        Link("plans/二/一", "../一");
        Link("plans/环", "环圈");
        Link("plans/环圈", "环");

        var report = Run(followsLinks: true);

        Assert.Equal<string>(["一~甲", "二~乙"], report.Added);
        Assert.Equal(["一/二", "二/一", "环", "环圈"], report.Failures.Select(failure => failure.File).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Run_LinksOut_AreRefusedByNameUnlessAllowed()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.WriteAt("elsewhere/乙.txt", IngestFolder.PlanText("种藕"));
        _folder.WriteAt("elsewhere/内/丙.txt", IngestFolder.PlanText("修路"));
        Link("plans/乙.txt", "../elsewhere/乙.txt");
        Link("plans/内", _folder.At("elsewhere/内"));

        var refused = Run(followsLinks: false);

        Assert.Equal<string>(["甲"], refused.Added);
        Assert.Equal(["乙.txt", "内"], refused.Failures.Select(failure => failure.File).Order(StringComparer.Ordinal));
        Assert.All(refused.Failures, failure => Assert.Contains("PlanSearch__FollowLinks", failure.Reason, StringComparison.Ordinal));
        Assert.Contains(refused.Failures, failure => failure.Reason.Contains(_folder.At("elsewhere/内"), StringComparison.Ordinal));
        Assert.Equal(["乙", "内~丙"], Run(followsLinks: true).Added.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Run_LinkToAFileThatIsTaken_NamesItAndALinkToAHiddenOneIsTaken()
    {
        _folder.Write("乙.txt", "种藕");
        _folder.WriteAt("plans/..data/丙.txt", IngestFolder.PlanText("修路"));
        Link("plans/甲.txt", "乙.txt");
        Link("plans/丙.txt", "..data/丙.txt");

        var report = Run(followsLinks: false);

        Assert.Equal(["丙", "乙"], report.Added.Order(StringComparer.Ordinal));
        Assert.Equal("甲.txt", Assert.Single(report.Failures).File);
    }

    [Fact]
    public void Run_RootThatIsALink_IsWalked()
    {
        _folder.WriteAt("real/甲.txt", IngestFolder.PlanText("养鱼"));
        Link("plans", "real");

        Assert.Equal<string>(["甲"], Run(followsLinks: false).Added);
    }

    public void Dispose() => _folder.Dispose();

    private IngestReport Run(bool followsLinks) =>
        PlanIngest.Run(
            _folder.Options with { FollowLinks = followsLinks }, new IngestRequest([_folder.Plans]), progress: null, default).Value!;

    private void Link(string path, string target) => File.CreateSymbolicLink(_folder.At(path), target);
}
