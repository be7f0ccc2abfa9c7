using PlanSearch.Corpus.Upkeep;
using PlanSearch.Index.Port;
using PlanSearch.Index.Storage;
using PlanSearch.TestSupport;

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

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<FileSwap> Swaps(string path, int number)
    {
        yield return FileSwap.Write(path, "new"u8);
        throw new IOException("the system said so", number);
    }
}
