using System.Collections.Immutable;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;
using PlanSearch.Index.Stored.Bytes;
using PlanSearch.Plans;
using PlanSearch.Plans.Metadata;
using PlanSearch.Plans.Text;
using Xunit;

namespace PlanSearch.TestSupport.Port;

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
        Assert.Equal(
            (PlanFacts.Of(Lake().Stored()).Sections, "lake.txt"), (snapshot.Facts([lake])[0].Sections, snapshot.Facts([lake])[0].File));
        Assert.Equal(Manifest.Digest, snapshot.Manifest.Digest);
    }

    [Fact]
    public void Commit_NoPlans_IsAGeneration()
    {
        Publish();

        using var snapshot = _index.OpenNewest()!;

        Assert.Equal((1L, 0), (snapshot.Generation, snapshot.PlanCount));
        Assert.Equal(-1, snapshot.Find("lake"));
        Assert.Equal((default, 0, false), Tallied(snapshot, new LiteralQuery("湖")));
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
        Assert.Equal((new UnitCounts(1, 1, 1), 1, true), Tallied(snapshot, new LiteralQuery("山")));
    }

    [Fact]
    public void Keep_FormerVersion_IsReadByItsNameAndIsInNoCountOrList()
    {
        Publish(Lake(), Hill());
        using (var writer = _index.OpenWriter())
        {
            Assert.True(writer.Keep("first", Lake().Stored(), Lake().Texts) > 0);
            writer.Keep("first", Hill().Stored(), Hill().Texts);
            writer.Put(new HandMadePlan("lake").Paragraph("河").Stored(), new HandMadePlan("lake").Paragraph("河").Texts);
            writer.Remove("hill");
            writer.Commit(Manifest);
        }

        using var snapshot = _index.OpenNewest()!;

        Assert.Equal(["lake"], Ids(snapshot));
        Assert.Equal((new UnitCounts(0, 0, 0), 1, false), Tallied(snapshot, new LiteralQuery("湖")));
        Assert.Equal(new UnitCounts(1, 1, 1), snapshot.Totals(new LiteralQuery("河"), default));
        Assert.Equal(-1, snapshot.Find("hill"));
        var kept = snapshot.Kept("first").OrderBy(plan => plan.Facts.Id, StringComparer.Ordinal).ToList();
        Assert.Equal(["hill", "lake"], kept.Select(plan => plan.Facts.Id));
        var (plan, texts) = kept[1].Read();
        Assert.Equal(Lake().Texts, texts);
        Assert.Equal(PlanCodec.Encode(Lake().Stored(), Lake().Texts), PlanCodec.Encode(plan, texts));
        Assert.Equal(["湖"], kept[1].Find(new LiteralQuery("湖"), [new BlockChoice(BlockColumns.Part, [(int)PlanPart.Heading])]).Mentions
            .Select(match => kept[1].Read().Texts[match.Block].Substring(match.Start, match.Length)).Distinct());
        Assert.Throws<ColumnNotKeptException>(() => kept[1].Find(new LiteralQuery("湖"), [new BlockChoice("colour", [1])]));
        Assert.Empty(snapshot.Kept("second"));
    }

    [Fact]
    public void LetGo_Name_RemovesWhatIsKeptUnderItAndNothingElse()
    {
        using (var writer = _index.OpenWriter())
        {
            writer.Put(Lake().Stored(), Lake().Texts);
            writer.Keep("first", Lake().Stored(), Lake().Texts);
            writer.Keep("second", Lake().Stored(), Lake().Texts);
            writer.Commit(Manifest);
        }

        using (var writer = _index.OpenWriter())
        {
            writer.LetGo("first");
            writer.LetGo("nowhere");
            writer.Commit(Manifest);
        }

        using var snapshot = _index.OpenNewest()!;

        Assert.Empty(snapshot.Kept("first"));
        Assert.Single(snapshot.Kept("second"));
        Assert.Equal(["lake"], Ids(snapshot));
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

        var counts = snapshot.Tally(new TallyRequest(new LiteralQuery("5G")), default);

        Assert.Equal((new UnitCounts(3, 2, 1), 2L), (counts.Total, counts.LongerRuns));
        Assert.Equal<(int, long)>([((int)BlockKind.Contents, 1)], counts.Aside);
        Assert.Equal<int>([0], counts.Lists.SetAside(10));
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

        Assert.Equal(new UnitCounts(mentions, records, mentions > 0 ? 1 : 0), totals);
    }

    [Fact]
    public void Count_AndWithNot_GoesRecordByRecord()
    {
        Publish(Lake());
        using var snapshot = _index.OpenNewest()!;
        var query = new AndQuery([new LiteralQuery("湖")], [new LiteralQuery("渔村")]);

        Assert.Equal((new UnitCounts(3, 1, 1), 1, true), Tallied(snapshot, query));
    }

    [Fact]
    public void Count_ByPart_SumsToTheMentions()
    {
        Publish(Lake());
        using var snapshot = _index.OpenNewest()!;

        var tally = Assert.Single(snapshot.Tally(new TallyRequest(new LiteralQuery("湖")) { Facets = [BlockColumns.Part] }, default).Facets);

        Assert.Equal(BlockColumns.Part, tally.Column);
        Assert.Equal(
            [new(2, 1, 1), new(2, 2, 1), default, new(1, 1, 1), default],
            Enum.GetValues<PlanPart>().Select(part => (int)part < tally.ByValue.Length ? tally.ByValue[(int)part] : default));
    }

    [Fact]
    public void Mentions_InBlocksAndCells_HaveTheirPlaceInTheText()
    {
        Publish(Hill(), Lake());
        using var snapshot = _index.OpenNewest()!;

        var mentions = Mentions(snapshot, "lake", new LiteralQuery("湖"));

        Assert.Equal([(1, 4), (2, 1), (2, 6), (3, 7), (4, 3)], mentions.Select(mention => (mention.Block, mention.Start)));
        Assert.All(
            mentions,
            mention => Assert.Equal("湖", snapshot.BlockText(mention.Plan, mention.Block).Substring(mention.Start, mention.Length)));
    }

    [Fact]
    public void Mentions_SeveralPlans_AreGivenInTheOrderNamedAlsoWhereThereAreNone()
    {
        Publish(Hill(), Lake(), new HandMadePlan("plain").Paragraph("一马平川"));
        using var snapshot = _index.OpenNewest()!;
        int[] plans = [snapshot.Find("lake"), snapshot.Find("plain"), snapshot.Find("hill"), snapshot.Find("lake")];
        var given = new List<List<Mention>>();

        snapshot.Mentions(new LiteralQuery("湖"), [], plans, found => given.Add([.. found]), default);

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
        Assert.Equal(
            [(4, 0), (4, 6)],
            Mentions(snapshot, "lake", new OrQuery([new LiteralQuery("基站"), new LiteralQuery("5G 湖")])).Select(
                mention => (mention.Block, mention.Start)));
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
        var headings = new BlockChoice(BlockColumns.Kind, [(int)BlockKind.Heading]);

        var counts = snapshot.Tally(new TallyRequest(new LiteralQuery("湖")) { Blocks = [headings] }, default);

        Assert.Equal(new UnitCounts(2, 2, 1), counts.Total);
    }

    [Fact]
    public void Tally_ColumnNotKept_IsRefusedByName()
    {
        Publish(Lake());
        using var snapshot = _index.OpenNewest()!;
        var request = new TallyRequest(new LiteralQuery("湖"));

        Assert.Equal(
            "colour", Assert.Throws<ColumnNotKeptException>(() => snapshot.Tally(request with { Facets = ["colour"] }, default)).Column);
        Assert.Equal(
            "colour",
            Assert.Throws<ColumnNotKeptException>(() => snapshot.Tally(request with { Blocks = [new("colour", [1])] }, default)).Column);
        Assert.Equal(
            "part",
            Assert.Throws<ColumnNotKeptException>(() => snapshot.Tally(request with { Blocks = [new("part", [64])] }, default)).Column);
    }

    [Fact]
    public void Tally_Facets_AreCountedUnderAllFiltersButTheirOwn()
    {
        PublishKnown(
            Known("a", "县级", "甲处", "湖湖"), Known("b", "县级", "乙处", "湖"), Known("c", "省级", "甲处", "湖"), Known("d", "省级", "", "山"));
        using var snapshot = _index.OpenNewest()!;
        var request = new TallyRequest(new LiteralQuery("湖"))
        {
            Facets = ["level", "主管"],
            Plans = new PlanFilter { Chosen = [new("level", ["县级"], []), new("主管", [], ["乙处"])] },
        };

        var counts = snapshot.Tally(request, default);
        var lasting = snapshot.Tally(request with { Plans = new PlanFilter { Lasting = request.Plans.Chosen } }, default);

        Assert.Equal((new UnitCounts(2, 1, 1), 1), (counts.Total, counts.PlansSearched));
        Assert.Equal(["县级 2 1 1", "省级 1 1 1"], Values(snapshot, counts, "level"));
        Assert.Equal(["乙处 1 1 1", "甲处 2 1 1"], Values(snapshot, counts, "主管"));
        Assert.Equal((counts.Total, counts.PlansSearched), (lasting.Total, lasting.PlansSearched));
        Assert.Equal(["县级 2 1 1"], Values(snapshot, lasting, "level"));
        Assert.Equal(["甲处 2 1 1"], Values(snapshot, lasting, "主管"));
    }

    [Theory]
    [InlineData("level", "火星级")]
    [InlineData("没有的栏", "甲")]
    public void Tally_WhatNoPlanHas_HoldsForNone(string column, string value)
    {
        Publish(Lake());
        using var snapshot = _index.OpenNewest()!;
        PlanChoice choice = new(column, [value], []);

        var chosen = snapshot.Tally(new TallyRequest(new LiteralQuery("湖")) { Plans = new PlanFilter { Chosen = [choice] } }, default);
        var scoped = snapshot.Tally(new TallyRequest(new LiteralQuery("湖")) { Plans = new PlanFilter { Scope = [choice] } }, default);

        Assert.Equal((default, 0, true), (chosen.Total, chosen.PlansSearched, chosen.Occurs));
        Assert.Equal((default, 0, false), (scoped.Total, scoped.PlansSearched, scoped.Occurs));
    }

    [Fact]
    public void Tally_Lists_GoByTheOrderKeyThenById()
    {
        PublishKnown(
            Known("c", "", "", "湖湖", "1"), Known("b", "", "", "湖湖", "2"), Known("a", "", "", "湖湖", "2"), Known("d", "", "", "山", "0"));
        using var snapshot = _index.OpenNewest()!;

        var counts = snapshot.Tally(new TallyRequest(new OrQuery([new LiteralQuery("湖"), new LiteralQuery("无此")])), default);

        string[] Ids(IEnumerable<int> plans) => [.. plans.Select(plan => snapshot.Plan(plan).Id)];
        Assert.Equal(["c", "a", "b"], Ids(counts.Lists.All().Select(plan => plan.Plan)));
        Assert.Equal(["d"], Ids(counts.Lists.Without(0, 10)));
        Assert.Empty(counts.Lists.Without(1, 10));
        var page = counts.Lists.Page(new TallyPage(TallyOrder.Key, TallyUnit.Mentions, 3, 2));
        Assert.Equal(["a", "b"], Ids(page.Plans.Select(plan => plan.Plan)));
        Assert.Equal(1, page.Passed);
        Assert.Equal(
            ["b"], Ids(counts.Lists.Page(new TallyPage(TallyOrder.Mentions, TallyUnit.Plans, 2, 5)).Plans.Select(plan => plan.Plan)));
        Assert.Empty(counts.Lists.Page(new TallyPage(TallyOrder.Density, TallyUnit.Records, 3, 5)).Plans);
    }

    [Fact]
    public void Facts_ManyPlans_ComeInTheOrderNamed()
    {
        Publish(Lake(), Hill());
        using var snapshot = _index.OpenNewest()!;
        int[] plans = [snapshot.Find("lake"), snapshot.Find("hill"), snapshot.Find("lake")];
        snapshot.Prefetch(plans);

        Assert.Equal(["lake", "hill", "lake"], snapshot.Facts(plans).Select(facts => facts.Id));
        Assert.Empty(snapshot.Facts([]));
        Assert.Equal<string>(Lake().Texts, snapshot.Texts(plans[0]));
    }

    [Fact]
    public void Best_HeadingAndText_PutsTheHeadingFirst()
    {
        Publish(
            new HandMadePlan("text").Heading("第一章 水").Paragraph("渔港建设"),
            new HandMadePlan("heading").Heading("第一章 渔港").Paragraph("水面建设"));
        using var snapshot = _index.OpenNewest()!;

        var best = Best(snapshot, new LiteralQuery("渔港"), 10);

        Assert.Equal(["heading", "text"], best.Select(record => snapshot.Plan(record.Plan).Id));
        Assert.True(best[0].Score > best[1].Score);
    }

    [Fact]
    public void Best_EqualScores_StandInTheOrderOfTheText()
    {
        Publish(new HandMadePlan("a").Heading("甲").Paragraph("渔港").Heading("乙").Paragraph("渔港").Heading("丙").Paragraph("渔港"));
        using var snapshot = _index.OpenNewest()!;

        Assert.Equal([0, 1, 2], Best(snapshot, new LiteralQuery("渔港"), 10).Select(record => record.Record));
        Assert.Equal([0, 1], Best(snapshot, new LiteralQuery("渔港"), 2).Select(record => record.Record));
        Assert.Equal([2], Best(snapshot, new LiteralQuery("渔港"), 10, skip: 2).Select(record => record.Record));
    }

    [Fact]
    public void Best_EqualScoresOfPlans_StandInTheOrderOfTheKeys()
    {
        PublishKnown(Known("a", "", "", "渔港", "7"), Known("b", "", "", "渔港", "3"));
        using var snapshot = _index.OpenNewest()!;

        var best = Best(snapshot, new LiteralQuery("渔港"), 10);

        Assert.Equal(["b", "a"], best.Select(record => snapshot.Plan(record.Plan).Id));
        Assert.Equal(best.Take(1), Best(snapshot, new LiteralQuery("渔港"), 1));
    }

    [Fact]
    public void Best_PlansLeftOut_GiveNoRecords()
    {
        Publish(Lake(), Hill());
        using var snapshot = _index.OpenNewest()!;
        var hill = new PlanFilter { Chosen = [new("plan", ["hill"], [])] };

        var best = Best(snapshot, new OrQuery([new LiteralQuery("湖"), new LiteralQuery("山")]), 10, plans: hill);

        Assert.NotEmpty(best);
        Assert.All(best, record => Assert.Equal("hill", snapshot.Plan(record.Plan).Id));
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

    private static (StoredPlan Plan, IReadOnlyList<string> Texts) Known(
        string id, string level, string owner, string text, string orderKey = "")
    {
        var plan = new HandMadePlan(id).Paragraph(text);
        var metadata = new PlanMetadata { Title = id, ShortTitle = id, Level = level };
        metadata = owner.Length > 0 ? metadata with { Extra = metadata.Extra.Add("主管", owner) } : metadata;
        return (plan.Stored() with { Metadata = metadata, OrderKey = orderKey }, plan.Texts);
    }

    private void Publish(params HandMadePlan[] plans) => PublishKnown([.. plans.Select(plan => (plan.Stored(), plan.Texts))]);

    private void PublishKnown(params (StoredPlan Plan, IReadOnlyList<string> Texts)[] plans)
    {
        using var writer = _index.OpenWriter();
        foreach (var (plan, texts) in plans)
        {
            writer.Put(plan, texts);
        }

        writer.Commit(Manifest);
    }

    [Fact]
    public void Tally_WeighedLiterals_PutTheRecordsOfTheHeavierFirst()
    {
        Publish(
            new HandMadePlan("lake").Heading("第一章 水").Paragraph("湖湖湖湖"),
            new HandMadePlan("hill").Heading("第一章 地").Paragraph("山山山山"));
        using var snapshot = _index.OpenNewest()!;
        var query = new OrQuery([new LiteralQuery("湖"), new LiteralQuery("山")]);

        string FirstBy(double ofLake, double ofHill) => snapshot.Plan(snapshot.Tally(
            new TallyRequest(query) { Page = new TallyPage(TallyOrder.Relevance, TallyUnit.Records, 0, 5), Weights = [ofLake, ofHill] },
            default).Best[0].Plan).Id;

        Assert.Equal(("lake", "hill"), (FirstBy(1, 0.1), FirstBy(0.1, 1)));
        Assert.Equal(8, snapshot.Tally(new TallyRequest(query) { Weights = [1, 0.1] }, default).Total.Mentions);
    }

    private static (UnitCounts Total, int PlansSearched, bool Occurs) Tallied(IPlanSnapshot snapshot, Query query)
    {
        var counts = snapshot.Tally(new TallyRequest(query), default);
        return (counts.Total, counts.PlansSearched, counts.Occurs);
    }

    private static ImmutableArray<ScoredRecord> Best(
        IPlanSnapshot snapshot, Query query, int take, long skip = 0, PlanFilter? plans = null) => snapshot.Tally(
        new TallyRequest(query)
        {
            Plans = plans ?? PlanFilter.All,
            Page = new TallyPage(TallyOrder.Relevance, TallyUnit.Records, skip, take)
        }, default).Best;

    private static IEnumerable<string> Values(IPlanSnapshot snapshot, TallyAnswer counts, string column) =>
        counts.Facets.Single(facet => facet.Column == column).ByValue
        .Select((count, rank) => (Value: snapshot.Columns.Find(column)!.Values[rank], Count: count))
        .Where(value => value.Count.Plans > 0)
        .Select(value => $"{value.Value} {value.Count.Mentions} {value.Count.Records} {value.Count.Plans}")
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Ids(IPlanSnapshot snapshot) =>
        Enumerable.Range(0, snapshot.PlanCount).Select(plan => snapshot.Plan(plan).Id).Order(StringComparer.Ordinal);

    private static List<Mention> Mentions(IPlanSnapshot snapshot, string plan, Query query)
    {
        var mentions = new List<Mention>();
        snapshot.Mentions(query, [], [snapshot.Find(plan)], found => mentions.AddRange(found), default);
        return mentions;
    }
}
