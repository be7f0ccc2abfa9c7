using PlanSearch.TestSupport;

namespace PlanSearch.Corpus.Tests.Ingest;

/// <summary>Which plans an ingest speaks for: those of the roots it was given.</summary>
public sealed class IngestRootsTests : IDisposable
{
    private readonly IngestFolder _folder = new();

    [Fact]
    public void Run_OtherRoot_KeepsThePlansOfTheFirst()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        _folder.WriteAt("more/乙.txt", IngestFolder.PlanText("种藕"));

        _folder.Run([_folder.At("more")]);

        Assert.Equal(["乙", "甲"], _folder.Ids);
        Assert.Equal(new[] { _folder.At("more"), _folder.Plans }.Order(), _folder.Manifest.Roots.Order());
    }

    [Fact]
    public void Run_OtherRootWithOnly_DropsThePlansOfTheFirst()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        _folder.WriteAt("more/乙.txt", IngestFolder.PlanText("种藕"));

        var report = _folder.Run([_folder.At("more")], only: true);

        Assert.Equal<string>(["甲"], report.Removed);
        Assert.Equal(["乙"], _folder.Ids);
        Assert.Equal<string>([_folder.At("more")], _folder.Manifest.Roots);
    }

    [Fact]
    public void Run_RootsMovedElsewhere_TakeOverTheirPlans()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        Directory.Move(_folder.Plans, _folder.At("moved"));

        var report = _folder.Run([_folder.At("moved")]);

        Assert.Empty(report.Failures);
        Assert.Equal<string>(["甲"], report.Replaced);
        Assert.Equal(_folder.At("moved"), _folder.Plan("甲").Root);
    }

    [Fact]
    public void Run_SingleFiles_LeaveTheirNeighboursAlone()
    {
        var path = _folder.Write("甲.txt", "养鱼");
        _folder.Write("乙.txt", "种藕");
        _folder.Run();
        _folder.Write("甲.txt", "养蟹");
        _folder.Write("丙.txt", "修路");

        var report = _folder.Run([path]);

        Assert.Equal<string>(["甲"], report.Replaced);
        Assert.Empty(report.Added.Concat(report.Removed));
        Assert.Equal(["乙", "甲"], _folder.Ids);
    }

    [Fact]
    public void Run_SameFileByTwoRoots_IsOnePlan()
    {
        var path = _folder.Write("甲.txt", "养鱼");

        var report = _folder.Run([_folder.Plans, path, _folder.Plans + "/"]);

        Assert.Equal<string>(["甲"], report.Added);
        Assert.Empty(report.Failures);
    }

    public void Dispose() => _folder.Dispose();
}
