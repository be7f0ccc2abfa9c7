using System.Collections.Immutable;
using PlanSearch.Corpus;
using PlanSearch.Corpus.Generations;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;
using PlanSearch.Plans;
using PlanSearch.Plans.Metadata;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport.Scan;

namespace PlanSearch.TestSupport;

/// <summary>Plans made of a few words by a seed, in an index that only scans: small enough to be counted by hand.</summary>
internal static class InventedCollection
{
    public static readonly ImmutableArray<string> Words = ["氢能", "储能", "园区", "绿港", "5G", "2025", "提升", "，", "。", "、", "《", "》"];

    private static readonly ImmutableArray<ImmutableArray<string>> Regions =
        [[], ["全国"], ["岚江省"], ["岚江省", "临漪市"], ["岚江省", "临漪市", "霁湖区"], ["岚江省", "望澜市"], ["岚江省", "澄湾新区"], ["别处省", "无名市"]];

    private static readonly ImmutableArray<string> Levels = ["国家", "省级", "市级", "县级", "乡级", "功能区", PlanMetadata.Unknown];
    private static readonly ImmutableArray<string> Periods = ["十三五", "十四五", "十五五", PlanMetadata.Unknown];
    private static readonly ImmutableArray<string> Types = ["发展规划（纲要）", "专项规划", PlanMetadata.Unknown];
    private static readonly ImmutableArray<string> Owners = ["甲处", "乙处"];

    public static CorpusManifest Manifest { get; } = new(
        new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero), new string('d', 64), ["/plans"], [], [],
        ImmutableSortedDictionary<string, string>.Empty.Add("parser", "1"));

    public static CorpusOptions Options { get; } = new() { ReferenceDirectory = Repository.ReferenceData };

    private static PlanOrder Order { get; } = new(ReferenceDivisions.Of(Options).Value!);

    /// <summary>A corpus over plans and their texts.</summary>
    public static PlanCollection Open(params IEnumerable<(StoredPlan Plan, IReadOnlyList<string> Texts)> plans) => Open(Manifest, plans);

    public static PlanCollection Open(CorpusManifest manifest, params IEnumerable<(StoredPlan Plan, IReadOnlyList<string> Texts)> plans)
    {
        var index = new ScanPlanIndex();
        Publish(index, manifest, plans);
        return PlanCollection.Open(Options, () => index);
    }

    public static void Publish(IPlanIndex index, CorpusManifest manifest, IEnumerable<(StoredPlan Plan, IReadOnlyList<string> Texts)> plans)
    {
        using var writer = index.OpenWriter();
        foreach (var (plan, texts) in plans)
        {
            writer.Put(plan, texts);
        }

        writer.Commit(manifest);
    }

    /// <summary>The same plan with other metadata.</summary>
    public static (StoredPlan Plan, IReadOnlyList<string> Texts) Built(HandMadePlan plan, Func<PlanMetadata, PlanMetadata>? change = null)
    {
        var stored = plan.Stored();
        var metadata = change?.Invoke(stored.Metadata) ?? stored.Metadata;
        return (stored with { Metadata = metadata, OrderKey = Order.KeyOf(stored.Id, metadata) }, plan.Texts);
    }

    public static List<(StoredPlan Plan, IReadOnlyList<string> Texts)> Random(Random random, int plans) =>
        [.. Enumerable.Range(0, plans).Select(number => RandomPlan(random, $"规划{number}"))];

    public static SearchRequest Ask(string query) => new() { Query = query };

    private static (StoredPlan Plan, IReadOnlyList<string> Texts) RandomPlan(Random random, string id)
    {
        var plan = new HandMadePlan(id).Aside(BlockKind.Cover, Text(random)).Aside(BlockKind.Contents, Text(random));
        for (var blocks = random.Next(2, 25); blocks > 0; blocks--)
        {
            _ = random.Next(7) switch
            {
                0 => plan.Heading(Text(random), (PlanSection)random.Next(6)),
                1 => plan.BoxTitle(Text(random)),
                2 => plan.Entry(Text(random)),
                3 => plan.Footnote(Text(random)),
                4 => plan.Row(Text(random), Text(random)),
                5 => plan.Aside(BlockKind.Noise, Text(random)),
                _ => plan.Paragraph(Text(random)),
            };
        }

        return Built(plan, metadata => metadata with
        {
            RegionPath = Pick(random, Regions),
            Level = Pick(random, Levels),
            Period = Pick(random, Periods),
            Type = Pick(random, Types),
            Completeness = random.Next(3) == 0 ? "节选" : "全文",
            Extra = random.Next(2) == 0 ? metadata.Extra : metadata.Extra.Add("主管", Pick(random, Owners)),
        });
    }

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Pick(random, Words)));

    private static T Pick<T>(Random random, ImmutableArray<T> values) => values[random.Next(values.Length)];
}
