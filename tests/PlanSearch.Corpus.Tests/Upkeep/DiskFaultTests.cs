using PlanSearch.Corpus.Upkeep;
using PlanSearch.Index.Port;
using PlanSearch.Index.Storage;
using PlanSearch.Plans;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport;
using PlanSearch.TestSupport.Storage;

namespace PlanSearch.Corpus.Tests.Upkeep;

/// <summary>Disks that are full or may not be written to: a fault with a code and a place, and nothing has changed.</summary>
public sealed class DiskFaultTests : IDisposable
{
    private readonly IngestFolder _folder = new();

    [Theory]
    [InlineData(28, "disk_full")]
    [InlineData(122, "disk_full")]
    [InlineData(30, "index_not_writable")]
    public void OfIndex_ByWhatTheSystemSaid_HasACodeAndThePlace(int number, string code)
    {
        var fault = DiskFault.OfIndex(
            new IndexUnwritableException("/data/index/segment-7", "cannot be written", new IOException("the system said so", number)));

        Assert.Equal(code, fault.Code);
        Assert.Contains("/data/index/segment-7", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(28, "disk_full")]
    [InlineData(30, "folder_not_writable")]
    public void Make_SwapThatCannotBeMade_PutsBackThoseBeforeIt(int number, string code)
    {
        var path = _folder.Write("甲.txt", "养鱼");
        using (var made = new MadeSwaps())
        {
            Assert.Equal(code, made.Make(Swaps(path, number))!.Code);
        }

        Assert.Contains("养鱼", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_folder.Plans, ".*"));
    }

    [MountFact]
    public async Task Change_FolderOfPlansMountedReadOnly_IsRefusedByNameAndNothingChanges()
    {
        using var disk = new SmallDisk("size=4m");
        await File.WriteAllTextAsync(Path.Combine(disk.Path, "甲.txt"), IngestFolder.PlanText("养鱼"));
        _folder.Run([disk.Path]);
        disk.Remount("ro");
        using var upkeep = new PlanUpkeep(_folder.Options, [disk.Path]);
        var content = System.Text.Encoding.UTF8.GetBytes(IngestFolder.PlanText("种藕"));
        var values = new Dictionary<string, string?> { ["issuer"] = "乙局" };
        Task<Outcome<PlanChange>>[] changes =
        [
            upkeep.AddAsync("乙", content, allowDrop: false, default),
            upkeep.ReplaceAsync("甲", content, allowDrop: false, default),
            upkeep.RemoveAsync("甲", default),
            upkeep.CorrectAsync("甲", values, default),
            upkeep.CorrectLineAsync("甲", new LineChange(1, null, LineRole.Item, 0, "王某"), default),
            upkeep.ConfirmAsync("甲", ConfirmedPart.Outline, "王某", default),
        ];

        foreach (var change in changes)
        {
            var fault = (await change).Fault!;
            Assert.Equal("folder_not_writable", fault.Code);
            Assert.Contains("不能写入", fault.Message, StringComparison.Ordinal);
        }

        Assert.Equal(1, _folder.Find("养鱼")["甲"]);
        Assert.Equal(["甲.txt"], Directory.EnumerateFiles(disk.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Add_IndexThatCannotBeWritten_IsRefusedAndTheFileIsGone()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        // A folder in the place of the lock: no mode stops the user of every run.
        var lockFile = Path.Combine(_folder.Index, FileIndexDirectory.LockName);
        File.Delete(lockFile);
        Directory.CreateDirectory(lockFile);
        using var upkeep = new PlanUpkeep(_folder.Options, [_folder.Plans]);

        var fault = (await upkeep.AddAsync(
            "乙", System.Text.Encoding.UTF8.GetBytes(IngestFolder.PlanText("种藕")), allowDrop: false, default)).Fault!;

        Assert.Equal("index_not_writable", fault.Code);
        Assert.Contains(lockFile, fault.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder.Plans, "乙.txt")));
        Assert.Equal(["甲"], _folder.Ids);
    }

    [Fact]
    public async Task Add_FolderThatCannotBeWritten_IsRefused()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        // A file where a folder would have to be.
        _folder.WriteAt("plans/内", "第一章 总则\n\n正文。\n");
        using var upkeep = new PlanUpkeep(_folder.Options, [_folder.Plans]);

        var fault = (await upkeep.AddAsync(
            "内~乙", System.Text.Encoding.UTF8.GetBytes(IngestFolder.PlanText("种藕")), allowDrop: false, default)).Fault!;

        Assert.Equal("folder_not_writable", fault.Code);
    }

    // Taking the file back would make what is published a lie.
    [Fact]
    public async Task Change_ThatIsPublishedBeforeTheDiskFails_Stays()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        var options = _folder.Options;
        var store = options.Store;
        using var upkeep = new PlanUpkeep(options with { Indexes = _ => new LateFaultStore(store) }, [_folder.Plans]);

        var added = await upkeep.AddAsync(
            "乙", System.Text.Encoding.UTF8.GetBytes(IngestFolder.PlanText("种藕")), allowDrop: false, default);
        var imported = await upkeep.ImportAsync("编号,标题\n甲,甲区规划\n"u8.ToArray(), default);

        Assert.Equal((null, null), (added.Fault, imported.Fault));
        Assert.Equal("甲", Assert.Single(imported.Value!.Written));
        Assert.Equal(["乙", "甲"], _folder.Ids);
        Assert.Equal("甲区规划", _folder.Plan("甲").Metadata.Title);
        Assert.Contains("甲区规划", File.ReadAllText(Path.Combine(_folder.Plans, "甲.meta.yaml")), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder.Plans, "乙.txt")));
    }

    // The answer of a cluster is lost: the file follows what is published, and stays where nobody can say.
    [Theory]
    [InlineData(true, false, null, true)]
    [InlineData(false, false, "index_unavailable", false)]
    [InlineData(true, true, "change_unknown", true)]
    [InlineData(false, true, "change_unknown", true)]
    public async Task Change_IndexDoesNotAnswer_FileFollowsWhatIsPublished(bool publishes, bool fallsSilent, string? code, bool isThere)
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        var options = _folder.Options;
        var store = new LateFaultStore(options.Store)
        {
            Fault = () => new IndexUnavailableException("the cluster"),
            Publishes = publishes,
            FallsSilent = fallsSilent,
        };
        using var upkeep = new PlanUpkeep(options with { Indexes = _ => store }, [_folder.Plans]);

        var added = await upkeep.AddAsync(
            "乙", System.Text.Encoding.UTF8.GetBytes(IngestFolder.PlanText("种藕")), allowDrop: false, default);

        Assert.Equal(code, added.Fault?.Code);
        Assert.Equal(isThere, File.Exists(Path.Combine(_folder.Plans, "乙.txt")));
        Assert.Equal(publishes ? ["乙", "甲"] : ["甲"], _folder.Ids);
    }

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<FileSwap> Swaps(string path, int number)
    {
        yield return FileSwap.Write(path, "new"u8);
        throw new IOException("the system said so", number);
    }
}
