using System.Collections.Immutable;
using PlanSearch.Corpus.Answers;
using PlanSearch.Corpus.Index;
using PlanSearch.Engine.Search;
using PlanSearch.Engine.Storage;
using PlanSearch.Plans;
using PlanSearch.Plans.Text;
using PlanSearch.TestSupport;

namespace PlanSearch.Corpus.Tests.Index;

/// <summary>What every index of plans keeps to; a class for each index runs it.</summary>
public abstract class PlanIndexContract : IDisposable
{
    private readonly IPlanIndex _index;

    protected PlanIndexContract(IPlanIndex index) => _index = index;

    [Fact]
    public void OpenNewest_NothingPublished_IsNull()
    {
        Assert.Equal(0, _index.NewestGeneration);
        Assert.Null(_index.OpenNewest());
    }

    [Fact]
    public void Commit_PlansPut_AreThereWhenReopened()
    {
        Publish(Lake(), Hill());

        using var snapshot = _index.OpenNewest()!;

        Assert.Equal((1, 1), (snapshot.Generation, _index.NewestGeneration));
        Assert.Equal(["hill", "lake"], Ids(snapshot));
        var lake = snapshot.Find("lake");
        Assert.Equal("lake", snapshot.Plan(lake).Id);
        Assert.Equal(Lake().Texts, Enumerable.Range(0, Lake().Texts.Count).Select(block => snapshot.BlockText(lake, block)));
        Assert.Equal(Lake().Stored().Blocks.Select(block => block.Repeat), snapshot.Plan(lake).Blocks.Select(block => block.Repeat));
        Assert.Equal<OutlineNode>(Lake().Stored().Nodes, snapshot.Plan(lake).Nodes);
        Assert.Equal((PlanFacts.Of(Lake().Stored()).Sections, "lake.txt"), (snapshot.Facts(lake).Sections, snapshot.Facts(lake).File));
        Assert.Equal(Manifest.Digest, snapshot.Manifest.Digest);
    }

    [Fact]
    public void Commit_NoPlans_IsAGeneration()
    {
        Publish();

        using var snapshot = _index.OpenNewest()!;

        Assert.Equal((1L, 0), (snapshot.Generation, snapshot.PlanCount));
        Assert.Equal(-1, snapshot.Find("lake"));
        Assert.Empty(snapshot.Count(new LiteralQuery("湖"), BlockFilter.All, [], default).MentionsByDocument);
    }

    [Fact]
    public void Put_SameId_Replaces()
    {
        Publish(Lake(), Hill());
        Publish(new HandMadePlan("lake").Heading("第一章 新").Paragraph("山上有湖"));

        using var snapshot = _index.OpenNewest()!;

        Assert.Equal(["hill", "lake"], Ids(snapshot));
        Assert.Equal("山上有湖", snapshot.BlockText(snapshot.Find("lake"), 1));
        Assert.Single(Mentions(snapshot, "lake", new LiteralQuery("湖")));
    }

    [Fact]
    public void Put_SameIdTwiceBeforeACommit_KeepsTheLast()
    {
        Publish(Lake(), new HandMadePlan("lake").Paragraph("只有山"));

        using var snapshot = _index.OpenNewest()!;

        Assert.Equal(["lake"], Ids(snapshot));
        Assert.Equal("只有山", snapshot.BlockText(0, 0));
    }

    [Fact]
    public void Put_TextsOfAnotherNumber_IsTheCallersBug()
    {
        using var writer = _index.OpenWriter();

        Assert.Throws<ArgumentException>(() => writer.Put(Lake().Stored(), ["湖"]));
    }

    [Fact]
    public void Remove_PlanThere_IsGoneAfterTheCommit()
    {
        Publish(Lake(), Hill());
        using (var writer = _index.OpenWriter())
        {
            Assert.True(writer.Remove("lake"));
            Assert.False(writer.Remove("lake"));
            Assert.False(writer.Remove("nowhere"));
            writer.Commit(Manifest);
        }

        using var snapshot = _index.OpenNewest()!;

        Assert.Equal(["hill"], Ids(snapshot));
        Assert.Equal([1], snapshot.Count(new LiteralQuery("山"), BlockFilter.All, [], default).MentionsByDocument);
    }

