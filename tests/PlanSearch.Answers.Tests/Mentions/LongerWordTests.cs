using PlanSearch.Answers.Inquiries;
using PlanSearch.Answers.Mentions;
using PlanSearch.Corpus.Generations;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Answers.Tests.Mentions;

/// <summary>The longer words that a query's word is part of, found in the texts and each set aside by its query.</summary>
public sealed class LongerWordTests(ITestOutputHelper output)
{
    // Passages with much other text, as plans have it: a character is only telling against what else is said.
    private const string Rest = "全面加快现代化建设的步伐，着力改善民生的水平，大力提升治理的效能，统筹城乡区域的协调发展。";

    private static readonly string[] Verbs = ["推广", "开发", "利用", "布局", "扩大", "增加"];

    [Fact]
    public void Longer_WordsOfAText_AreThoseItIsPartOf()
    {
        using var corpus = Open(
        [
            .. Verbs.Select(verb => $"{verb}新能源汽车。"), .. Verbs.Take(4).Select(verb => $"{verb}可再生能源。"),
            "保障城市的能源。", "优化结构的能源。", "节约的能源供应。", "能源，保障有力。", "传统能源。", "（能源）。",
        ]);

        var longer = Ask(corpus, "能源").Longer!;

        Assert.Equal(
            [("新能源", 6L, "能源!新能源"), ("可再生能源", 4L, "能源!可再生能源")],
            longer.Words.Where(one => one.Word[^2..] == "能源").Select(one => (one.Word, one.Mentions, one.Query)));
        Assert.Equal(16, longer.LookedAt);
    }

    // What comes next is free, so by counting alone 能源消 would be a word: 能源消费, 能源消耗, 能源消纳.
    [Fact]
    public void Longer_FragmentOfAWord_IsNone()
    {
        using var corpus = Open(
        [
            "推广能源消费。", "开发能源消费。", "利用能源消耗。", "布局能源消耗。", "扩大能源消纳。", "增加能源消纳。",
            .. Verbs.Select(verb => verb + "新能源。"), "保障城市的能源。", "能源，保障有力。",
        ]);

        Assert.Equal(["新能源"], Ask(corpus, "能源").Longer!.Words.Select(one => one.Word));
    }

    // 新材料和 and 与 are there often and end where words end, but two things side by side are no word; 碳中和 is one.
    [Fact]
    public void Longer_WithAnotherThingBesideIt_IsNone()
    {
        using var corpus = Open(
        [
            .. Verbs.Select(
                verb => verb + "新材料和氢能。"), .. Verbs.Select(verb => verb + "氢能与装备。"), .. Verbs.Select(verb => verb + "氢能产业。"), "氢能。",
        ]);
        Assert.Equal(["氢能产业"], Ask(corpus, "氢能").Longer!.Words.Select(one => one.Word));

        using var carbon = Open([.. Verbs.Select(verb => verb + "碳中和。"), "碳。"]);
        Assert.Equal(["碳中和"], Ask(carbon, "碳").Longer!.Words.Select(one => one.Word));
    }

    [Fact]
    public void Longer_OneSetAside_LeavesTheOthers()
    {
        using var corpus = Open([.. Verbs.Select(verb => verb + "新能源。"), .. Verbs.Take(4).Select(verb => verb + "可再生能源。"), "能源。"]);

        var longer = Ask(corpus, "能源!新能源").Longer!;

        Assert.Equal([("可再生能源", 4L, "能源!新能源!可再生能源")], longer.Words.Select(one => (one.Word, one.Mentions, one.Query)));
    }

    [Theory]
    [InlineData("能源 产业")]
    [InlineData("没有这个词")]
    [InlineData("#能源")]
    public void Longer_OfSeveralWordsOrNone_IsNotLookedFor(string query)
    {
        using var corpus = Open(["新能源产业。", "新能源和产业。", "能源产业。"]);

        Assert.Null(Ask(corpus, query).Longer);
    }

    [Theory]
    [InlineData("能源")]
    [InlineData("能源!保障能源")]
    public void Longer_OfMoreThanAreLookedAt_CountsAll(string query)
    {
        var passages = Enumerable.Range(0, LongerWordFinder.MaxMentions)
            .Select(at => $"{Verbs[at % Verbs.Length]}新能源{at}，以及其他能源，保障能源。");
        using var corpus = Open([.. passages]);

        var (longer, all) = Ask(corpus, query);

        Assert.Equal(LongerWordFinder.MaxMentions, longer!.LookedAt);
        Assert.Equal((query.Contains('!', StringComparison.Ordinal) ? 2 : 3) * LongerWordFinder.MaxMentions, all);
        var found = longer.Words.Single(one => one.Word == "新能源");
        Assert.Equal(LongerWordFinder.MaxMentions, found.Mentions);
        Assert.Equal(all - found.Mentions, Ask(corpus, found.Query).Mentions);
    }

    // The count that is promised is what the click takes away, for any word, text and filter.
    [Fact]
    public void Longer_EveryWord_IsWhatItsQueryLeavesOut()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        var compared = 0;
        for (var round = 0; round < Effort.Of(20, 400); round++)
        {
            using var corpus = InventedCollection.Open(InventedCollection.Random(random, 12));
            foreach (var query in (string[])["氢能", "能", "园区", "绿", "升", "5G", "储"])
            {
                foreach (var exact in (bool[])[false, true])
                {
                    var request = InventedCollection.Ask(query) with { Exact = exact };
                    var (longer, all) = Ask(corpus, request);
                    foreach (var word in longer?.Words ?? [])
                    {
                        var left = Ask(corpus, request with { Query = word.Query, Mode = QueryMode.Expression }).Mentions;
                        Assert.True(all - left == word.Mentions, $"{query} in {word.Word}: {all} - {left} is not {word.Mentions}");
                        compared++;
                    }
                }
            }
        }

        output.WriteLine($"{compared} words compared");
        Assert.True(compared > 50);
    }

    private static PlanCollection Open(IReadOnlyList<string> passages)
    {
        var plan = new HandMadePlan("甲").Heading("第一章 总则");
        foreach (var passage in passages)
        {
            plan.Paragraph(Rest + passage);
        }

        return InventedCollection.Open(InventedCollection.Built(plan));
    }

    private static (LongerWords? Longer, long Mentions) Ask(PlanCollection corpus, string query) =>
        Ask(corpus, InventedCollection.Ask(query));

    private static (LongerWords? Longer, long Mentions) Ask(PlanCollection corpus, SearchRequest request)
    {
        using var reader = corpus.Read();
        var inquiry = reader.Ask(request, default).Value!;
        return (inquiry.Longer, inquiry.Certificate.Mentions);
    }
}
