using System.Runtime.Versioning;
using System.Text;
using PlanSearch.Corpus.Ingest;
using PlanSearch.Index.Stored;
using PlanSearch.Plans.Files;
using PlanSearch.TestSupport;

namespace PlanSearch.Corpus.Tests.Ingest;

/// <summary>Whatever is no plan is named with its reason, and the rest continues.</summary>
public sealed class IngestFailureTests : IDisposable
{
    private readonly IngestFolder _folder = new();

    public static TheoryData<string, byte[], string> Files => new()
    {
        { "空.txt", [], "空" },
        { "空白.txt", "\n \n\u3000\n"u8.ToArray(), "空白" },
        { "二进制.txt", [.. Enumerable.Range(0, 4096).Select(number => (byte)(number * 7 % 31))], "文本" },
        { "坏了的.pdf", "%PDF-1.4"u8.ToArray(), "PDF" },
        { "坏了的.docx", "PK\u0003\u0004"u8.ToArray(), "损坏" },
        { "表格.XLSX", "PK"u8.ToArray(), "不支持 .XLSX" },
        { "改了名的.txt", "%PDF-1.4 \u0001"u8.ToArray(), "PDF" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Run_FileThatIsNoPlan_IsNamedAndTheRestGoesOn(string file, byte[] bytes, string reason)
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Write(file, bytes);

        var report = _folder.Run();

        Assert.Equal<string>(["甲"], report.Added);
        var failure = Assert.Single(report.Failures);
        Assert.Equal(file, failure.File);
        Assert.Contains(reason, failure.Reason, StringComparison.Ordinal);
        Assert.Equal<NotSearched>(report.Failures, _folder.Manifest.Failures);
        Assert.Equal(1, _folder.Run().Generation);
        Assert.False(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));
    }

    [Fact]
    public void Run_FiftyMegabytesOnOneLine_IsNamed()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Write("一行.txt", Encoding.UTF8.GetBytes(new string('鱼', 50_000_000 / 3)));

        var failure = Assert.Single(_folder.Run().Failures);

        Assert.Equal("一行.txt", failure.File);
        Assert.Contains("textBytes", failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_FileOverTheLimit_IsNamedUnread()
    {
        _folder.Write("甲.txt", "养鱼");
        using (var large = File.Create(Path.Combine(_folder.Plans, "大.txt")))
        {
            large.SetLength(PlanReader.MaxFileBytes + 1L);
        }

        Assert.Contains("fileBytes", Assert.Single(_folder.Run().Failures).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_BrokenLink_IsNamed()
    {
        _folder.Write("甲.txt", "养鱼");
        File.CreateSymbolicLink(Path.Combine(_folder.Plans, "乙.txt"), "/nowhere/乙.txt");

        Assert.Contains("/nowhere/乙.txt", Assert.Single(_folder.Run().Failures).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_LinkToItself_IsNamed()
    {
        _folder.Write("甲.txt", "养鱼");
        File.CreateSymbolicLink(Path.Combine(_folder.Plans, "环.txt"), Path.Combine(_folder.Plans, "环.txt"));

        Assert.Equal("环.txt", Assert.Single(_folder.Run().Failures).File);
    }

    [Fact]
    public void Run_FolderLinkedIntoItself_IsEnteredOnce()
    {
        _folder.Write("内/甲.txt", "养鱼");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Plans, "内", "回"), _folder.Plans);

        var report = _folder.Run();

        Assert.Equal<string>(["内~甲"], report.Added);
        Assert.Equal("内/回", Assert.Single(report.Failures).File);
    }

    [UnprivilegedFact]
    [UnsupportedOSPlatform("windows")]
    public void Run_FileWithoutPermission_IsNamedAndKeepsItsOldVersion()
    {
        var path = _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        File.SetUnixFileMode(path, UnixFileMode.None);

        var report = _folder.Run();

        Assert.Contains("权限", Assert.Single(report.Failures).Reason, StringComparison.Ordinal);
        Assert.Equal(1, _folder.Find("养鱼")["甲"]);
    }

    [UnprivilegedFact]
    [UnsupportedOSPlatform("windows")]
    public void Run_FolderWithoutPermission_IsNamedAndKeepsItsPlans()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Write("内/乙.txt", "种藕");
        _folder.Run();
        File.SetUnixFileMode(Path.Combine(_folder.Plans, "内"), UnixFileMode.None);

        var report = _folder.Run();
        File.SetUnixFileMode(Path.Combine(_folder.Plans, "内"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        Assert.Equal("内/", Assert.Single(report.Failures).File);
        Assert.Equal(["内~乙", "甲"], _folder.Ids);
    }

    [Fact]
    public void Run_FileThatFailsNow_KeepsItsOldVersionAndWarns()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        _folder.Write("甲.txt", []);

        var report = _folder.Run();

        Assert.Equal((2L, 1), (report.Generation, _folder.Find("养鱼")["甲"]));
        Assert.Equal("甲.txt", Assert.Single(report.Failures).File);
        Assert.StartsWith("甲：", Assert.Single(report.Warnings), StringComparison.Ordinal);
        Assert.Equal(2, _folder.Run().Generation);
    }

    [Fact]
    public void Run_FileThatBreaksItsLink_KeepsItsOldVersion()
    {
        var path = _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        File.Delete(path);
        File.CreateSymbolicLink(path, "/nowhere");

        var report = _folder.Run();

        Assert.Empty(report.Removed);
        Assert.Equal(["甲"], _folder.Ids);
    }

    [Fact]
    public void Run_MissingRoot_IsNamedAndItsPlansStay()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        Directory.Move(_folder.Plans, _folder.At("elsewhere"));

        var report = _folder.Run();

        Assert.Equal(_folder.Plans, Assert.Single(report.Failures).File);
        Assert.Empty(report.Removed);
        Assert.Equal(["甲"], _folder.Ids);
    }

    [Fact]
    public void Run_MissingRootAndNoIndex_IsACollectionOfNoPlansThatNamesIt()
    {
        var report = _folder.Run();

        Assert.Equal(1, report.Generation);
        Assert.Equal(_folder.Plans, Assert.Single(report.Failures).File);
        Assert.Empty(_folder.Ids);
        Assert.False(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));
        Directory.CreateDirectory(_folder.Plans);
        Assert.True(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));
    }

