using System.Collections.Immutable;
using System.Text;
using PlanSearch.Answers.Changes;
using PlanSearch.Corpus.Changes;
using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Ingest;
using PlanSearch.Corpus.Scopes;
using PlanSearch.Corpus.Upkeep;
using PlanSearch.Index.Stored;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport;
using PlanSearch.TestSupport.Storage;

namespace PlanSearch.Answers.Tests.Changes;

/// <summary>Feeds over an index on disk: what is a change, what is none, and what is no longer known.</summary>
public sealed class FeedTests : IDisposable
{
    private readonly IngestFolder _folder = new();

    public FeedTests()
    {
        _folder.Write("a.txt", "发展氢能产业，壮大氢能装备");
        _folder.Write("b.txt", "发展储能");
        _folder.Run();
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Feed_BlockReworded_ChangesItsMentionsAndNoOthers()
    {
        _folder.WriteAt("plans/c.txt", "第一章 总则\n\n发展氢能产业。\n\n氢能公交上路。\n\n第二章 任务\n\n氢能示范。\n");
        _folder.Run();
        _folder.WriteAt("plans/c.txt", "第一章 总则\n\n新的一段。\n\n大力发展氢能产业。\n\n氢能公交上路。\n\n第二章 任务\n\n不再提及。\n\n完全不同的另一句话说到氢能。\n");
        _folder.Run();

        var changes = Feed("氢能", since: 2).Changes;

        Assert.Equal(["changed", "added", "removed"], changes.Select(change => change.Kind));
        Assert.Equal("wording", Assert.Single(changes[0].Aspects));
        Assert.Equal(("发展", "大力发展"), (changes[0].Before!.Left, changes[0].After!.Left));
        Assert.NotEqual(changes[0].Before!.Id, changes[0].After!.Id);
    }

    [Fact]
    public void Feed_HeadingAboveReworded_MovesTheMentionsUnderIt()
    {
        _folder.WriteAt("plans/a.txt", "第一章 总纲\n\n本区发展氢能产业，壮大氢能装备。\n\n第二章 任务\n\n办好各项事情。\n");
        _folder.Run();

        var changes = Feed("氢能", since: 1).Changes;

        Assert.Equal(2, changes.Length);
        Assert.All(changes, change => Assert.Equal("place", Assert.Single(change.Aspects)));
        Assert.All(changes, change => Assert.Equal(change.Before!.Id, change.After!.Id));
    }

    [Fact]
    public void Feed_MetadataCorrected_ChangesMentionsAndMovesThemBetweenFilters()
    {
        _folder.WriteAt("plans/a.meta.yaml", "level: 市级\n");
        _folder.Run();
        _folder.WriteAt("plans/a.meta.yaml", "level: 县级\n");
        _folder.Run();

        Assert.All(
            Feed("氢能", since: 2).Changes, change => Assert.Equal(("changed", "metadata"), (change.Kind, Assert.Single(change.Aspects))));
        Assert.Equal(["removed", "removed"], Feed("氢能", 2, "市级").Changes.Select(change => change.Kind));
        Assert.Equal(["added", "added"], Feed("氢能", 2, "县级").Changes.Select(change => change.Kind));
        Assert.Equal(["removed", "removed", "added", "added"], Feed("氢能", null, "市级").Changes.Select(change => change.Kind));
        Assert.Empty(Feed("氢能", 1, "市级").Changes);
    }

    // Who reads within a scope is told of no other plan, neither of one that came and went nor of one that was there all along;
    // and of a plan of the scope that came and went, of both.
    [Theory]
    [InlineData("a")]
    [InlineData("a c")]
    public void Feed_WithinAScope_IsThatOfItsPlansAlone(string plans)
    {
        _folder.Write("c.txt", "发展氢能公交");
        _folder.Write("a.txt", "发展氢能产业");
        _folder.Run();
        File.Delete(_folder.At("plans/c.txt"));
        _folder.Write("b.txt", "发展储能和氢能");
        _folder.Run();
        var names = plans.Split(' ');
        var scope = PlanScope.Of([new("plan", [.. names])]).Value!;
        using var corpus = PlanCollection.Open(_folder.Options);

        foreach (var since in (long?[])[null, 1])
        {
            var whole = corpus.Feed(new SearchRequest { Query = "氢能" }, since, default).Value!;
            using var part = corpus.Read(scope);
            var confined = ChangeFeed.Answer(part, new SearchRequest { Query = "氢能" }, since, default).Value!;

            var own = whole.Changes.Where(change => names.Contains((change.After ?? change.Before)!.Plan))
                .Select(change => (change.Kind, change.Id))
                .ToList();
            Assert.InRange(own.Count, 1, whole.Changes.Length - 1);
            Assert.Equal(own, confined.Changes.Select(change => (change.Kind, change.Id)));
        }
    }

    [Fact]
    public void Feed_FilesChangedButNotTheirWords_SaysNothing()
    {
        _folder.Run(rebuild: true);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        _folder.Write(
            "b.txt",
            Encoding.GetEncoding("GB18030").GetBytes(IngestFolder.PlanText("发展储能").Replace("\n", "\r\n", StringComparison.Ordinal)));
        var report = _folder.Run();

        Assert.Equal("b", Assert.Single(report.Replaced));
        Assert.Empty(_folder.Manifest.ChangeLog!.Changes);
        Assert.Empty(Feed("储能", since: 1).Changes);
    }

    [Fact]
    public void Feed_OtherVersionsOfTheRules_SaysOnlyWhatTheyChanged()
    {
        using (var index = _folder.Options.Store.Open())
        using (var writer = index.OpenWriter())
        {
            writer.Commit(_folder.Manifest with { Versions = _folder.Manifest.Versions.SetItem("parser", "0") });
        }

        var report = _folder.Run();

        Assert.Equal(2, report.Replaced.Length);
        Assert.Empty(Feed("氢能", since: 1).Changes);
    }

    // Another program read the same files: not a mention a line, and no former version, which would be one of every plan.
    [Fact]
    public void Feed_SameFilesReadOtherwise_IsOneRuleUpdateWithItsPlans()
    {
        ReadOtherwise();
        _folder.Write("c.txt", "推广氢能");
        _folder.Run();
        var set = _folder.Manifest.ChangeLog!.Changes[^1].Set;
        Assert.Equal((1, 0, 0, 2), (set.Added.Length, set.Replaced.Length, set.Removed.Length, set.Reread.Length));
        Assert.False(IsKept(_folder.Manifest.ChangeLog.Changes[^1].Name));

        foreach (var since in (long?[])[null, 2])
        {
            var feed = Feed("氢能", since);
            Assert.Equal(new ChangeCounts(1, 0, 0, 1), feed.Counts);
            Assert.Equal([(MentionChange.Rules, 2), (MentionChange.Added, 0)], feed.Changes.Select(change => (change.Kind, change.Plans)));
            Assert.Equal(2, feed.Changes.Select(change => change.Id).Distinct().Count());
        }

        using var corpus = PlanCollection.Open(_folder.Options);
        using var part = corpus.Read(PlanScope.Of([new("plan", ["a"])]).Value!);
        Assert.Equal(1, Assert.Single(ChangeFeed.Answer(part, new SearchRequest { Query = "氢能" }, 2, default).Value!.Changes).Plans);
        Assert.Empty(ChangeLogCheck.Check(_folder.Options, default)!.Findings);
    }

    [Fact]
    public void Feed_IndexOfAProgramThatKeptNoLog_BeginsOne()
    {
        using (var index = _folder.Options.Store.Open())
        using (var writer = index.OpenWriter())
        {
            writer.Commit(_folder.Manifest with { ChangeLog = null });
        }

        Assert.Empty(Feed("氢能", since: 2).Changes);
        Assert.Contains("since_gone", Fault("氢能", since: 1), StringComparison.Ordinal);
        _folder.Write("c.txt", "推广氢能");
        _folder.Run();

        Assert.Equal("added", Assert.Single(Feed("氢能", since: 2).Changes).Kind);
        Assert.Contains("不记录变化", Fault("氢能", since: 1), StringComparison.Ordinal);
    }

    [Fact]
    public void Feed_RestoredFromASnapshot_BeginsThere()
    {
        var snapshot = _folder.At("snapshot.tar");
        IndexBackup.Snapshot(_folder.Options, snapshot, default);
        _folder.Write("c.txt", "推广氢能");
        _folder.Run();
        var restored = IndexBackup.Restore(_folder.Options, snapshot, default).Snapshot.Generation;

        Assert.Contains("由快照恢复", Fault("氢能", since: 2), StringComparison.Ordinal);
        Assert.Empty(Feed("氢能", since: restored).Changes);
        _folder.Run();
        Assert.Equal("added", Assert.Single(Feed("氢能", since: restored).Changes).Kind);
    }

    [Fact]
    public void Feed_IndexThatCouldNotBeRead_BeginsWithTheRebuiltOne()
    {
        _folder.Write("c.txt", "推广氢能");
        _folder.Run();
        var segment = Directory.EnumerateFiles(_folder.Index, "_*.ps").First();
        File.WriteAllBytes(segment, [.. File.ReadAllBytes(segment).Reverse()]);

        var rebuilt = _folder.Run(rebuild: true).Generation;

        Assert.Contains("since_gone", Fault("氢能", since: rebuilt - 1), StringComparison.Ordinal);
        Assert.Empty(Feed("氢能", since: rebuilt).Changes);
    }

    [Fact]
    public void Feed_IndexThatLacksASectionRebuilt_TellsOfTheChangesOfBefore()
    {
        _folder.Write("b.txt", "推广氢能");
        _folder.Run();
        var before = Feed("氢能", since: 1);
        MissingSection.Make(_folder.Index, MissingSection.Spreads);

        var rebuilt = _folder.Run(rebuild: true).Generation;

        Assert.True(rebuilt > before.Generation);
        Assert.Equal(before.Changes.Select(change => $"{change}"), Feed("氢能", since: 1).Changes.Select(change => $"{change}"));
        Assert.Empty(Feed("氢能", since: 2).Changes);
    }

    [Fact]
    public void Check_ChangeWithOtherVersionsThanItNames_IsFound()
    {
        _folder.Write("b.txt", "推广氢能");
        _folder.Run();
        Assert.Empty(ChangeLogCheck.Check(_folder.Options, default)!.Findings);
        var change = _folder.Manifest.ChangeLog!.Changes[0].Name;
        using (var index = _folder.Options.Store.Open())
        using (var writer = index.OpenWriter())
        {
            writer.LetGo(change);
            writer.Commit(_folder.Manifest);
        }

        Assert.Contains(change, Assert.Single(ChangeLogCheck.Check(_folder.Options, default)!.Findings), StringComparison.Ordinal);
    }

    [Fact]
    public void Log_OlderOrLargerThanItsBounds_IsLetGoFromTheOldestOn()
    {
        var bounds = new ChangeLogBounds(10, 1 << 20);
        var logged = new List<string>();
        long[] commits = [.. Enumerable.Range(0, 4).Select(issue =>
        {
            var generation = Publish($"推广氢能{issue}", bounds, day: issue * 6);
            logged.Add(_folder.Manifest.ChangeLog!.Changes[^1].Name);
            return generation;
        })];

        // Ten days back from the eighteenth: the first two are too old.
        Assert.Equal(commits[2..], _folder.Manifest.ChangeLog!.Changes.Select(change => change.Generation));
        Assert.Equal((commits[1], ChangeLogStart.Bounded), (_folder.Manifest.ChangeLog.From, _folder.Manifest.ChangeLog.Why));
        Assert.Equal([false, false, true, true], logged.Select(IsKept));
        Assert.Contains("超过了保留期限或容量", Fault("氢能", since: commits[0]), StringComparison.Ordinal);

        // Bounds that nobody says stay; a change that alone is too large is not kept at all.
        Publish("推广氢能5", null, day: 19);
        Assert.Equal(bounds, _folder.Manifest.ChangeLog!.Bounds);
        var last = Publish("推广氢能6", bounds with { Bytes = 100 }, day: 19);
        Assert.Equal((last, 0), (_folder.Manifest.ChangeLog!.From, _folder.Manifest.ChangeLog.Changes.Length));
        Assert.DoesNotContain(true, logged.Select(IsKept));
    }

    [Fact]
    public void Feed_CorpusThatStaysOpen_TellsWhatOthersWriteAndWhatTheyLetGo()
    {
        using var corpus = PlanCollection.Open(_folder.Options);
        Assert.Empty(corpus.Feed(Ask("推广", null), 1, default).Value!.Changes);

        var added = Publish("推广氢能", ChangeLogBounds.Usual, day: 1);
        Assert.Single(corpus.Feed(Ask("推广", null), 1, default).Value!.Changes);

        var last = Publish("推广储能", ChangeLogBounds.Usual with { Bytes = 0 }, day: 2);
        Assert.Equal("since_gone", corpus.Feed(Ask("推广", null), added, default).Fault!.Code);
        Assert.Empty(corpus.Feed(Ask("推广", null), last, default).Value!.Changes);
    }

    [Fact]
    public void Feed_WordsOfTheQueryReadBothWays_AreReadTheSameOnBothSides()
    {
        _folder.Write("c.txt", "氢能 储能");
        _folder.Run();
        _folder.Write("c.txt", "氢能与储能");
        _folder.Run();

        var feed = Feed("氢能 储能", since: 2);

        Assert.Equal(QueryMode.Expression, feed.Request.Mode);
        Assert.Equal(2, feed.Counts.Changed);
    }

    private long Publish(string words, ChangeLogBounds? bounds, int day)
    {
        _folder.Write("b.txt", words);
        var clock = new FixedTime(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day));
        return PlanIngest.Run(
            _folder.Options with { ChangeLog = bounds, Time = clock },
            new IngestRequest([_folder.Plans]) { AllowDrop = true },
            progress: null,
            default).Value!.Generation;
    }