    [Fact]
    public void Dispose_WithoutCommit_AbandonsEverything()
    {
        Publish(Lake());
        using (var writer = _index.OpenWriter())
        {
            writer.Put(Hill().Stored(), Hill().Texts);
            writer.Remove("lake");
        }

        using var snapshot = _index.OpenNewest()!;

        Assert.Equal((1L, 1L), (snapshot.Generation, _index.NewestGeneration));
        Assert.Equal(["lake"], Ids(snapshot));
    }

    [Fact]
    public void OpenWriter_WhileAnotherWrites_SaysLocked()
    {
        using var writer = _index.OpenWriter();

        Assert.Throws<IndexLockedException>(() => _index.OpenWriter());
    }

    [Fact]
    public void OpenNewest_HeldWhileOthersPublish_StaysAsItWas()
    {
        Publish(Lake());
        using var held = _index.OpenNewest()!;
        Publish(Hill());

        Assert.Equal((1L, 2L), (held.Generation, _index.NewestGeneration));
        Assert.Equal(["lake"], Ids(held));
        Assert.Equal(Lake().Texts[1], held.BlockText(0, 1));
    }

    [Fact]
    public void Find_UnknownId_IsMinusOne()
    {
        Publish(Lake());

        using var snapshot = _index.OpenNewest()!;

        Assert.Equal(-1, snapshot.Find("nowhere"));
    }

    [Fact]
    public void Count_Literal_TellsMentionsRecordsAsideAndLongerRuns()
    {
        Publish(Lake());
        using var snapshot = _index.OpenNewest()!;

        var counts = snapshot.Count(new LiteralQuery("5G"), BlockFilter.All, [], default);

        Assert.Equal((3, 2, 2), (counts.MentionsByDocument[0], counts.RecordsByDocument[0], counts.LongerRunsByDocument[0]));
        Assert.Equal<AsideCount>([new AsideCount(0, (int)BlockKind.Contents, 1)], counts.Aside);
    }

    [Theory]
    [InlineData("湖", 5, 2)]
    [InlineData("绿道", 1, 1)]
    [InlineData("〇", 2, 1)]          // Han, and no letter
    [InlineData("〇二", 1, 1)]
    [InlineData("无此", 0, 0)]
    public void Totals_Literal_AreWhatCountingGives(string literal, long mentions, int records)
    {
        Publish(Lake(), new HandMadePlan("year").Paragraph("二〇二五年到二〇三五年"));
        using var snapshot = _index.OpenNewest()!;

        var totals = snapshot.Totals(new LiteralQuery(literal), default);

        Assert.Equal(new QueryTotals(mentions, records, mentions > 0 ? 1 : 0), totals);
    }

    [Fact]
    public void Count_AndWithNot_GoesRecordByRecord()
    {
        Publish(Lake());
        using var snapshot = _index.OpenNewest()!;
        var query = new AndQuery([new LiteralQuery("湖")], [new LiteralQuery("渔村")]);

        var counts = snapshot.Count(query, BlockFilter.All, [], default);

        Assert.Equal((3, 1), (counts.MentionsByDocument[0], counts.RecordsByDocument[0]));
    }

    [Fact]
    public void Count_ByPart_SumsToTheMentions()
    {
        Publish(Lake());
        using var snapshot = _index.OpenNewest()!;

        var counts = snapshot.Count(new LiteralQuery("湖"), BlockFilter.All, [PlanSchema.PartColumn], default).ByColumn[0];

        Assert.Equal(
            [2, 2, 0, 1, 0],
            Enum.GetValues<PlanPart>().Select(part => counts.MentionsOf(0, (int)part)));
        Assert.Equal(
            [1, 2, 0, 1, 0],
            Enum.GetValues<PlanPart>().Select(part => counts.RecordsOf(0, (int)part)));
    }

