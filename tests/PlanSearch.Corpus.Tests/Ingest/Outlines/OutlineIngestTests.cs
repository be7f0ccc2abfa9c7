using System.Text;
using PlanSearch.Corpus.Ingest;
using PlanSearch.Corpus.Ingest.Outlines;
using PlanSearch.Corpus.Upkeep;
using PlanSearch.Plans;
using PlanSearch.TestSupport;

namespace PlanSearch.Corpus.Tests.Ingest.Outlines;

/// <summary>Corrections and confirmations beside a plan, through an ingest.</summary>
public sealed class OutlineIngestTests : IDisposable
{
    private const string Plan = "第一章 任务\n完善路网\n新建公路四百公里，通达所有乡镇。\n第二章 保障\n落实用地指标，年内开工建设。\n";
    private const string Heading = "corrections:\n  - {line: 完善路网, is: heading, depth: 2, by: 王某, at: 2026-11-30}\n";

    private readonly IngestFolder _folder = new();

    public OutlineIngestTests() => _folder.WriteAt("plans/甲.txt", Plan);

    [Fact]
    public void Run_CorrectionBeside_IsAppliedAndNoPlan()
    {
        _folder.WriteAt("plans/甲.outline.yaml", Heading);
        var report = _folder.Run();

        Assert.Equal<string>(["甲"], report.Added);
        Assert.Empty(report.Failures);
        Assert.Empty(report.Warnings);
        Assert.Equal("完善路网", _folder.Plan("甲").Nodes[2].Heading);
        Assert.Contains(
            _folder.Plan("甲").Ledger.Diagnostics,
            diagnostic => diagnostic.Rule == "R-HAND-1" && diagnostic.Message.Contains("王某", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_CorrectionAddedChangedAndRemoved_IsNoticed()
    {
        _folder.Run();
        var before = _folder.Manifest.Digest;
        _folder.WriteAt("plans/甲.outline.yaml", Heading);
        Assert.True(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));
        Assert.Equal<string>(["甲"], _folder.Run().Replaced);
        Assert.False(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));
        var corrected = _folder.Manifest.Digest;
        Assert.NotEqual(before, corrected);

        _folder.WriteAt("plans/甲.outline.yaml", Heading.Replace("depth: 2", "depth: 3", StringComparison.Ordinal));
        Assert.True(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));
        Assert.Equal<string>(["甲"], _folder.Run().Replaced);
        Assert.Equal(3, _folder.Plan("甲").Nodes[2].Depth);
        Assert.NotEqual(corrected, _folder.Manifest.Digest);

        File.Delete(Path.Combine(_folder.Plans, "甲.outline.yaml"));
        Assert.True(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));
        _folder.Run();
        Assert.Equal(before, _folder.Manifest.Digest);
    }

    [Fact]
    public void Run_OtherNameAndDay_AreTheSameCollection()
    {
        _folder.WriteAt("plans/甲.outline.yaml", Heading);
        _folder.Run();
        var before = _folder.Manifest.Digest;
        _folder.WriteAt("plans/甲.outline.yaml", Heading.Replace("王某", "李某", StringComparison.Ordinal));

        Assert.Equal<string>(["甲"], _folder.Run().Replaced);
        Assert.Equal(before, _folder.Manifest.Digest);
    }

    [Fact]
    public void Run_MalformedFile_IsNamedAndTheRestTaken()
    {
        _folder.WriteAt("plans/甲.outline.yaml", Heading + "  - {line: 甲, is: title, by: 王某, at: 2026-11-30}\n");

        Assert.StartsWith("甲：甲.outline.yaml：第 3 行起的一项", Assert.Single(_folder.Run().Warnings), StringComparison.Ordinal);
        Assert.Equal("完善路网", _folder.Plan("甲").Nodes[2].Heading);
    }

    [Fact]
    public void Run_LineThatIsGone_IsListedAndAppliedNowhere()
    {
        _folder.WriteAt("plans/甲.outline.yaml", Heading);
        _folder.WriteAt("plans/甲.txt", Plan.Replace("完善路网", "完善管网", StringComparison.Ordinal));
        _folder.Run();

        Assert.Equal((0, "规划中没有这一行"), (Assert.Single(_folder.Plan("甲").Corrections).SourceLine, _folder.Plan("甲").Corrections[0].Fault));
        Assert.Equal(2, _folder.Plan("甲").Nodes.Length - 1);
    }

    [Fact]
    public void Run_FileWithoutItsPlan_IsNamed()
    {
        _folder.WriteAt("plans/内/乙.outline.yaml", Heading);

        Assert.StartsWith("内/乙.outline.yaml：", Assert.Single(_folder.Run().Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_TwoFilesOfOneName_HaveCorrectionsOfTheirOwn()
    {
        _folder.WriteAt("plans/甲.md", Plan.Replace("四百", "五百", StringComparison.Ordinal));
        _folder.WriteAt("plans/甲.md.outline.yaml", Heading);
        _folder.Run();

        Assert.Equal((2, 3), (_folder.Plan("甲").Nodes.Length - 1, _folder.Plan("甲.md").Nodes.Length - 1));
    }

    [Fact]
    public void Run_ConfirmedOutline_HoldsUntilTheOutlineIsAnother()
    {
        _folder.Run();
        Confirm(ConfirmedPart.Outline);
        _folder.Run();
        Assert.True(_folder.Plan("甲").IsConfirmed(ConfirmedPart.Outline));

        // Read anew by the same rules it is the same.
        _folder.Run(rebuild: true);
        Assert.True(_folder.Plan("甲").IsConfirmed(ConfirmedPart.Outline));

        var confirmed = File.ReadAllText(Path.Combine(_folder.Plans, "甲.outline.yaml"));
        _folder.WriteAt("plans/甲.outline.yaml", Heading + confirmed);
        _folder.Run();
        Assert.StartsWith("大纲与校核时不同", Assert.Single(_folder.Plan("甲").Confirmations).Lapsed, StringComparison.Ordinal);

        _folder.WriteAt("plans/甲.outline.yaml", confirmed);
        _folder.WriteAt("plans/甲.txt", Plan + "年底验收。\n");
        _folder.Run();
        Assert.Equal("校核之后规划原文换过", Assert.Single(_folder.Plan("甲").Confirmations).Lapsed);
    }

    [Fact]
    public void Run_ConfirmedOutlineInDoubt_IsNoLongerInDoubt()
    {
        const string doubtful = "1 总体要求\n坚持生态优先，以茶兴县，推动茶产业、茶文化、茶科技融合发展，让群众共享成果。\n总体要求\n第三章 保障措施\n第三章 保障措施\n第二章 主要任务\n";
        _folder.WriteAt("plans/甲.txt", doubtful);
        _folder.Run();
        Assert.True(_folder.Plan("甲").Outline.IsInDoubt);
        Assert.Contains(_folder.Plan("甲").Ledger.Diagnostics, diagnostic => diagnostic.Rule == "R-DOUBT-1");

        Confirm(ConfirmedPart.Outline);
        _folder.Run();
        Assert.Equal((false, 1.0), (_folder.Plan("甲").Outline.IsInDoubt, _folder.Plan("甲").Outline.Value));
        Assert.DoesNotContain(_folder.Plan("甲").Ledger.Diagnostics, diagnostic => diagnostic.Rule == "R-DOUBT-1");

        // The plan has changed: it is to be looked at again.
        _folder.WriteAt("plans/甲.txt", doubtful + "第一章 附则\n");
        _folder.Run();
        Assert.True(_folder.Plan("甲").Outline.IsInDoubt);
    }

    [Fact]
    public void Run_ConfirmedMetadata_LapsesWithAnotherTitle()
    {
        _folder.Run();
        Confirm(ConfirmedPart.Metadata);
        _folder.Run();
        Assert.True(_folder.Plan("甲").IsConfirmed(ConfirmedPart.Metadata));

        _folder.WriteAt("plans/甲.meta.yaml", "title: 望澜市路网规划\n");
        _folder.Run();
        Assert.StartsWith("规划信息与校核时不同", Assert.Single(_folder.Plan("甲").Confirmations).Lapsed, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ConfirmedTables_LapseWithTheirRows()
    {
        const string table = "第一章 指标\n表1 主要指标\n指标\t2025年\n路网\t40\n管网\t60\n";
        _folder.WriteAt("plans/甲.txt", table);
        _folder.Run();
        Confirm(ConfirmedPart.Tables);
        _folder.Run();
        Assert.True(_folder.Plan("甲").IsConfirmed(ConfirmedPart.Tables));

        var confirmed = File.ReadAllText(Path.Combine(_folder.Plans, "甲.outline.yaml"));
        const string row = "corrections:\n  - {line: \"管网\\t60\", is: text, by: 王某, at: 2026-11-30}\n";
        _folder.WriteAt("plans/甲.outline.yaml", row + confirmed);
        _folder.Run();
        Assert.StartsWith("表格与校核时不同", Assert.Single(_folder.Plan("甲").Confirmations).Lapsed, StringComparison.Ordinal);
    }

    [Fact]
    public void Snapshot_Restored_HasThem()
    {
        _folder.WriteAt("plans/甲.outline.yaml", Heading);
        _folder.Run();
        Confirm(ConfirmedPart.Outline, keep: Heading);
        _folder.Run();
        IndexBackup.Snapshot(_folder.Options, _folder.At("a.snapshot"), CancellationToken.None);
        File.Delete(Path.Combine(_folder.Plans, "甲.outline.yaml"));
        _folder.Run();
        Assert.Empty(_folder.Plan("甲").Corrections);

        IndexBackup.Restore(_folder.Options, _folder.At("a.snapshot"), CancellationToken.None);

        Assert.Equal(2, Assert.Single(_folder.Plan("甲").Corrections).SourceLine);
        Assert.True(_folder.Plan("甲").IsConfirmed(ConfirmedPart.Outline));
    }

    public void Dispose() => _folder.Dispose();

    private void Confirm(ConfirmedPart part, string keep = "")
    {
        var confirmation = _folder.Read(snapshot =>
            ConfirmedContent.Of(part, "李某", "2026-11-30", snapshot.Plan(snapshot.Find("甲")), snapshot.Texts(snapshot.Find("甲"))));
        _folder.WriteAt("plans/甲.outline.yaml", keep + Encoding.UTF8.GetString(OutlineFileText.Write(new OutlineFile([], [confirmation]))));
    }
}