    [Fact]
    public void Run_MistypedRoot_IsForgottenByTheNextIngest()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Run([_folder.Plans, _folder.At("typo")]);
        Assert.Single(_folder.Manifest.Failures);

        _folder.Run();

        Assert.Empty(_folder.Manifest.Failures);
        Assert.Equal<string>([_folder.Plans], _folder.Manifest.Roots);
    }

    [Fact]
    public void Run_FolderWithoutPlans_IsNamed()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.WriteAt("empty/README.md", "nothing");

        var report = _folder.Run([_folder.Plans, _folder.At("empty")]);

        Assert.StartsWith(_folder.At("empty"), Assert.Single(report.Warnings), StringComparison.Ordinal);
        Assert.Equal<string>(["甲"], report.Added);
    }

    [Fact]
    public void Run_EmptiedFolder_DropsItsPlans()
    {
        var path = _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        File.Delete(path);

        var report = _folder.Run();

        Assert.Equal<string>(["甲"], report.Removed);
        Assert.Empty(_folder.Ids);
    }

    [Fact]
    public void Run_FolderNamedLikeAFile_IsNamed()
    {
        _folder.Write("甲.txt", "养鱼");
        Directory.CreateDirectory(Path.Combine(_folder.Plans, "乙.txt"));

        Assert.Equal("乙.txt", Assert.Single(_folder.Run().Failures).File);
    }

    [Fact]
    public void Run_TwoFilesOfOneId_NamesTheSecondWithBothPaths()
    {
        _folder.Write("临漪/甲.txt", "养鱼");
        _folder.Write("临漪~甲.txt", "种藕");

        var report = _folder.Run();

        Assert.Equal<string>(["临漪~甲"], report.Added);
        var failure = Assert.Single(report.Failures);
        Assert.Equal("临漪~甲.txt", failure.File);
        Assert.Contains(Path.Combine(_folder.Plans, "临漪", "甲.txt"), failure.Reason, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(_folder.Plans, "临漪~甲.txt"), failure.Reason, StringComparison.Ordinal);
        Assert.Equal(1, _folder.Find("养鱼")["临漪~甲"]);
        Assert.Equal(1, _folder.Run().Generation);
    }

    [Fact]
    public void Run_IdHeldByAnotherRoot_NamesTheNewcomer()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        _folder.WriteAt("more/甲.txt", IngestFolder.PlanText("种藕"));

        var report = _folder.Run([_folder.At("more")]);

        Assert.Contains(Path.Combine(_folder.Plans, "甲.txt"), Assert.Single(report.Failures).Reason, StringComparison.Ordinal);
        Assert.Equal(1, _folder.Find("养鱼")["甲"]);
    }

    [Fact]
    public void Run_OtherRoot_StillNamesTheFailuresOfTheFirst()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Write("扫描件.pdf", [1]);
        _folder.Run();
        _folder.WriteAt("more/乙.txt", IngestFolder.PlanText("种藕"));

        var report = _folder.Run([_folder.At("more")]);

        Assert.Empty(report.Failures);
        Assert.Equal("扫描件.pdf", Assert.Single(_folder.Manifest.Failures).File);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("readme")]
    [InlineData("LICENSE-opencc.txt")]
    [InlineData(".hidden.txt")]
    [InlineData(".git/config")]
    [InlineData("~$甲.docx")]
    [InlineData("甲.meta.yaml")]
    public void Run_FileThatBelongsToNoPlan_IsPassedOverInSilence(string file)
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.WriteAt($"plans/{file}", "");

        var report = _folder.Run();

        Assert.Equal<string>(["甲"], report.Added);
        Assert.Empty(report.Failures);
    }

    [Fact]
    public void Run_BadSidecar_IsWarnedOfAndThePlanTaken()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.WriteAt("plans/甲.meta.yaml", "title: 甲区规划\nlevel: 县\nissuer: [a, b]\n");

        var report = _folder.Run();

        Assert.Equal<string>(["甲"], report.Added);
        Assert.Equal(2, report.Warnings.Length);
        Assert.All(report.Warnings, warning => Assert.StartsWith("甲：甲.meta.yaml：第 ", warning, StringComparison.Ordinal));
        Assert.Equal("甲区规划", _folder.Plan("甲").Metadata.Title);
        Assert.Equal<string>(report.Warnings, _folder.Run().Warnings);
    }

    public void Dispose() => _folder.Dispose();
}

/// <summary>A test of what a user without rights sees; skipped, and said to be, for one whom no permission stops.</summary>
public sealed class UnprivilegedFactAttribute : FactAttribute
{
    public UnprivilegedFactAttribute()
    {
        if (Environment.IsPrivilegedProcess || OperatingSystem.IsWindows())
        {
            Skip = "No file mode stops the user of this run.";
        }
    }
}
