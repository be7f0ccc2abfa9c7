using System.Text;
using PlanSearch.Corpus.Upkeep;
using PlanSearch.Plans;
using PlanSearch.TestSupport;

namespace PlanSearch.Corpus.Tests.Upkeep;

/// <summary>Corrections and confirmations written while the collection is searched.</summary>
public sealed class OutlineUpkeepTests : IDisposable
{
    private const string Plan = "第一章 任务\n完善路网\n新建公路四百公里，通达所有乡镇。\n第二章 保障\n落实用地指标，年内开工建设。\n";

    private readonly IngestFolder _folder = new();
    private readonly PlanUpkeep _upkeep;

    public OutlineUpkeepTests()
    {
        _folder.WriteAt("plans/甲.txt", Plan);
        _folder.Run();
        _upkeep = new PlanUpkeep(_folder.Options, [_folder.Plans]);
    }

    private string Beside => Path.Combine(_folder.Plans, "甲.outline.yaml");

    [Fact]
    public async Task CorrectLine_Heading_IsSearchableAndWrittenBeside()
    {
        Assert.Null((await CorrectAsync(2, LineRole.Heading, 2)).Fault);

        Assert.Equal("完善路网", _folder.Plan("甲").Nodes[2].Heading);
        Assert.Matches(
            "^corrections:\n  - line: \"完善路网\"\n    is: heading\n    depth: 2\n    by: \"王某\"\n    at: [0-9-]{10}\n$",
            await File.ReadAllTextAsync(Beside));
    }

    [Fact]
    public async Task CorrectLine_Again_TakesThePlaceOfTheFirstAndGoesWhenTakenBack()
    {
        await CorrectAsync(2, LineRole.Heading, 2);
        await CorrectAsync(2, LineRole.Item);
        Assert.Equal(LineRole.Item, Assert.Single(_folder.Plan("甲").Corrections).Correction.Role);

        await CorrectAsync(2, role: null);

        Assert.False(File.Exists(Beside));
        Assert.Empty(_folder.Plan("甲").Corrections);
        Assert.Equal("correction_unknown", (await CorrectAsync(2, role: null)).Fault?.Code);
    }

    [Fact]
    public async Task CorrectLine_TakenBackByItsWords_GoesAlsoWhereTheLineIsGone()
    {
        await CorrectAsync(2, LineRole.Heading, 2);
        var other = Encoding.UTF8.GetBytes(Plan.Replace("完善路网", "完善管网", StringComparison.Ordinal));
        await _upkeep.ReplaceAsync("甲", other, allowDrop: false, CancellationToken.None);
        Assert.NotEqual("", Assert.Single(_folder.Plan("甲").Corrections).Fault);

        var back = new LineChange(0, new LineWords("完善路网", 1), Role: null, 0, "");
        Assert.Null((await _upkeep.CorrectLineAsync("甲", back, CancellationToken.None)).Fault);
        Assert.False(File.Exists(Beside));
    }

    [Theory]
    [InlineData(99, LineRole.Text, 0, "王某", "line_unknown")]
    [InlineData(2, LineRole.Heading, 0, "王某", "depth_invalid")]
    [InlineData(2, LineRole.Heading, 10, "王某", "depth_invalid")]
    [InlineData(2, LineRole.Text, 0, " ", "name_missing")]
    [InlineData(2, LineRole.BoxEnd, 0, "王某", "correction_unfit")]
    public async Task CorrectLine_ThatCannotBe_ChangesNothing(int line, LineRole role, int depth, string by, string code)
    {
        var change = new LineChange(line, null, role, depth, by);
        Assert.Equal(code, (await _upkeep.CorrectLineAsync("甲", change, CancellationToken.None)).Fault?.Code);
        Assert.False(File.Exists(Beside));
    }

    [Fact]
    public async Task CorrectLine_WithSignsThatNoFileCanHold_ChangesNothing()
    {
        _folder.WriteAt("plans/甲.txt", Plan.Replace("完善路网", "完\u2028善路网", StringComparison.Ordinal));
        _folder.Run();

        Assert.Equal("correction_unfit", (await CorrectAsync(2, LineRole.Heading, 2)).Fault?.Code);
        Assert.False(File.Exists(Beside));
    }

