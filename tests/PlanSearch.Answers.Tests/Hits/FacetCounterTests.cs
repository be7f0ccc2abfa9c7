using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using PlanSearch.Answers.Hits;
using PlanSearch.Index.Stored;
using PlanSearch.Plans;
using PlanSearch.Plans.Metadata;
using PlanSearch.Queries.Requests;
using PlanSearch.Queries.Signs;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Answers.Tests.Hits;

/// <summary>Facets against brute force: every mention is looked at one by one under every filter.</summary>
public sealed class FacetCounterTests(ITestOutputHelper output)
{
    private const int Collections = 12;
    private const int StatesPerCollection = 45;

    [Fact]
    public void Search_RandomFilterStates_CountAsBruteForceDoes()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        var counted = 0;
        for (var i = 0; i < Collections; i++)
        {
            var plans = InventedCollection.Random(random, 14);
            using var corpus = InventedCollection.Open(plans);
            var mentions = plans.SelectMany(plan => BruteMention.Find(plan.Plan, plan.Texts, "氢能")).ToList();
            for (var state = 0; state < StatesPerCollection; state++)
            {
                var filters = RandomFilters(random, mentions);
                var answer = corpus.Search(InventedCollection.Ask("氢能") with { Filters = filters }, default).Value!;
                var passing = mentions.Where(mention => mention.Passes(filters, null)).ToList();
                Assert.Equal(passing.Count, answer.Certificate.Mentions);
                Assert.Equal(passing.Select(mention => (mention.Plan, mention.Record)).Distinct().Count(), answer.Certificate.Records);
                foreach (var facet in answer.Facets)
                {
                    AssertCounted(facet, filters, mentions);
                    counted += facet.Values.Length;
                }
            }
        }

