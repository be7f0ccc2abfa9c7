using System.Collections.Concurrent;
using System.Text;
using PlanSearch.Corpus.Answers;
using PlanSearch.Corpus.Index;
using PlanSearch.Corpus.Ingest;
using PlanSearch.Engine.Storage;
using PlanSearch.TestSupport;

namespace PlanSearch.Corpus.Tests.Ingest;

public sealed class PlanIngestTests : IDisposable
{
    private readonly IngestFolder _folder = new();

    [Fact]
    public void Run_FolderOfPlans_PublishesThemUnderTheirPaths()
    {
        _folder.Write("石栎县.txt", "养鱼");
        _folder.Write("临漪市/霁湖区.TXT", "种藕");
        _folder.Write("临漪市/无扩展名", "修路");

        var report = _folder.Run();

        Assert.Equal(1, report.Generation);
        Assert.Equal<string>(["临漪市~无扩展名", "临漪市~霁湖区", "石栎县"], report.Added);
        Assert.Equal(report.Added.Order(StringComparer.Ordinal), _folder.Ids);
        Assert.Empty(report.Failures);
        Assert.Equal(1, _folder.Find("种藕")["临漪市~霁湖区"]);
        Assert.Equal("临漪市/霁湖区.TXT", _folder.Plan("临漪市~霁湖区").File);
        Assert.True(report.Bytes > 100);
    }

    [Fact]
    public void Run_NothingChanged_PublishesNothing()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Run();

        var report = _folder.Run();