    [Fact]
    public void Mentions_InBlocksAndCells_HaveTheirPlaceInTheText()
    {
        Publish(Hill(), Lake());
        using var snapshot = _index.OpenNewest()!;

        var mentions = Mentions(snapshot, "lake", new LiteralQuery("湖"));

        Assert.Equal([(1, 4), (2, 1), (2, 6), (3, 7), (4, 3)], mentions.Select(mention => (mention.Block, mention.Start)));
        Assert.All(mentions, mention => Assert.Equal("湖", snapshot.BlockText(mention.Document, mention.Block).Substring(mention.Start, mention.Length)));
    }

    [Fact]
    public void Mentions_SeveralPlans_AreGivenInTheOrderNamedAlsoWhereThereAreNone()
    {
        Publish(Hill(), Lake(), new HandMadePlan("plain").Paragraph("一马平川"));
        using var snapshot = _index.OpenNewest()!;
        int[] plans = [snapshot.Find("lake"), snapshot.Find("plain"), snapshot.Find("hill"), snapshot.Find("lake")];
        var given = new List<List<Mention>>();

        snapshot.Mentions(new LiteralQuery("湖"), BlockFilter.All, plans, found => given.Add([.. found]), default);

        Assert.Equal(plans.Length, given.Count);
        Assert.Equal(Mentions(snapshot, "lake", new LiteralQuery("湖")), given[0]);
        Assert.Empty(given[1]);
        Assert.Equal(Mentions(snapshot, "hill", new LiteralQuery("湖")), given[2]);
        Assert.Equal(given[0], given[3]);
    }

    [Fact]
    public void Mentions_OverACellsEnd_AreNone()
    {
        Publish(Lake());
        using var snapshot = _index.OpenNewest()!;

        Assert.Empty(Mentions(snapshot, "lake", new LiteralQuery("5G基站")));
        Assert.Equal([(4, 0), (4, 6)], Mentions(snapshot, "lake", new OrQuery([new LiteralQuery("基站"), new LiteralQuery("5G 湖")])).Select(mention => (mention.Block, mention.Start)));
    }

    [Fact]
    public void Mentions_OfSeveralLiterals_TakeTheLeftmostThenTheLongest()
    {
        Publish(new HandMadePlan("a").Paragraph("加氢站和氢能"));
        using var snapshot = _index.OpenNewest()!;
        var query = new OrQuery([new LiteralQuery("氢"), new LiteralQuery("加氢"), new LiteralQuery("加氢站")]);

        var mentions = Mentions(snapshot, "a", query);

        Assert.Equal([(0, 3, 2), (4, 1, 0)], mentions.Select(mention => (mention.Start, mention.Length, mention.Literal)));
    }

    [Fact]
    public void Mentions_Filtered_LieInAllowedBlocks()
    {
        Publish(Lake());
        using var snapshot = _index.OpenNewest()!;
        var headings = new BlockFilter([1UL << (int)BlockKind.Heading, ulong.MaxValue, ulong.MaxValue]);

        var counts = snapshot.Count(new LiteralQuery("湖"), headings, [], default);

        Assert.Equal((2, 2), (counts.MentionsByDocument[0], counts.RecordsByDocument[0]));
    }

    [Fact]
    public void Top_HeadingAndText_PutsTheHeadingFirst()
    {
        Publish(
            new HandMadePlan("text").Heading("第一章 水").Paragraph("渔港建设"),
            new HandMadePlan("heading").Heading("第一章 渔港").Paragraph("水面建设"));
        using var snapshot = _index.OpenNewest()!;

        var top = snapshot.Search(new LiteralQuery("渔港"), BlockFilter.All, [], [0, 1], 10, default).Best;

        Assert.Equal(["heading", "text"], top.Select(record => snapshot.Plan(record.Document).Id));
        Assert.True(top[0].Score > top[1].Score);
    }