    // Written out, the same entries take more room than their reader allows.
    [Fact]
    public async Task Confirm_FileThatWouldOutgrowItsBound_ChangesNothing()
    {
        var entries = Enumerable.Range(0, 4_500).Select(number => $"- {{line: 甲{number}, is: text, by: 王, at: 2026-01-01}}\n");
        _folder.WriteAt("plans/甲.outline.yaml", "corrections:\n" + string.Concat(entries));
        _folder.Run();
        var before = await File.ReadAllTextAsync(Beside);
        Assert.NotEmpty(_folder.Plan("甲").Corrections);

        Assert.Equal("outline_full", (await _upkeep.ConfirmAsync("甲", ConfirmedPart.Outline, "李某", CancellationToken.None)).Fault?.Code);
        Assert.Equal(before, await File.ReadAllTextAsync(Beside));
    }

    [Fact]
    public async Task CorrectLine_BrokenFileBeside_IsNotWrittenOver()
    {
        _folder.WriteAt("plans/甲.outline.yaml", "corrections: [甲]\n");
        _folder.Run();

        var fault = (await CorrectAsync(2, LineRole.Heading, 2)).Fault;

        Assert.Equal("outline_invalid", fault?.Code);
        Assert.Contains("甲.outline.yaml", fault!.Message, StringComparison.Ordinal);
        Assert.Equal("corrections: [甲]\n", await File.ReadAllTextAsync(Beside));
    }

    [Fact]
    public async Task CorrectLine_FileChangedSinceTheIngest_IsRefused()
    {
        _folder.WriteAt("plans/甲.txt", "序\n" + Plan);

        Assert.Equal("source_changed", (await CorrectAsync(2, LineRole.Heading, 2)).Fault?.Code);
    }

    [Fact]
    public async Task ReplaceAndRemove_KeepAndTakeWithThemWhatLiesBeside()
    {
        await CorrectAsync(2, LineRole.Heading, 2);
        await _upkeep.ReplaceAsync("甲", Encoding.UTF8.GetBytes("望澜市路网规划\n" + Plan), allowDrop: false, CancellationToken.None);
        Assert.Equal(3, Assert.Single(_folder.Plan("甲").Corrections).SourceLine);

        await _upkeep.RemoveAsync("甲", CancellationToken.None);
        Assert.False(File.Exists(Beside));

        _folder.WriteAt("plans/甲.outline.yaml", "");
        var fault = (await _upkeep.AddAsync("甲", Encoding.UTF8.GetBytes(Plan), allowDrop: true, CancellationToken.None)).Fault;
        Assert.Equal("sidecar_exists", fault?.Code);
        Assert.Contains("甲.outline.yaml", fault!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirm_Outline_HoldsUntilACorrectionAndCanBeTakenBack()
    {
        Assert.Null((await _upkeep.ConfirmAsync("甲", ConfirmedPart.Outline, "李某", CancellationToken.None)).Fault);
        Assert.True(_folder.Plan("甲").IsConfirmed(ConfirmedPart.Outline));

        await CorrectAsync(2, LineRole.Heading, 2);
        Assert.False(_folder.Plan("甲").IsConfirmed(ConfirmedPart.Outline));

        await _upkeep.ConfirmAsync("甲", ConfirmedPart.Outline, "李某", CancellationToken.None);
        Assert.True(_folder.Plan("甲").IsConfirmed(ConfirmedPart.Outline));

        await _upkeep.ConfirmAsync("甲", ConfirmedPart.Outline, by: null, CancellationToken.None);
        Assert.Empty(_folder.Plan("甲").Confirmations);
        Assert.Single(_folder.Plan("甲").Corrections);
        Assert.Equal(
            "confirmation_unknown", (await _upkeep.ConfirmAsync("甲", ConfirmedPart.Outline, by: null, CancellationToken.None)).Fault?.Code);
        Assert.Equal("name_missing", (await _upkeep.ConfirmAsync("甲", ConfirmedPart.Outline, "", CancellationToken.None)).Fault?.Code);
    }

    public void Dispose()
    {
        _upkeep.Dispose();
        _folder.Dispose();
    }

    private Task<Queries.Requests.Outcome<PlanChange>> CorrectAsync(int line, LineRole? role, int depth = 0) =>
        _upkeep.CorrectLineAsync("甲", new LineChange(line, null, role, depth, "王某"), CancellationToken.None);
}
