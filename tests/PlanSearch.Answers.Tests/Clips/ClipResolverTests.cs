using PlanSearch.Answers.Clips;
using PlanSearch.Answers.Mentions;
using PlanSearch.Corpus.Generations;
using PlanSearch.Index.Stored;
using PlanSearch.Plans;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport;
using PlanSearch.TestSupport.Scan;
using Xunit.Abstractions;

namespace PlanSearch.Answers.Tests.Clips;

/// <summary>From ticks to excerpts, and what becomes of them when the plans change.</summary>
public sealed class ClipResolverTests(ITestOutputHelper output)
{
    private const string Paragraph = "第一句不相干。他说“发展氢能。”这是第二句；第三句也有氢能，很长。尾句。";

    [Theory]
    [InlineData(ClipContext.Sentence, "他说“发展氢能。”", "氢能")]
    [InlineData(ClipContext.Block, Paragraph, "氢能")]
    [InlineData(ClipContext.Entry, Paragraph, "氢能")]
    public void Resolve_HitInAParagraph_ShowsAsMuchAsIsWanted(ClipContext context, string text, string hit)
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(new HandMadePlan("甲").Heading("第一章").Paragraph(Paragraph)));

        var excerpt = One(corpus, "氢能", context, mention: 0);

        Assert.Equal(text, excerpt.Text);
        Assert.Equal([hit], Marked(excerpt));
    }

    [Fact]
    public void Resolve_SeveralHitsInABlock_RunFromTheFirstSentenceToTheLast()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(new HandMadePlan("甲").Paragraph(Paragraph)));
        var rows = corpus.StreamMentions(InventedCollection.Ask("氢能"), default).Value!.Rows.ToList();
        var anchor = AnchorOf(rows[0]);

        var pick = ClipPick.Write("甲", anchor, [.. rows.Select(row => new TextRange(row.Offset, row.Hit.Length))]);
        var excerpt = Assert.Single(Resolve(corpus, [pick], "氢能", ClipContext.Sentence).Excerpts);

        Assert.Equal("他说“发展氢能。”这是第二句；第三句也有氢能，很长。", excerpt.Text);
        Assert.Equal(["氢能", "氢能"], Marked(excerpt));
    }

    [Fact]
    public void Resolve_HitInACell_StaysInItsCellOrShowsTheRow()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(new HandMadePlan("甲").Row("指标。名", "氢能产量", "10")));

        Assert.Equal("氢能产量", One(corpus, "氢能", ClipContext.Sentence, 0).Text);
        Assert.Equal("指标。名\t氢能产量\t10", One(corpus, "氢能", ClipContext.Block, 0).Text);
    }

    [Fact]
    public void Resolve_EntryOfABox_IsAllThatBelongsToIt()
    {
        var plan = new HandMadePlan("甲").BoxTitle("工程").Entry("1. 绿港。").Entry("2. 氢港。").Paragraph("建设氢能码头。").Aside(BlockKind.Noise, "— 3 —")
            .Paragraph("续建储能。").Entry("3. 园区。");
        using var corpus = InventedCollection.Open(InventedCollection.Built(plan));

        var excerpt = One(corpus, "氢能", ClipContext.Entry, 0);

        // The page mark is outside the box in this plan, so it ends the entry; what is before it belongs together.
        Assert.StartsWith("2. 氢港。\n建设氢能码头。", excerpt.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("— 3 —", excerpt.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("园区", excerpt.Text, StringComparison.Ordinal);
        Assert.Equal(["氢能"], Marked(excerpt));
    }

    [Fact]
    public void Resolve_PlanReadAnew_FindsWhatMovedAndNamesWhatChanged()
    {
        var index = new ScanPlanIndex();
        InventedCollection.Publish(index, InventedCollection.Manifest,
        [
            InventedCollection.Built(new HandMadePlan("甲").Paragraph("开头氢能。").Paragraph("会搬走的氢能。").Paragraph("会改写的氢能。")),
            InventedCollection.Built(new HandMadePlan("乙").Paragraph("整部撤下的氢能。")),
        ]);
        using var corpus = PlanCollection.Open(InventedCollection.Options, () => index);
        var rows = corpus.StreamMentions(InventedCollection.Ask("氢能"), default).Value!.Rows.ToList();
        var folder = Folder(corpus, [.. rows.Select(PickOf)], "氢能", ClipContext.Block);
        Assert.Equal(4, corpus.Resolve(folder, default).Found);

        using (var writer = index.OpenWriter())
        {
            var (plan, texts) = InventedCollection.Built(
                new HandMadePlan("甲").Paragraph("会搬走的氢能。").Paragraph("会改写的氢能！").Paragraph("开头氢能。"));
            writer.Put(plan, texts);
            writer.Remove("乙");
            writer.Commit(InventedCollection.Manifest);
        }

        var answer = corpus.Resolve(folder, default);

        Assert.Equal(rows.Select(row => row.Plan), answer.Excerpts.Select(excerpt => excerpt.Plan));
        Assert.Equal(
            ["乙: gone", "甲: changed", "甲: 会搬走的氢能。", "甲: 开头氢能。"],
            answer.Excerpts.Select(excerpt => $"{excerpt.Plan}: {(excerpt.Status == Excerpt.Found ? excerpt.Text : excerpt.Status)}")
                .Order(StringComparer.Ordinal));
        Assert.Equal((2, 1), (answer.Found, answer.Plans));
        Assert.All(
            answer.Excerpts.Where(excerpt => excerpt.Status != Excerpt.Found),
            excerpt => Assert.Equal(("氢能", ""), (excerpt.Words, excerpt.Text)));
        Assert.Equal(3, answer.Searches[0].Certificate!.Mentions);
    }

    [Fact]
    public void Resolve_FolderMadeByHand_IsNeverTakenForTheSource()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(new HandMadePlan("甲").Paragraph("发展氢能。")));
        var clip = Folder(
            corpus,
            [PickOf(corpus.StreamMentions(InventedCollection.Ask("氢能"), default).Value!.Rows.Single())],
            "氢能",
            ClipContext.Block).Clips[0];

        foreach (var forged in (Clip[])[clip with { Words = "储能" }, clip with { Hits = [new(
            4, 9)] }, clip with { Hits = [new(2, 2), new(3, 1)] }, clip with { Anchor = "0000000000" }])
        {
            Assert.Equal(
                Excerpt.Changed, corpus.Resolve(new ClipFolder { Clips = [forged with { Search = null }] }, default).Excerpts[0].Status);
        }
    }

    [Fact]
    public void Resolve_SearchThatCannotBeAnswered_SaysWhy()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(new HandMadePlan("甲").Paragraph("发展氢能。")));
        var folder = new ClipFolder
        {
            Searches = [new SearchRequest { Query = "氢能 (", Mode = QueryMode.Expression }],
            Clips = [new Clip { Plan = "甲", Anchor = BlockAnchor.Of("发展氢能。", 1), Words = "发展氢能。", Search = 0 }],
        };

        var answer = corpus.Resolve(folder, default);

        Assert.Equal(Excerpt.Found, answer.Excerpts[0].Status);
        Assert.Equal("query_syntax", answer.Searches[0].Fault!.Code);
    }

    [Fact]
    public void Pick_PlacesOfAnOlderPage_AreNamedAndTheOthersTaken()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(new HandMadePlan("甲").Paragraph("发展氢能。")));
        var good = PickOf(corpus.StreamMentions(InventedCollection.Ask("氢能"), default).Value!.Rows.Single());

        var picked = corpus.Pick(
            ClipFolder.Empty,
            ["甲#zzzzzzzzzz.0.1", good, "乙#a", "no place", good.Replace(".2.", ".9.", StringComparison.Ordinal)],
            InventedCollection.Ask("氢能")).Value!;

        Assert.Single(picked.Folder.Clips);
        Assert.Equal(4, picked.Refused.Length);
    }

    [Fact]
    public void Pick_Record_TakesEveryMentionASentenceAnExcerpt()
    {
        var plan = new HandMadePlan("甲").Heading("第一章").Paragraph("氢能和氢能；也说氢能。尾句。").Paragraph("不相干。").Row("氢能产量", "氢能")
            .Heading("第二章").Paragraph("别处的氢能。");
        using var corpus = InventedCollection.Open(InventedCollection.Built(plan));
        var hits = corpus.Search(InventedCollection.Ask("氢能"), default).Value!.Hits;
        var records = hits.Select(ClipPick.WriteRecord).ToList();
        var passage = hits[0].Passages[0];

        // What is in a record is taken with it, whichever was ticked first.
        var picked = corpus.Pick(
            ClipFolder.Empty,
            [ClipPick.Write("甲", passage.Anchor, [.. passage.Marks.Select(mark => new TextRange(mark[0], mark[1]))]), .. records],
            InventedCollection.Ask("氢能")).Value!;
        var answer = corpus.Resolve(picked.Folder, default);

        Assert.Empty(picked.Refused);
        Assert.Equal(["氢能和氢能；", "也说氢能。", "氢能产量", "氢能", "别处的氢能。"], answer.Excerpts.Select(excerpt => excerpt.Text));
        Assert.Equal([2, 1, 1, 1, 1], answer.Excerpts.Select(excerpt => excerpt.Marks.Length));
        Assert.Equal((6, 6, 6L), (answer.Mentions, answer.Searches[0].Excerpted, answer.Searches[0].Certificate!.Mentions));
        Assert.Same(picked.Folder.Clips[0], corpus.Pick(picked.Folder, records, InventedCollection.Ask("氢能")).Value!.Folder.Clips[0]);
        Assert.Equal(5, corpus.Pick(picked.Folder, records, InventedCollection.Ask("氢能")).Value!.Folder.Clips.Length);
    }

    [Fact]
    public void Pick_RecordOfWhichThePageCountedOthers_IsRefused()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(new HandMadePlan("甲").Heading("第一章").Paragraph("氢能。")));
        var value = ClipPick.WriteRecord(Assert.Single(corpus.Search(InventedCollection.Ask("氢能"), default).Value!.Hits));

        foreach (var (pick, search) in ((string, string)[])[(value.Replace(
            "*1", "*2", StringComparison.Ordinal), "氢能"), (value, "储能"), (value, ""), ("乙#a.*1", "氢能")])
        {
            var picked = corpus.Pick(ClipFolder.Empty, [pick], InventedCollection.Ask(search)).Value!;

            Assert.Equal(pick, Assert.Single(picked.Refused));
            Assert.Empty(picked.Folder.Clips);
        }
    }

    [Fact]
    public void Pick_RandomPlans_EveryHitHoldsEveryMention()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        using var corpus = InventedCollection.Open(InventedCollection.Random(random, 8));
        var request = InventedCollection.Ask("氢能") with { Size = SearchRequest.MaxSize };
        var hits = corpus.Search(request, default).Value!.Hits;
        var rows = corpus.StreamMentions(request, default).Value!.Rows.ToList();
        Assert.InRange(rows.Count, 10, ClipFolder.MaxClips);

        var folder = corpus.Pick(ClipFolder.Empty, [.. hits.Select(ClipPick.WriteRecord)], request).Value!.Folder;

        Assert.Equal(
            rows.Select(row => $"{row.Plan} {AnchorOf(row)} {row.Offset}").Order(),
            folder.Clips.SelectMany(clip => clip.Hits.Select(hit => $"{clip.Plan} {clip.Anchor} {hit.Start}")).Order());
        Assert.Equal(rows.Count, corpus.Resolve(folder, default).Mentions);
    }

    [Fact]
    public void Resolve_SentenceWithMoreThanWasPicked_NamesAllItsMentions()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(new HandMadePlan("甲").Paragraph("氢能和氢能。又氢能。")));

        var one = One(corpus, "氢能", ClipContext.Sentence, mention: 1);

        Assert.Equal([[3, 2]], one.Marks.Select(mark => mark.ToArray()));
        Assert.Equal([[0, 2], [3, 2]], one.Mentions.Select(mark => mark.ToArray()));
        Assert.Equal([new(0, 2), new(3, 2)], one.Marked.AsEnumerable());
    }

    [Fact]
    public void Pick_LoneSurrogates_SurviveTheLink()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(new HandMadePlan("甲").Paragraph("\uD800氢能\uDC00")));
        var anchor = BlockAnchor.Of("\uD800氢能\uDC00", 1);
        var folder = corpus.Pick(ClipFolder.Empty, [$"甲#{anchor}"], new SearchRequest { Query = "" }).Value!.Folder;

        var answer = corpus.Resolve(ClipLink.Read(ClipLink.Write(folder)).Value!, default);

        Assert.Equal("\uD800氢能\uDC00", answer.Excerpts[0].Text);
    }

    private static Excerpt One(PlanCollection corpus, string query, ClipContext context, int mention)
    {
        var row = corpus.StreamMentions(InventedCollection.Ask(query), default).Value!.Rows.ElementAt(mention);
        return Assert.Single(Resolve(corpus, [PickOf(row)], query, context).Excerpts);
    }

    private static ClipsAnswer Resolve(PlanCollection corpus, IReadOnlyList<string> picks, string query, ClipContext context) =>
        corpus.Resolve(Folder(corpus, picks, query, context), default);

    private static ClipFolder Folder(PlanCollection corpus, IReadOnlyList<string> picks, string query, ClipContext context)
    {
        var picked = corpus.Pick(ClipFolder.Empty, picks, InventedCollection.Ask(query)).Value!;
        Assert.Empty(picked.Refused);
        return picked.Folder with { Clips = [.. picked.Folder.Clips.Select(clip => clip with { Context = context })] };
    }

    private static string PickOf(MentionRow row) => ClipPick.Write(row.Plan, AnchorOf(row), [new TextRange(row.Offset, row.Hit.Length)]);

    private static string AnchorOf(MentionRow row) =>
        row.Permalink[(row.Permalink.IndexOf('#', StringComparison.Ordinal) + 1)..].Split('.')[0];

    private static IEnumerable<string> Marked(Excerpt excerpt) => excerpt.Marks.Select(mark => excerpt.Text.Substring(mark[0], mark[1]));
}
