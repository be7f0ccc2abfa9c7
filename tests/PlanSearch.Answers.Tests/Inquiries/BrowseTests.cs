using PlanSearch.Answers.Mentions;
using PlanSearch.Corpus.Generations;
using PlanSearch.Plans;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Answers.Tests.Inquiries;

/// <summary>What pages ask beside the answers, held against what the answers say.</summary>
public sealed class BrowseTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(MentionOrder.Right, "氢能丙 氢能丙丁 氢能甲 氢能。")]
    [InlineData(MentionOrder.Left, "甲氢能 乙甲氢能 丙氢能")]
    public void Mentions_ByNeighbour_StandWithTheirLike(MentionOrder order, string texts)
    {
        var shuffled = texts.Split(' ').Reverse();
        using var corpus = InventedCollection.Open(
            InventedCollection.Built(shuffled.Aggregate(new HandMadePlan("甲"), (plan, text) => plan.Paragraph(text))));

        var rows = corpus.Mentions(InventedCollection.Ask("氢能"), order, default).Value!.Mentions;

        var keys = rows.Select(row => order == MentionOrder.Right ? row.Right : string.Concat(row.Left.Reverse())).ToList();
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        Assert.Equal(texts.Split(' ').Order(), rows.Select(row => row.Left + row.Hit + row.Right).Order());
    }

    [Fact]
    public void Mentions_RandomPlansInEveryOrder_AreTheSameMentionsPageByPage()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        using var corpus = InventedCollection.Open(InventedCollection.Random(random, 12));
        var inOrder = All(corpus, MentionOrder.Document);
        Assert.NotEmpty(inOrder);

        foreach (var order in (MentionOrder[])[MentionOrder.Left, MentionOrder.Right])
        {
            var sorted = All(corpus, order);
            Assert.Equal(inOrder.Count, sorted.Count);
            Assert.Equal(inOrder.Order(), sorted.Order());
        }
    }

    [Fact]
    public void Mentions_CursorOfAnotherOrder_IsInvalid()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(new HandMadePlan("甲").Paragraph("氢能氢能氢能")));
        var next = corpus.Mentions(InventedCollection.Ask("氢能") with { Size = 1 }, MentionOrder.Left, default).Value!.Next;

        Assert.Equal(
            "cursor_invalid",
            corpus.Mentions(InventedCollection.Ask("氢能") with { Size = 1, Cursor = next }, MentionOrder.Right, default).Fault?.Code);
    }

    [Fact]
    public void TooMany_AboveTheBound_IsAFault()
    {
        Assert.Null(KwicSort.TooMany(KwicSort.MaxMentions));
        Assert.Equal("too_many_mentions", KwicSort.TooMany(KwicSort.MaxMentions + 1)?.Code);
    }

    [Fact]
    public void Neighbours_OfAWord_AreCountedUpToTheEndOfTheWord()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(
            new HandMadePlan("甲").Paragraph("新能源车。能源；新能源，清洁能源").Row("能源", "新能源")));

        var answer = corpus.Neighbours(InventedCollection.Ask("能源"), 1, default).Value!;

        Assert.Equal(
            [("新", "新能源", 3), ("", null, 2), ("洁", "洁能源", 1)],
            answer.Left.Groups.Select(group => (group.Text, group.Whole, (int)group.Mentions)));
        Assert.Equal([("", null, 5), ("车", "能源车", 1)], answer.Right.Groups.Select(group => (group.Text, group.Whole, (int)group.Mentions)));
        Assert.Equal("parameter_invalid", corpus.Neighbours(InventedCollection.Ask("能源"), 0, default).Fault?.Code);
    }

    [Fact]
    public void Neighbours_RandomPlans_SumToTheMentionsOnEachSide()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        using var corpus = InventedCollection.Open(InventedCollection.Random(random, 12));
        var mentions = corpus.Search(InventedCollection.Ask("能"), default).Value!.Certificate.Mentions;
        Assert.True(mentions > 0);
        for (var width = 1; width <= NeighbourGroups.MaxWidth; width++)
        {
            var answer = corpus.Neighbours(InventedCollection.Ask("能"), width, default).Value!;

            Assert.Equal(mentions, answer.Mentions);
            Assert.Equal(mentions, answer.Left.Groups.Sum(group => group.Mentions) + answer.Left.Others);
            Assert.Equal(mentions, answer.Right.Groups.Sum(group => group.Mentions) + answer.Right.Others);
        }
    }

    [Fact]
    public void Spread_OfAPlan_PutsEachMentionWhereItStands()
    {
        using var corpus = InventedCollection.Open(
            InventedCollection.Built(new HandMadePlan("甲").Paragraph("氢能" + new string('字', 500)).Paragraph(new string('字', 500) + "氢能")),
            InventedCollection.Built(new HandMadePlan("乙").Paragraph("氢能。")),
            InventedCollection.Built(new HandMadePlan("丙").Paragraph("无。")));

        var spread = corpus.Spread(InventedCollection.Ask("氢能"), 1, default).Value!;

        var plan = Assert.Single(spread.Plans);
        Assert.Equal(("甲", 2, 1), (plan.Plan.Id, plan.Mentions, spread.MorePlans));
        Assert.Equal((1, 1, 2), (plan.Bins[0], plan.Bins[^1], plan.Bins.Sum()));
    }

    [Fact]
    public void Aside_RandomPlans_MarksWhatTheCertificateLeavesOut()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        using var corpus = InventedCollection.Open(InventedCollection.Random(random, 15));
        foreach (var word in InventedCollection.Words)
        {
            var request = InventedCollection.Ask(word);
            var excluded = corpus.Search(request, default).Value!.Certificate.Excluded;

            var lines = corpus.Aside(request, default).Value!.Lines;

            Assert.Equal(
                (excluded.Toc, excluded.Cover, excluded.Noise),
                (Marks(BlockKind.Contents), Marks(BlockKind.Cover), Marks(BlockKind.Noise)));

            long Marks(BlockKind kind) => lines.Where(line => line.Kind == kind).Sum(line => line.Marks.Length);
        }
    }

    [Fact]
    public void KindsOf_RandomPlans_SumToTheRecords()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        using var corpus = InventedCollection.Open(InventedCollection.Random(random, 15));

        var kinds = corpus.KindsOf(InventedCollection.Ask("能"), default).Value!;

        Assert.True(kinds.IsKnown);
        Assert.Equal(
            corpus.Search(InventedCollection.Ask("能"), default).Value!.Certificate.Records, kinds.Sections + kinds.Boxes + kinds.Tables);
    }

    [Fact]
    public void Cite_BlockOfAPlan_SaysItInEveryStyle()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(
            new HandMadePlan("甲").Heading("第一章 总则").Paragraph("氢能。"), metadata => metadata with { Title = "某市规划", ShortTitle = "短题" }));
        var anchor = corpus.Read("甲", InventedCollection.Ask(""), default).Value!.Blocks[^1].Anchor;

        var cited = corpus.Cite("甲", anchor).Value!.Citations;

        Assert.StartsWith("《某市规划》", cited.Official, StringComparison.Ordinal);
        Assert.StartsWith("短题", cited.Short, StringComparison.Ordinal);
        Assert.Contains("[Z]", cited.Reference, StringComparison.Ordinal);
        Assert.Equal("place_unknown", corpus.Cite("甲", "nowhere").Fault?.Code);
        Assert.Equal("plan_unknown", corpus.Cite("乙", anchor).Fault?.Code);
    }

    [Fact]
    public void Suggest_Prefix_GivesWordsThenWhatPlansSay()
    {
        using var corpus = InventedCollection.Open(
            InventedCollection.Built(new HandMadePlan("甲").Heading("壮大氢能产业").BoxTitle("氢能重点工程")),
            InventedCollection.Built(new HandMadePlan("乙").Heading("壮大氢能产业")));

        var found = corpus.Suggest("氢能", 5);

        Assert.Contains(found, one => one is { Kind: "heading", Text: "壮大氢能产业", Plans: 2 });
        Assert.Contains(found, one => one is { Kind: "box", Text: "氢能重点工程" });
        Assert.True(
            found.ToList().FindIndex(one => one.Kind == "box") < found.ToList().FindIndex(one => one.Kind == "heading"),
            "What begins with it comes first.");
        Assert.Empty(corpus.Suggest("　", 5));
        Assert.Empty(corpus.Suggest("氢能", 0));
    }

    [Fact]
    public void Suggest_BeginningOfManyWords_LeavesHalfOfTheRoomForWhatPlansSay()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(
            new HandMadePlan("甲")
                .Heading("创新引领")
                .Heading("强化创新驱动")
                .BoxTitle("创新平台工程")
                .Heading("坚持创新为先")
                .Heading("创新生态建设")
                .Heading("全面创新改革")));

        var found = corpus.Suggest("创新", 10);

        Assert.Equal(10, found.Count);
        Assert.Equal(5, found.Count(one => one.Kind is "word"));
        Assert.Equal(found.OrderBy(one => one.Kind is "word" ? 0 : 1), found);
    }

    private static List<string> All(PlanCollection corpus, MentionOrder order)
    {
        var links = new List<string>();
        var request = InventedCollection.Ask("能") with { Size = 7 };
        do
        {
            var answer = corpus.Mentions(request, order, default).Value!;
            links.AddRange(answer.Mentions.Select(row => row.Permalink));
            request = request with { Cursor = answer.Next };
        }
        while (request.Cursor is not null);
        return links;
    }
}
