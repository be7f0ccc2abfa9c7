using PlanSearch.Corpus.Upkeep;
using PlanSearch.TestSupport;

namespace PlanSearch.Corpus.Tests.Upkeep;

/// <summary>What becomes of a change whose client has gone.</summary>
public sealed class PlanUpkeepTests : IDisposable
{
    private readonly IngestFolder _folder = new();
    private readonly PlanUpkeep _upkeep;

    public PlanUpkeepTests()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        _upkeep = new PlanUpkeep(_folder.Options, [_folder.Plans]);
    }

    [Fact]
    public async Task Add_ClientHasGone_ChangesNothing()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _upkeep.AddAsync("乙", "第一章 种藕\n"u8.ToArray(), allowDrop: false, gone.Token));

        Assert.Equal("甲.txt", Path.GetFileName(Assert.Single(Directory.GetFiles(_folder.Plans))));
        Assert.Equal(["甲"], _folder.Ids);
    }

    [Fact]
    public async Task Add_ClientGoesWhileThePlanIsBeingPutIn_PutsTheFileBack()
    {
        using var gone = new CancellationTokenSource();
        using var watcher = new FileSystemWatcher(_folder.Plans) { EnableRaisingEvents = true };
        watcher.Created += (_, _) => gone.Cancel();
        watcher.Renamed += (_, _) => gone.Cancel();

        Exception? ended = null;
        try
        {
            await _upkeep.AddAsync("乙", "第一章 种藕\n"u8.ToArray(), allowDrop: false, gone.Token);
        }
        catch (OperationCanceledException e)
        {
            ended = e;
        }

        // Where the word came too late the change is whole; where it came in time there is nothing of it.
        Assert.Equal(ended is null, File.Exists(Path.Combine(_folder.Plans, "乙.txt")));
        Assert.Equal(ended is null ? ["乙", "甲"] : ["甲"], _folder.Ids);
    }

    [Fact]
    public async Task Add_FileOverABound_NamesTheBound()
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("甲\n", 40_000)));

        var fault = (await _upkeep.AddAsync("乙", bytes, allowDrop: false, CancellationToken.None)).Fault!;

        Assert.Equal("file_unreadable", fault.Code);
        Assert.Contains("shortLines", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remove_AFileOfTheSameTextWouldTakeItsPlace_IsRefused()
    {
        _folder.Write("甲.md", "养鱼");
        _folder.Run();

        var (_, fault) = await _upkeep.RemoveAsync("甲", CancellationToken.None);

        Assert.Equal("id_ambiguous", fault!.Code);
        Assert.Equal(["甲"], _folder.Ids);
    }

    [Fact]
    public async Task Remove_AnotherPlanOfItsName_StaysUnderItsOwnId()
    {
        _folder.Write("甲.md", "种藕");
        _folder.Run();

        Assert.Null((await _upkeep.RemoveAsync("甲", CancellationToken.None)).Fault);
        Assert.Equal(["甲.md"], _folder.Ids);
        Assert.Null((await _upkeep.RemoveAsync("甲.md", CancellationToken.None)).Fault);
        Assert.Empty(Directory.GetFiles(_folder.Plans));
    }

    [Fact]
    public async Task Replace_ByAnotherFormatBesideAFileOfItsName_IsRefused()
    {
        _folder.Write("甲.md", "种藕");
        _folder.Run();
        var page = System.Text.Encoding.UTF8.GetBytes($"<html><body><p>{IngestFolder.PlanText("养蚕")}</p></body></html>");

        Assert.Equal("plan_exists", (await _upkeep.ReplaceAsync("甲.md", page, allowDrop: false, CancellationToken.None)).Fault!.Code);
        Assert.Null((await _upkeep.ReplaceAsync("甲", page, allowDrop: false, CancellationToken.None)).Fault);
        Assert.Equal(("甲.html", "甲.md"), (_folder.Plan("甲").File, _folder.Plan("甲.md").File));
    }

    [Fact]
    public async Task Correct_PlanWhoseIdHoldsItsExtension_WritesItsOwnSidecar()
    {
        _folder.Write("甲.md", "种藕");
        _folder.Run();

        Assert.Null(
            (await _upkeep.CorrectAsync("甲.md", new Dictionary<string, string?> { ["issuer"] = "乙局" }, CancellationToken.None)).Fault);
        Assert.Equal(("乙局", true), (_folder.Plan("甲.md").Metadata.Issuer, File.Exists(Path.Combine(_folder.Plans, "甲.md.meta.yaml"))));
        Assert.NotEqual("乙局", _folder.Plan("甲").Metadata.Issuer);
    }

    [Theory]
    [InlineData("title: 旧题\nstate [正式\nissuer: 甲局\n")]
    [InlineData("title: 旧题\nlevel: 火星\n")]
    public async Task Correct_SidecarThatCannotBeReadWhole_IsRefusedAndLosesNothing(string text)
    {
        _folder.Write("甲.txt", "种藕");
        var sidecar = _folder.WriteAt("plans/甲.meta.yaml", text);
        _folder.Run();

        var fault = (await _upkeep.CorrectAsync("甲", new Dictionary<string, string?> { ["issuer"] = "乙局" }, CancellationToken.None)).Fault!;

        Assert.Equal("sidecar_invalid", fault.Code);
        Assert.Contains("甲.meta.yaml", fault.Message, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(sidecar));
    }

    [Fact]
    public async Task Add_IdThatOthersContain_IsToldOfItsOwnWarningsAlone()
    {
        _folder.Write("养蚕.txt", "养蚕");
        _folder.Write("养蚕2.txt", "养蚕");
        _folder.Run();

        var (change, _) = await _upkeep.AddAsync(
            "养", System.Text.Encoding.UTF8.GetBytes(IngestFolder.PlanText("种藕")), allowDrop: false, CancellationToken.None);

        Assert.Empty(change!.Warnings);
    }

    public void Dispose()
    {
        _upkeep.Dispose();
        _folder.Dispose();
    }
}
