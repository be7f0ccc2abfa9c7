using System.Collections.Immutable;
using PlanSearch.Plans.Text;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Plans.Tests.Text;

public sealed class TextMatcherTests(ITestOutputHelper output)
{
    [Fact]
    public void In_RandomTextsQueriesAndFilters_EqualsTheNaiveMatcher()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        var (mentions, aside, longerRuns) = (0L, 0L, 0L);
        for (var round = 0; round < 150; round++)
        {
            TextBlocks[] texts = [.. Enumerable.Range(0, 4).Select(_ => RandomTexts.Of(random))];
            for (var i = 0; i < 30; i++)
            {
                var query = RandomTextQueries.Of(texts, random, depth: 2);
                var filter = random.Next(2) == 0
                    ? BlockFilter.All
                    : new BlockFilter([(ulong)random.Next(1, 16), (ulong)random.NextInt64()]);
                foreach (var text in texts)
                {
                    var naive = new NaiveMatcher(text);
                    var found = new TextMatcher(query).In(text, filter);
                    Assert.Equal(naive.Mentions(query, filter), found.Mentions);
                    Assert.Equal(naive.Aside(query), found.Aside);
                    Assert.Equal(naive.LongerRuns(query), found.LongerRuns);
                    mentions += found.Mentions.Length;
                    aside += found.Aside.Length;
                    longerRuns += found.LongerRuns;
                }
            }
        }

        output.WriteLine($"{mentions} mentions, {aside} aside, {longerRuns} in longer runs");
        Assert.True(mentions > 5_000 && aside > 1_000 && longerRuns > 100);
    }

    public static TheoryData<string, string, string> Literals => new()
    {
        // literal   block                 where it begins
        { "氢能",     "氢能与氢能",           "0 3" },
        { "部部",     "部部部",              "0" },
        { "5G",      "15G 5G，5G+",        "4 7" },
        { "2025",    "12025、2025年、２０２５", "6 12" },
        { "PM2.5",   "PM₂.₅与pm2.5",       "0 6" },
        { "國",       "国國",               "0 1" },
        { "著",       "着著",               "1" },
        { "标属",     "指标\uFFFF属性",       "" },
    };

    [Theory]
    [MemberData(nameof(Literals))]
    public void In_Literal_IsFoundFoldedWholeAndWithinItsCell(string literal, string block, string starts) =>
        Assert.Equal(starts, string.Join(' ', Mentions(new LiteralQuery(literal), block).Select(match => match.Start)));

    // 5G stands for what is looked for, 15G is a longer run: without the rule there would be one more.
    [Fact]
    public void In_AndOfWords_CountsLongerRunsOnlyWhereTheOthersOccur()
    {
        var both = new AndQuery([new LiteralQuery("5G"), new LiteralQuery("产业")], []);

        Assert.Equal(1, new TextMatcher(both).In(Text("5G产业15G"), BlockFilter.All).LongerRuns);
        Assert.Equal(0, new TextMatcher(both).In(Text("5G与15G"), BlockFilter.All).LongerRuns);
    }

    [Fact]
    public void In_BlocksSetAside_AreOneTextForEachKind()
    {
        var text = Text("第一章 氢能", "第二章 储能", "氢能项目") with { Levels = [[-1, -1, -1]], Columns = [[1, 1, 2]] };
        Query both = new AndQuery([new LiteralQuery("氢能"), new LiteralQuery("储能")], []);

        Assert.Equal([0, 1], new TextMatcher(both).In(text, BlockFilter.All).Aside.Select(match => match.Block));
        Assert.Equal(
            [0, 1], new TextMatcher(new ScopeQuery(Scope.Document, 0, both)).In(text, BlockFilter.All).Aside.Select(match => match.Block));
        Assert.Empty(new TextMatcher(new ScopeQuery(Scope.Sentence, 0, both)).In(text, BlockFilter.All).Aside);
        Assert.Empty(
            new TextMatcher(new AndQuery([new LiteralQuery("氢能")], [new LiteralQuery("项目")])).In(
                text with { Columns = [[1, 1, 1]] }, BlockFilter.All).Aside);
    }

    [Fact]
    public void In_Pattern_IsFoundInWhatIsSetAsideToo()
    {
        var text = Text("建设大项目", "建设小项目") with { Levels = [[-1, 0]] };
        var found = new TextMatcher(new PatternQuery(["建设", "项目"], [new PatternGap(1, 1)])).In(text, BlockFilter.All);

        Assert.Equal(new TextMatch(1, 0, 5, 0), Assert.Single(found.Mentions));
        Assert.Equal(new TextMatch(0, 0, 5, 0), Assert.Single(found.Aside));
    }

    [Fact]
    public void In_BlockFilter_KeepsMentionsThatTheQueryHasWithoutIt()
    {
        // One record: a heading and a paragraph. Both words are needed, and are apart.
        var text = Text("氢能", "氢能产业") with { Levels = [[0, 0]], Columns = [[1, 0]] };
        var both = new AndQuery([new LiteralQuery("氢能"), new LiteralQuery("产业")], []);

        var inHeadings = new TextMatcher(both).In(text, new BlockFilter([2]));

        Assert.Equal(new TextMatch(0, 0, 2, 0), Assert.Single(inHeadings.Mentions));
    }

    private static ImmutableArray<TextMatch> Mentions(Query query, params string[] blocks) =>
        new TextMatcher(query).In(Text(blocks), BlockFilter.All).Mentions;

    private static TextBlocks Text(params string[] blocks) => new()
    {
        Blocks = blocks,
        Levels = [[.. Enumerable.Range(0, blocks.Length)]],
        Columns = [new byte[blocks.Length]],
    };
}