    [Fact]
    public void Top_EqualScores_StandInTheOrderOfTheText()
    {
        Publish(new HandMadePlan("a").Heading("甲").Paragraph("渔港").Heading("乙").Paragraph("渔港").Heading("丙").Paragraph("渔港"));
        using var snapshot = _index.OpenNewest()!;

        Assert.Equal([0, 1, 2], snapshot.Search(new LiteralQuery("渔港"), BlockFilter.All, [], [0], 10, default).Best.Select(record => record.Record));
        Assert.Equal([0, 1], snapshot.Search(new LiteralQuery("渔港"), BlockFilter.All, [], [0], 2, default).Best.Select(record => record.Record));
    }

    [Fact]
    public void Top_EqualScoresOfPlans_StandInTheOrderOfTheRanks()
    {
        Publish(new HandMadePlan("a").Heading("甲").Paragraph("渔港"), new HandMadePlan("b").Heading("甲").Paragraph("渔港"));
        using var snapshot = _index.OpenNewest()!;
        var ranks = new int[2];
        (ranks[snapshot.Find("a")], ranks[snapshot.Find("b")]) = (7, 3);

        var top = snapshot.Search(new LiteralQuery("渔港"), BlockFilter.All, [], ranks, 10, default).Best;
        var first = snapshot.Search(new LiteralQuery("渔港"), BlockFilter.All, [], ranks, 1, default).Best;

        Assert.Equal(["b", "a"], top.Select(record => snapshot.Plan(record.Document).Id));
        Assert.Equal(top.Take(1), first);
    }

    [Fact]
    public void Top_PlansLeftOut_GiveNoRecords()
    {
        Publish(Lake(), Hill());
        using var snapshot = _index.OpenNewest()!;
        var plans = Enumerable.Range(0, snapshot.PlanCount).Select(plan => snapshot.Plan(plan).Id == "hill" ? 0 : -1).ToArray();

        var top = snapshot.Search(new OrQuery([new LiteralQuery("湖"), new LiteralQuery("山")]), BlockFilter.All, [], plans, 10, default).Best;

        Assert.NotEmpty(top);
        Assert.All(top, record => Assert.Equal("hill", snapshot.Plan(record.Document).Id));
    }

    public virtual void Dispose()
    {
        _index.Dispose();
        GC.SuppressFinalize(this);
    }

    private static CorpusManifest Manifest { get; } = new(
        DateTimeOffset.UnixEpoch, "d1", ["/plans"], [new NotSearched("a.pdf", "不支持")], [], ImmutableSortedDictionary<string, string>.Empty);

    private static HandMadePlan Lake() => new HandMadePlan("lake")
        .Aside(BlockKind.Contents, "第一章 湖边的5G……1")
        .Heading("第一章 湖边")
        .Paragraph("沿湖建绿道，湖心岛不开发；5G覆盖，15G与5Ga不算。")
        .Heading("第二章 渔村与湖")
        .Row("5G 湖区", "基站", "")
        .Paragraph("５ｇ到村");

    private static HandMadePlan Hill() => new HandMadePlan("hill").Heading("第一章 林地").Paragraph("封山育林");

    private void Publish(params HandMadePlan[] plans)
    {
        using var writer = _index.OpenWriter();
        foreach (var plan in plans)
        {
            writer.Put(plan.Stored(), plan.Texts);
        }

        writer.Commit(Manifest);
    }

    private static IEnumerable<string> Ids(IPlanSnapshot snapshot) =>
        Enumerable.Range(0, snapshot.PlanCount).Select(plan => snapshot.Plan(plan).Id).Order(StringComparer.Ordinal);

    private static List<Mention> Mentions(IPlanSnapshot snapshot, string plan, Query query)
    {
        var mentions = new List<Mention>();
        snapshot.Mentions(query, BlockFilter.All, snapshot.Find(plan), mentions, default);
        return mentions;
    }
}