        Assert.Equal((1L, 1), (report.Generation, report.Unchanged));
        Assert.Empty(report.Added.Concat(report.Replaced).Concat(report.Removed));
    }

    [Fact]
    public void Run_FileChanged_ReplacesThatPlanOnly()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Write("乙.txt", "种藕");
        _folder.Run();
        _folder.Write("甲.txt", "养蟹");

        var report = _folder.Run();

        Assert.Equal((2L, 1), (report.Generation, report.Unchanged));
        Assert.Equal<string>(["甲"], report.Replaced);
        Assert.Equal((0, 1), (_folder.Find("养鱼")["甲"], _folder.Find("养蟹")["甲"]));
    }

    [Fact]
    public void Run_FileTouchedOnly_IsUnchanged()
    {
        File.SetLastWriteTimeUtc(_folder.Write("甲.txt", "养鱼"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        _folder.Run();
        File.SetLastWriteTimeUtc(Path.Combine(_folder.Plans, "甲.txt"), new DateTime(2040, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.False(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));
        Assert.Equal(1, _folder.Run().Generation);
    }

    [Fact]
    public void Run_FileGone_DropsItsPlan()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Write("乙.txt", "种藕");
        _folder.Run();
        File.Delete(Path.Combine(_folder.Plans, "乙.txt"));

        var report = _folder.Run();

        Assert.Equal<string>(["乙"], report.Removed);
        Assert.Equal(["甲"], _folder.Ids);
    }

    [Fact]
    public void Run_FileRenamed_IsOnePlanLessAndOneMore()
    {
        var path = _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        File.Move(path, Path.Combine(_folder.Plans, "乙.txt"));

        var report = _folder.Run();

        Assert.Equal<string>(["乙"], report.Added);
        Assert.Equal<string>(["甲"], report.Removed);
        Assert.Equal(["乙"], _folder.Ids);
    }

    [Fact]
    public void Run_ExtensionRenamed_IsTheSamePlanReplaced()
    {
        var path = _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        File.Move(path, Path.Combine(_folder.Plans, "甲"));

        var report = _folder.Run();

        Assert.Equal<string>(["甲"], report.Replaced);
        Assert.Empty(report.Removed);
        Assert.Equal("甲", _folder.Plan("甲").File);
    }

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

    [Fact]
    public void Run_SameTextTwice_KeepsBothAndWarns()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Write("乙.txt", "养鱼");

        var report = _folder.Run();

        Assert.Equal(2, report.Added.Length);
        Assert.Equal<string>(["正文相同：乙、甲。"], report.Warnings);
        Assert.Equal<string>(report.Warnings, _folder.Manifest.Warnings);
    }

    [Fact]
    public void Run_OtherEncodingsAndLineEnds_GiveTheSameDigest()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = IngestFolder.PlanText("养鱼、种藕，建设滨湖新区，年均增长百分之六，规划期为五年");
        Encoding[] encodings =
        [
            new UTF8Encoding(false), new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true), Encoding.GetEncoding("GB18030"),
        ];
        var digests = new HashSet<string>();
        foreach (var encoding in encodings)
        {
            foreach (var end in new[] { "\n", "\r\n", "\r" })
            {
                _folder.Write("甲.txt", [.. encoding.GetPreamble(), .. encoding.GetBytes(text.Replace("\n", end))]);
                Assert.Empty(_folder.Run().Failures);
                digests.Add(_folder.Manifest.Digest);
            }
        }

        Assert.Single(digests);
    }

    [Fact]
    public void Run_TextOrMetadataChanged_ChangesTheDigest()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        var first = _folder.Manifest.Digest;
        _folder.Write("甲.txt", "养蟹");
        _folder.Run();
        var second = _folder.Manifest.Digest;
        _folder.WriteAt("plans/甲.meta.yaml", "issuer: 霁湖区人民政府\n");
        _folder.Run();

        Assert.Equal(3, new[] { first, second, _folder.Manifest.Digest }.Distinct().Count());
    }

    [Fact]
    public void Run_Digest_IsThatOfTheStoredPlans()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Write("乙.txt", "种藕");
        _folder.Run();
        _folder.Write("丙.txt", "修路");
        _folder.Run();

        Assert.Equal(
            CorpusDigest.Of([_folder.Plan("丙"), _folder.Plan("甲"), _folder.Plan("乙")]),
            _folder.Manifest.Digest);
    }

    [Fact]
    public void Run_Rebuild_ReadsAllRootsAnewAsOneMoreGeneration()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        _folder.WriteAt("more/乙.txt", IngestFolder.PlanText("种藕"));

        var report = _folder.Run([_folder.At("more")], rebuild: true);

        Assert.Equal(2, report.Generation);
        Assert.Equal<string>(["甲"], report.Replaced);
        Assert.Equal(["乙", "甲"], _folder.Ids);
    }

    [Fact]
    public void Run_DamagedIndex_SaysSoAndTouchesNothing()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        var files = Damage();

        Assert.Throws<CorruptIndexException>(() => _folder.Run());

        Assert.Equal(files, Directory.GetFiles(_folder.Index).Order());
    }

    [Fact]
    public void Run_RebuildOverADamagedIndex_TakesItsPlace()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        Damage();
        _folder.WriteAt("index/notes.md", "mine");

        var report = _folder.Run(rebuild: true);

        Assert.Equal<string>(["甲"], report.Added);
        Assert.Equal(["甲"], _folder.Ids);
        Assert.False(Directory.Exists(_folder.Index + ".new"));
        Assert.Equal(["notes.md"], Directory.GetFiles(_folder.Index + ".old").Select(Path.GetFileName));
    }

    [Fact]
    public void Run_SwapCutShort_BringsTheOldIndexBack()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        Directory.Move(_folder.Index, _folder.Index + ".old");

        Assert.Equal((1L, 1), (_folder.Run().Generation, _folder.Run().Unchanged));
    }

    [Fact]
    public void Run_OtherVersions_ReadsEverythingAgain()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        Republish(manifest => manifest with { Versions = manifest.Versions.SetItem("parser", "0") });
        _folder.WriteAt("more/乙.txt", IngestFolder.PlanText("种藕"));

        Assert.True(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));
        var report = _folder.Run([_folder.At("more")]);

        Assert.Equal<string>(["乙"], report.Added);
        Assert.Equal<string>(["甲"], report.Replaced);
        Assert.False(PlanIngest.IsStale(_folder.Options, [_folder.Plans, _folder.At("more")]));
    }

    [Fact]
    public void Run_WhileAnotherWrites_SaysLocked()
    {
        _folder.Write("甲.txt", "养鱼");
        using var index = new EmbeddedPlanIndex(_folder.Index);
        using var writer = index.OpenWriter();

        Assert.Throws<IndexLockedException>(() => _folder.Run());
    }

    [Fact]
    public void Run_Cancelled_PublishesNothing()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        _folder.Write("乙.txt", "种藕");
        _folder.Write("丙.txt", "修路");
        using var cancellation = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() => PlanIngest.Run(
            _folder.Options, new IngestRequest([_folder.Plans]), new Told(_ => cancellation.Cancel()), cancellation.Token));

        Assert.Equal(["甲"], _folder.Ids);
        Assert.Equal(2, _folder.Run().Added.Length);
    }

    [Fact]
    public void Run_CrashBeforeTheCommit_LeavesTheOldGeneration()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        _folder.Write("乙.txt", "种藕");
        var crash = new Told(_ => throw new InvalidOperationException("crash"));

        for (var time = 0; time < 2; time++)
        {
            Assert.Throws<InvalidOperationException>(() => PlanIngest.Run(_folder.Options, new IngestRequest([_folder.Plans]), crash, default));
            Assert.Equal(["甲"], _folder.Ids);
        }

        Assert.Equal<string>(["乙"], _folder.Run().Added);
    }

    [Fact]
    public void Run_ManyFiles_ReportsEachInOrder()
    {
        foreach (var number in Enumerable.Range(10, 30))
        {
            _folder.Write($"{number}.txt", string.Concat(Enumerable.Repeat("养鱼", number * 7 % 50)));
        }

        var told = new ConcurrentQueue<IngestProgress>();
        PlanIngest.Run(_folder.Options, new IngestRequest([_folder.Plans]), new Told(told.Enqueue), default);

        Assert.Equal(Enumerable.Range(10, 30).Select(number => new IngestProgress(number - 9, 30, $"{number}.txt")), told);
    }

    [Fact]
    public void IsStale_InStepAndOutOfStep_TellsThemApart()
    {
        Assert.True(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));
        _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        Assert.False(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));

        _folder.Write("乙.txt", "种藕");
        Assert.True(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));
        File.Delete(Path.Combine(_folder.Plans, "乙.txt"));
        Assert.False(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));

        _folder.Write("甲.txt", "养蟹");
        Assert.True(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));
        _folder.Write("甲.txt", "养鱼");
        Assert.False(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));

        _folder.WriteAt("plans/甲.meta.yaml", "title: 甲区规划\n");
        Assert.True(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));
        File.Delete(Path.Combine(_folder.Plans, "甲.meta.yaml"));
        File.Delete(Path.Combine(_folder.Plans, "甲.txt"));
        Assert.True(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));
    }

    [Fact]
    public void IsStale_LinkedFile_GoesByWhatItLeadsTo()
    {
        var path = _folder.WriteAt("elsewhere/甲.txt", IngestFolder.PlanText("养鱼"));
        Directory.CreateDirectory(_folder.Plans);
        File.CreateSymbolicLink(Path.Combine(_folder.Plans, "甲.txt"), path);
        _folder.Run();
        Assert.False(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));

        _folder.WriteAt("elsewhere/甲.txt", IngestFolder.PlanText("养蟹"));
        Assert.True(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));
    }

    [Fact]
    public void Run_SamplePlans_AreAllTaken()
    {
        var report = _folder.Run([Repository.SamplePlans]);

        Assert.NotEmpty(report.Added);
        Assert.Empty(report.Failures);
        Assert.Equal(Repository.SamplePlanFiles.Count, report.Added.Length);
    }

    public void Dispose() => _folder.Dispose();

    private List<string> Damage()
    {
        var segment = Directory.GetFiles(_folder.Index, "segment-*").Single();
        var bytes = File.ReadAllBytes(segment);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(segment, bytes);
        return [.. Directory.GetFiles(_folder.Index).Order()];
    }

    private void Republish(Func<CorpusManifest, CorpusManifest> change)
    {
        var manifest = _folder.Manifest;
        using var index = new EmbeddedPlanIndex(_folder.Index);
        using var writer = index.OpenWriter();
        writer.Commit(change(manifest));
    }

    /// <summary>Tells at once and on the same thread, as <see cref="Progress{T}"/> does not.</summary>
    private sealed class Told(Action<IngestProgress> tell) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value) => tell(value);
    }
}
