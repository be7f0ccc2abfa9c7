using System.Text;
using PlanSearch.Corpus.Ingest;
using PlanSearch.TestSupport;
using PlanSearch.TestSupport.Formats;
using Xunit.Abstractions;

namespace PlanSearch.Corpus.Tests.Ingest;

/// <summary>Two files of one name are two plans, or one in two formats.</summary>
public sealed class SameStemTests(ITestOutputHelper output) : IDisposable
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
        _folder.Write("甲.txt", Encoding.UTF8.GetBytes(Text("养鱼")));
        _folder.Write("甲.html", Page("养鱼"));

        var report = _folder.Run();

        Assert.Equal(["甲"], _folder.Ids);
        Assert.Contains(report.Warnings, warning => warning.StartsWith("甲.html：正文与同名的另一文件", StringComparison.Ordinal));
        Assert.False(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));
    }

    [Fact]
    public void Run_SameTextNoMore_BecomesAPlan()
    {
        _folder.Write("甲.txt", Encoding.UTF8.GetBytes(Text("养鱼")));
        _folder.Write("甲.htm", Page("养鱼"));
        _folder.Run();
        _folder.Write("甲.txt", "种藕");
        _folder.Run();

        Assert.Equal(["甲", "甲.htm"], _folder.Ids);
    }

    [Fact]
    public void Run_TwinComesLater_IsToldOnceAndNeverAgain()
    {
        _folder.Write("甲.txt", Encoding.UTF8.GetBytes(Text("养鱼")));
        _folder.Run();
        _folder.Write("甲.html", Page("养鱼"));

        Assert.Equal(2, _folder.Run().Generation);
        Assert.False(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));
        var again = _folder.Run();
        Assert.Equal(2, again.Generation);
        Assert.Contains(again.Warnings, warning => warning.StartsWith("甲.html：", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(Path.Combine(_folder.Plans, "甲.html"), DateTime.UnixEpoch);
        Assert.False(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));
    }

    [Fact]
    public void Run_TwinGoesOrChanges_IsStaleAndTold()
    {
        _folder.Write("甲.txt", Encoding.UTF8.GetBytes(Text("养鱼")));
        var twin = _folder.Write("甲.html", Page("养鱼"));
        _folder.Run();
        File.Delete(twin);

        Assert.True(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));
        Assert.Empty(_folder.Run().Warnings);
        Assert.False(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));
        _folder.Write("甲.html", Page("养蚕"));
        Assert.Equal<string>(["甲.html"], _folder.Run().Added);
    }

    [Fact]
    public void Run_TwinOfAPlanThatIsNoOwner_IsNoPlan()
    {
        _folder.Write("规划.txt", "养鱼");
        _folder.Write("规划.docx", WordFile.Write(Pieces("种藕")));
        _folder.Write("规划.pdf", PdfFile.Write(PrintedPlan.Of(Pieces("种藕"))));

        _folder.Run();

        Assert.Equal(["规划", "规划.docx"], _folder.Ids);
        Assert.Equal("规划.pdf", Assert.Single(_folder.Manifest.Twins).File);
    }

    [Fact]
    public void Run_ThreeFormatsOfOneText_AreOnePlan()
    {
        _folder.Write("规划.pdf", PdfFile.Write(PrintedPlan.Of(Pieces("养鱼"))));
        _folder.Write("规划.docx", WordFile.Write(Pieces("养鱼")));
        _folder.Write("规划.txt", Encoding.UTF8.GetBytes(Text("养鱼")));

        _folder.Run();

        Assert.Equal("规划.txt", _folder.Plan(Assert.Single(_folder.Ids)).File);
        Assert.Equal(["规划.docx", "规划.pdf"], _folder.Manifest.Twins.Select(twin => twin.File));
    }

    [Fact]
    public void Run_FileNamedLikeAnIdWithExtension_IsRefusedAndTheIdStays()
    {
        _folder.Write("甲.md", "养鱼");
        _folder.Write("甲.txt", "种藕");
        _folder.Run();
        _folder.Write("甲.md.txt", "养蚕");

        Assert.Contains("标识同为“甲.md”", Assert.Single(_folder.Run().Failures).Reason, StringComparison.Ordinal);
        Assert.Equal("甲.md", _folder.Plan("甲.md").File);
    }

    [Fact]
    public void Run_SidecarUnderTheWholeNameOfALoneFile_IsNamed()
    {
        _folder.Write("甲.md", "养鱼");
        _folder.Write("甲.md.meta.yaml", Encoding.UTF8.GetBytes("issuer: 乙局\n"));

        Assert.Contains("甲.md.meta.yaml", Assert.Single(_folder.Run().Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_AnyFilesComingAndGoing_NoIdIsGivenToAnotherFileThatIsThere()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        string[] names = ["甲.txt", "甲.md", "甲.html", "甲.htm", "甲.docx", "乙.txt", "乙.docx"];
        var before = new Dictionary<string, string>(StringComparer.Ordinal);
        Directory.CreateDirectory(_folder.Plans);
        for (var round = 0; round < 60; round++)
        {
            var name = names[random.Next(names.Length)];
            if (random.Next(3) == 0)
            {
                File.Delete(Path.Combine(_folder.Plans, name));
            }
            else
            {
                Write(name, random.Next(2) == 0 ? "养鱼" : "种藕");
            }

            _folder.Run(rebuild: random.Next(8) == 0);
            var now = _folder.Ids.ToDictionary(id => id, id => _folder.Plan(id).File, StringComparer.Ordinal);
            var files = Directory.GetFiles(_folder.Plans).Select(path => Path.GetFileName(path)).ToHashSet(StringComparer.Ordinal);
            Assert.All(before.Where(pair => files.Contains(pair.Value)), pair => Assert.Equal(pair.Value, now[pair.Key]));
            Assert.True(files.SetEquals(now.Values.Concat(_folder.Manifest.Twins.Select(twin => twin.File))), $"round {round}");
            Assert.Equal(now.Count, now.Values.Distinct(StringComparer.Ordinal).Count());
            Assert.False(PlanIngest.IsStale(_folder.Options, [_folder.Plans]), $"round {round}");
            before = now;
        }
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

    private void Write(string name, string words)
    {
        switch (Path.GetExtension(name))
        {
            case ".docx":
                _folder.Write(name, WordFile.Write(Pieces(words)));
                break;
            case ".html" or ".htm":
                _folder.Write(name, Page(words));
                break;
            default:
                _folder.Write(name, Encoding.UTF8.GetBytes(Text(words)));
                break;
        }
    }

    private static byte[] Page(string words) =>
        Encoding.UTF8.GetBytes($"<html><body><p>{Text(words).Replace("\n\n", "</p><p>", StringComparison.Ordinal)}</p></body></html>");

    private static IReadOnlyList<PlanPiece> Pieces(string words) => PlanPiece.Of(Text(words).Split("\n\n"));

    // Long enough to show how wide the lines of a page are.
    private static string Text(string words) => IngestFolder.PlanText(words + string.Concat(Enumerable.Repeat("，办好各项事情", 20)));
}