    // As if a program with other rules had written the index: a paragraph less in each plan.
    private void ReadOtherwise()
    {
        using var index = _folder.Options.Store.Open();
        using var writer = index.OpenWriter();
        using var snapshot = index.OpenNewest()!;
        for (var number = 0; number < snapshot.PlanCount; number++)
        {
            ImmutableArray<string> texts = [.. snapshot.Texts(number)];
            writer.Put(snapshot.Plan(number), texts.SetItem(texts.Length - 1, "别的规则读到的一段。"));
        }

        writer.Commit(_folder.Manifest with { Versions = _folder.Manifest.Versions.SetItem("parser", "0") });
    }

    private bool IsKept(string change)
    {
        using var index = _folder.Options.Store.Open();
        using var snapshot = index.OpenNewest()!;
        return !snapshot.Kept(change).IsEmpty;
    }

    private FeedAnswer Feed(string query, long? since, string? level = null)
    {
        using var corpus = PlanCollection.Open(_folder.Options);
        var (answer, fault) = corpus.Feed(Ask(query, level), since, default);
        Assert.Null(fault);
        return answer!;
    }

    private string Fault(string query, long since)
    {
        using var corpus = PlanCollection.Open(_folder.Options);
        var fault = corpus.Feed(Ask(query, null), since, default).Fault!;
        return $"{fault.Code} {fault.Message}";
    }

    private static SearchRequest Ask(string query, string? level) => InventedCollection.Ask(query) with
    {
        Filters = level is null
            ? InventedCollection.Ask("").Filters
            : InventedCollection.Ask("").Filters.Add("level", new FacetSelection([level], [])),
    };

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