        Assert.True(counted > 1_000, $"only {counted} values counted");
    }

    [Fact]
    public void Search_SelectingAValue_NeverChangesItsOwnCount()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        using var corpus = InventedCollection.Open(InventedCollection.Random(random, 20));
        var request = InventedCollection.Ask("储能");
        var checkedValues = 0;
        foreach (var facet in corpus.Search(request, default).Value!.Facets)
        {
            foreach (var value in facet.Values)
            {
                foreach (var selection in new[] { new FacetSelection([value.Value], []), new FacetSelection([], [value.Value]) })
                {
                    var filters = request.Filters.Add(facet.Name, selection);
                    var after = corpus.Search(request with { Filters = filters }, default).Value!.Facets
                        .Single(other => other.Name == facet.Name).Values.Single(other => other.Value == value.Value);
                    Assert.Equal((value.Mentions, value.Records, value.Plans), (after.Mentions, after.Records, after.Plans));
                    Assert.Equal(selection.Included.IsEmpty ? "excluded" : "included", after.State);
                    checkedValues++;
                }
            }
        }

        Assert.True(checkedValues > 20, $"only {checkedValues} values");
    }

    [Fact]
    public void Search_AnyQuery_EveryValueIsWhatItsClickGives()
    {
        string[] shapes =
        [
            "{0} {1}", "{0} {1} {2}", "{0} OR {1}", "{0} -{1}", "({0} OR {1}) {2}",
            "同句({0} {1})", "同段({0} {1})", "同节({0} {1})", "同专栏({0} {1})", "同规划({0} {1})",
            "标题:{0} {1}", .. PairOperators.All.Select(row => $"{{0}} {row.Word}/6 {{1}}"), "{0}!{1}", "{0}?{1}", "{0} 部位:正文",
            "{0} {1} 语境:一般行文",
        ];
        var random = new Random(Seed.Take(output.WriteLine));
        var (clicked, several) = (0, 0);
        for (var i = 0; i < 4; i++)
        {
            using var corpus = InventedCollection.Open(InventedCollection.Random(random, 10));
            var known = corpus.Search(InventedCollection.Ask("园区") with { WithZeroValues = true }, default).Value!.Facets;
            foreach (var shape in shapes)
            {
                string[] words = [.. Enumerable.Range(0, 3).Select(_ => InventedCollection.Words[random.Next(7)])];
                var request = new SearchRequest
                {
                    Query = string.Format(CultureInfo.InvariantCulture, shape, words),
                    Mode = QueryMode.Expression
                };
                if (random.Next(2) == 0)
                {
                    var facet = known[random.Next(known.Length)];
                    var value = facet.Values[random.Next(facet.Values.Length)].Value;
                    request = request with { Filters = request.Filters.Add(facet.Name, new FacetSelection([value], [])) };
                }

                if (corpus.Search(request, default).Value is not { } answer)
                {
                    continue;
                }

                foreach (var facet in answer.Facets.Where(facet => !request.Filters.ContainsKey(facet.Name)))
                {
                    foreach (var value in facet.Values)
                    {
                        var click = request with { Filters = request.Filters.Add(facet.Name, new FacetSelection([value.Value], [])) };
                        var certificate = corpus.Search(click, default).Value!.Certificate;
                        Assert.Equal(
                            (request.Query, facet.Name, value.Value, value.Mentions, value.Records, value.Plans),
                            (request.Query, facet.Name, value.Value, certificate.Mentions, certificate.Records, certificate.Plans));
                        clicked++;
                    }

                    several += facet.Values.Length > 1 && facet.Name is FacetNames.Part or FacetNames.Context or FacetNames.Section ? 1 : 0;
                    if (facet.Name != FacetNames.Region)
                    {
                        Assert.Equal(answer.Certificate.Mentions, facet.Values.Sum(value => value.Mentions));
                    }
                }
            }
        }

        Assert.True(clicked > 500 && several > 20, $"only {clicked} values, {several} facets of blocks");
    }

    [Fact]
    public void Search_LeavesOfASingleValuedFacet_SumToTheTotalWithoutItsSelection()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        using var corpus = InventedCollection.Open(InventedCollection.Random(random, 20));
        var answer = corpus.Search(InventedCollection.Ask("园区"), default).Value!;

        Assert.All(
            answer.Facets.Where(facet => facet.Name != FacetNames.Region),
            facet => Assert.Equal(answer.Certificate.Mentions, facet.Values.Sum(value => value.Mentions)));
        Assert.Contains(answer.Facets, facet => facet.Name == "主管");
    }

    [Fact]
    public void Search_RegionFacet_ListsParentsBeforeChildrenInDivisionOrder()
    {
        string[][] regions = [["别处省"], [], ["岚江省", "澄湾新区"], ["岚江省", "望澜市"], ["岚江省", "临漪市", "霁湖区"], ["全国"]];
        using var corpus = InventedCollection.Open(regions.Select((region, number) => InventedCollection.Built(
            new HandMadePlan($"规划{number}").Paragraph("发展氢能"), metadata => metadata with { RegionPath = [.. region] })));

        var facet = corpus.Search(InventedCollection.Ask("氢能"), default).Value!.Facets.Single(facet => facet.Name == FacetNames.Region);

        Assert.Equal(
            ["0 全国 1", "0 岚江省 3", "1 临漪市 1", "2 霁湖区 1", "1 望澜市 1", "1 澄湾新区 1", "0 别处省 1", "0 未识别 1"],
            facet.Values.Select(value => $"{value.Depth} {value.Label} {value.Plans}"));
    }

    [Theory]
    [InlineData("region", "岚江省", 3)]
    [InlineData("region", "岚江省/临漪市", 2)]
    [InlineData("region", "未知", 1)]
    [InlineData("region", "未识别", 1)]
    public void Search_RegionValue_HoldsForEverythingBelow(string facet, string value, int plans)
    {
        string[][] regions = [["岚江省"], ["岚江省", "临漪市"], ["岚江省", "临漪市", "霁湖区"], []];
        using var corpus = InventedCollection.Open(regions.Select((region, number) => InventedCollection.Built(
            new HandMadePlan($"规划{number}").Paragraph("发展氢能"), metadata => metadata with { RegionPath = [.. region] })));
        var filters = ImmutableSortedDictionary<string, FacetSelection>.Empty.Add(facet, new FacetSelection([value], []));

        Assert.Equal(plans, corpus.Search(InventedCollection.Ask("氢能") with { Filters = filters }, default).Value!.Certificate.Plans);
    }

    [Theory]
    [InlineData("colour", "蓝", "unknown_facet", "region")]
    [InlineData("region", "不存在省", "unknown_value", "岚江省")]
    [InlineData("part", "封面", "unknown_value", "正文")]
    [InlineData("plan", "没有", "unknown_value", "规划0")]
    public void Search_UnknownFacetOrValue_IsAFaultThatNamesTheKnown(string facet, string value, string code, string named)
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(
            new HandMadePlan("规划0").Paragraph("氢能"), metadata => metadata with { RegionPath = ["岚江省"] }));
        var filters = ImmutableSortedDictionary<string, FacetSelection>.Empty.Add(facet, new FacetSelection([value], []));

        var fault = corpus.Search(InventedCollection.Ask("氢能") with { Filters = filters }, default).Fault!;

        Assert.Equal(code, fault.Code);
        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
    }

    private static void AssertCounted(Facet facet, ImmutableSortedDictionary<string, FacetSelection> filters, List<BruteMention> mentions)
    {
        var expected = mentions.Where(mention => mention.Passes(filters, facet.Name))
            .SelectMany(mention => mention.Values[facet.Name].Select(value => (value, mention)))
            .GroupBy(pair => pair.value, pair => pair.mention)
            .ToDictionary(group => group.Key, group => (
                Mentions: (long)group.Count(),
                Records: group.Select(mention => (mention.Plan, mention.Record)).Distinct().Count(),
                Plans: group.Select(mention => mention.Plan).Distinct().Count()));
        var actual = facet.Values.ToDictionary(value => value.Value, value => (value.Mentions, value.Records, value.Plans));
        Assert.All(expected, value => Assert.Equal(value.Value, actual[value.Key]));
        Assert.All(actual.Where(value => !expected.ContainsKey(value.Key)), value => Assert.Equal((0, 0, 0), value.Value));
    }

    private static ImmutableSortedDictionary<string, FacetSelection> RandomFilters(Random random, List<BruteMention> mentions)
    {
        var filters = ImmutableSortedDictionary<string, FacetSelection>.Empty;
        foreach (var name in mentions.SelectMany(mention => mention.Values.Keys).Distinct().Order(StringComparer.Ordinal))
        {
            if (random.Next(3) == 0)
            {
                var values = mentions.SelectMany(mention => mention.Values[name]).Distinct().Order(StringComparer.Ordinal).ToList();
                filters = filters.Add(name, new FacetSelection(
                    [.. values.Where(_ => random.Next(3) == 0)], [.. values.Where(_ => random.Next(6) == 0)]));
            }
        }

        return filters;
    }

    /// <summary>A mention with everything a filter may ask of it.</summary>
    private sealed record BruteMention(string Plan, int Record, ImmutableDictionary<string, ImmutableArray<string>> Values)
    {
        public static IEnumerable<BruteMention> Find(StoredPlan plan, IReadOnlyList<string> texts, string word)
        {
            for (var number = 0; number < texts.Count; number++)
            {
                var block = plan.Blocks[number];
                for (var at = texts[number].IndexOf(word, StringComparison.Ordinal); at >= 0 && block.Record >= 0;
                    at = texts[number].IndexOf(word, at + word.Length, StringComparison.Ordinal))
                {
                    var (start, end) = (at, at + word.Length);
                    var context = IsInBookTitle(texts[number], start, end)
                        ? "书名号内"
                        : block.Kind is BlockKind.Heading or BlockKind.BoxTitle ? "标题" : "一般行文";
                    yield return new BruteMention(plan.Id, block.Record, ValuesOf(plan.Metadata, block, context));
                }
            }
        }

        public bool Passes(ImmutableSortedDictionary<string, FacetSelection> filters, string? lifted) => filters.All(filter =>
            filter.Key == lifted
            || ((filter.Value.Included.IsEmpty || Values[filter.Key].Any(value => filter.Value.Included.Contains(value)))
                && !Values[filter.Key].Any(value => filter.Value.Excluded.Contains(value))));

        // Some 《 before it and some 》 behind it in its cell, between which the marks pair off. No invented title speaks of 规划: none has a
        // list of plans.
        private static bool IsInBookTitle(string text, int start, int end) =>
            Enumerable.Range(0, start).Where(open => text[open] == '《')
                .Any(
                    open => Enumerable.Range(end, text.Length - end)
                        .Where(close => text[close] == '》')
                        .Any(close => PairsOff(text[(open + 1)..close])));

        private static bool PairsOff(string inside)
        {
            while (Regex.Replace(inside, "《[^《》\t]*》", "", RegexOptions.None, TimeSpan.FromSeconds(1)) is var less && less != inside)
            {
                inside = less;
            }

            return inside.IndexOfAny(['《', '》', '\t']) < 0;
        }

        // By the kinds that a hand-made plan has.
        private static string PartOf(StoredBlock block) => block.Kind switch
        {
            BlockKind.Heading => "标题",
            BlockKind.Footnote => "脚注",
            BlockKind.TableRow => "表格",
            _ when block.Box >= 0 => "专栏",
            _ => "正文",
        };

        private static ImmutableDictionary<string, ImmutableArray<string>> ValuesOf(
            PlanMetadata metadata, StoredBlock block, string context) =>
            ImmutableDictionary<string, ImmutableArray<string>>.Empty
                .Add("region", metadata.RegionPath.IsEmpty
                    ? ["未知"]
                    : [.. metadata.RegionPath.Select((_, at) => string.Join('/', metadata.RegionPath.Take(at + 1)))])
                .Add("level", [metadata.Level])
                .Add("period", [metadata.Period])
                .Add("type", [metadata.Type])
                .Add("主管", [metadata.Extra.GetValueOrDefault("主管", "未知")])
                .Add("part", [PartOf(block)])
                .Add("section", [PlanParts.SectionNames[(int)block.Section]])
                .Add("context", [context]);
    }
}
