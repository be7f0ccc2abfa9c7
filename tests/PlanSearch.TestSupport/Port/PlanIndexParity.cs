using System.Collections.Immutable;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;
using PlanSearch.Plans.Files;
using PlanSearch.Plans.Metadata;
using PlanSearch.Plans.Parsing;
using PlanSearch.Plans.Text;
using PlanSearch.TestSupport.Scan;
using Xunit;

namespace PlanSearch.TestSupport.Port;

/// <summary>An index finds what a scan from end to end finds, all of it, and nothing else.</summary>
public static class PlanIndexParity
{
    /// <summary>What is published where nobody asks for it.</summary>
    public static CorpusManifest Nothing { get; } = new(
        DateTimeOffset.UnixEpoch, "", [], [], [], ImmutableSortedDictionary<string, string>.Empty);

    /// <summary>Asks both the same random requests and compares every field of the answers.</summary>
    /// <param name="index">An index that holds nothing yet.</param>
    /// <param name="plans">Files.</param>
    /// <param name="trials">How many requests.</param>
    /// <param name="draw">Makes a query.</param>
    /// <param name="print">Takes the seed and what was compared.</param>
    public static void Compare(
        IPlanIndex index, IReadOnlyList<string> plans, int trials, Func<RandomQueries, Query> draw, Action<string> print)
    {
        var seed = Seed.Take(print);
        var documents = plans.Select(Parse).ToList();
        using IPlanIndex scan = new ScanPlanIndex();
        using var found = Publish(index, documents);
        using var expected = Publish(scan, documents);
        var queries = new RandomQueries(new Random(seed), [.. documents.SelectMany(document => document.Texts)]);
        var mentions = 0L;
        for (var trial = 0; trial < trials; trial++)
        {
            var request = new TallyRequest(draw(queries))
            {
                Blocks = queries.Blocks(),
                Plans = queries.Plans(expected.Columns),
                Facets = Facets,
                Page = queries.Page(),
            };
            mentions += Agree(expected, found, request, $"trial {trial}, {request.Query}, PLANSEARCH_SEED={seed}");
        }

        print($"{trials} queries, {mentions} mentions");
        Assert.InRange(mentions, trials, long.MaxValue);
    }

    private static readonly ImmutableArray<string> Facets =
        ["region", "level", "period", "type", "主管", "plan", BlockColumns.Kind, BlockColumns.Part, BlockColumns.Section, BlockColumns.Context];

    private static long Agree(IPlanSnapshot expected, IPlanSnapshot found, TallyRequest request, string about)
    {
        var (left, right) = (expected.Tally(request, default), found.Tally(request, default));
        Same([left.Total], [right.Total], $"total of {about}");
        Same(
            [(left.PlansSearched, left.Occurs, left.OccursAside, left.LongerRuns)],
            [(right.PlansSearched, right.Occurs, right.OccursAside, right.LongerRuns)],
            $"plans and longer runs of {about}");
        Same(left.Aside, right.Aside, $"aside of {about}");
        for (var facet = 0; facet < Facets.Length; facet++)
        {
            Same(Values(left.Facets[facet]), Values(right.Facets[facet]), $"{Facets[facet]} of {about}");
        }

        Same(left.Page.Plans, right.Page.Plans, $"page of {about}");
        Same([left.Page.Passed], [right.Page.Passed], $"beginning of the page of {about}");
        Same(left.Lists.All(), right.Lists.All(), $"plans of {about}");
        Same(left.Lists.Without(1, 3), right.Lists.Without(1, 3), $"plans without {about}");
        Same(left.Lists.SetAside(3), right.Lists.SetAside(3), $"plans aside of {about}");
        for (var plan = 0; plan < expected.PlanCount; plan++)
        {
            var (list, other) = (new List<Mention>(), new List<Mention>());
            expected.Mentions(request.Query, request.Blocks, [plan], mentions => list.AddRange(mentions), default);
            found.Mentions(request.Query, request.Blocks, [plan], mentions => other.AddRange(mentions), default);
            Same(list, other, $"list of {about}");
        }

        var best = request with { Page = new TallyPage(TallyOrder.Relevance, TallyUnit.Records, 0, int.MaxValue), Facets = [] };
        Same(
            expected.Tally(best, default).Best.Select(record => (record.Plan, record.Record)).Order(),
            found.Tally(best, default).Best.Select(record => (record.Plan, record.Record)).Order(),
            $"best of {about}");
        Same([expected.Totals(request.Query, default)], [found.Totals(request.Query, default)], $"totals of {about}");
        return expected.Totals(request.Query, default).Mentions;
    }

    private static IEnumerable<(int Rank, UnitCounts Count)> Values(FacetTally facet) =>
        facet.ByValue.Select((count, rank) => (rank, count)).Where(value => value.count.Plans > 0);

    private static void Same<T>(IEnumerable<T> expected, IEnumerable<T> found, string about) =>
        Assert.True(
            expected.SequenceEqual(found),
            $"{about}: {string.Join(' ', expected.Except(found).Take(5))} | {string.Join(' ', found.Except(expected).Take(5))}");

    /// <summary>Puts plans into an index that holds nothing, and publishes them.</summary>
    public static IPlanSnapshot Publish(IPlanIndex index, IEnumerable<(StoredPlan Plan, IReadOnlyList<string> Texts)> documents)
    {
        using var writer = index.OpenWriter();
        foreach (var (plan, texts) in documents)
        {
            writer.Put(plan, texts);
        }

        writer.Commit(Nothing);
        return index.OpenNewest()!;
    }

    /// <summary>A file as a plan, with made-up metadata by its number.</summary>
    public static (StoredPlan Plan, IReadOnlyList<string> Texts) Parse(string path, int number)
    {
        var document = PlanParser.Parse(PlanReader.Read(File.ReadAllBytes(path)).Source!);
        var name = Path.GetFileNameWithoutExtension(path);
        var metadata = new PlanMetadata
        {
            Title = name,
            ShortTitle = name,
            RegionPath = number % 4 == 0 ? [] : [.. new[] { "岚江省", "临漪市", "霁湖区" }.Take(number % 4)],
            Level = number % 2 == 0 ? "省级" : "县级",
            Extra = ImmutableSortedDictionary<string, string>.Empty.AddRange(
                number % 3 == 0 ? [] : [KeyValuePair.Create("主管", $"{number % 2}处")]),
        };
        var plan = StoredPlanBuilder.Build(document, metadata, new PlanFile(name, "/", Path.GetFileName(path), 1, ""));
        return (plan with { OrderKey = $"{number * 7 % 5}" }, [.. document.Blocks.Select(block => block.Text)]);
    }
}
