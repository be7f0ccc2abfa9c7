using System.Text;
using PlanSearch.Corpus.Ingest;

namespace PlanSearch.Corpus.Tests.Ingest;

/// <summary>Two files of one name are two plans, or one in two formats.</summary>
public sealed class SameStemTests : IDisposable
{
    private readonly IngestFolder _folder = new();

    [Fact]
    public void Run_TwoFormatsOfOneName_AreTwoPlans()
    {
        _folder.Write("甲.md", "养鱼");
        _folder.Write("甲.txt", "种藕");

        var report = _folder.Run();

        Assert.Empty(report.Failures);
        Assert.Equal(["甲", "甲.md"], _folder.Ids);
        Assert.Equal("甲.txt", _folder.Plan("甲").File);
    }

    [Fact]
    public void Run_SecondFormatComesLater_TheFirstKeepsItsId()
    {
        _folder.Write("甲.md", "养鱼");
        _folder.Run();
        _folder.Write("甲.txt", "种藕");
        _folder.Run();

        Assert.Equal("甲.md", _folder.Plan("甲").File);
        Assert.Equal("甲.txt", _folder.Plan("甲.txt").File);
    }

    [Fact]
    public void Run_FirstFormatGoes_TheOtherKeepsItsIdForGood()
    {
        _folder.Write("甲.md", "养鱼");
        _folder.Write("甲.txt", "种藕");
        _folder.Run();
        File.Delete(Path.Combine(_folder.Plans, "甲.txt"));
        _folder.Run();
        Assert.Equal(["甲.md"], _folder.Ids);

        _folder.Run(rebuild: true);
        Assert.Equal(["甲.md"], _folder.Ids);
    }

    [Fact]
    public void Run_SidecarOfTheOther_LiesUnderItsWholeName()
    {
        _folder.Write("甲.md", "养鱼");
        _folder.Write("甲.txt", "种藕");
        _folder.Write("甲.meta.yaml", Encoding.UTF8.GetBytes("issuer: 甲局\n"));
        _folder.Write("甲.md.meta.yaml", Encoding.UTF8.GetBytes("issuer: 乙局\n"));
        _folder.Run();

        Assert.Equal(("甲局", "乙局"), (_folder.Plan("甲").Metadata.Issuer, _folder.Plan("甲.md").Metadata.Issuer));
    }

    [Fact]
    public void Run_SameTextInTwoFormats_IsOnePlanAndTheOtherIsNamed()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Write("甲.html", Encoding.UTF8.GetBytes($"<html><body><p>{IngestFolder.PlanText("养鱼").Replace("\n\n", "</p><p>", StringComparison.Ordinal)}</p></body></html>"));

        var report = _folder.Run();

        Assert.Equal(["甲"], _folder.Ids);
        Assert.Contains(report.Warnings, warning => warning.StartsWith("甲.html：正文与同名的另一文件", StringComparison.Ordinal));
        Assert.False(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));
    }

    [Fact]
    public void Run_SameTextNoMore_BecomesAPlan()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Write("甲.htm", Encoding.UTF8.GetBytes($"<html><body><p>{IngestFolder.PlanText("养鱼").Replace("\n\n", "</p><p>", StringComparison.Ordinal)}</p></body></html>"));
        _folder.Run();
        _folder.Write("甲.txt", "种藕");
        _folder.Run();

        Assert.Equal(["甲", "甲.htm"], _folder.Ids);
    }

    [Fact]
    public void Run_OneNameInTwoRoots_IsRefusedAsBefore()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.WriteAt("other/甲.txt", IngestFolder.PlanText("种藕"));

        var report = _folder.Run([_folder.Plans, _folder.At("other")]);

        Assert.Contains("标识同为", Assert.Single(report.Failures).Reason, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
