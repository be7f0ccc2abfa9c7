using PlanSearch.TestSupport;

namespace PlanSearch.Corpus.Tests;

public sealed class PlanOrderTests
{
    // In the order wanted: region, period, type, id.
    private static readonly (string Id, string[] Region, string Period, string Type)[] Ordered =
    [
        ("国", ["全国"], "十四五", "发展规划（纲要）"),
        ("省1", ["岚江省"], "十三五", "发展规划（纲要）"),
        ("省2", ["岚江省"], "十四五", "发展规划（纲要）"),
        ("省3", ["岚江省"], "十四五", "专项规划"),
        ("省4", ["岚江省"], "十四五", "实施方案和行动计划"),
        ("省5", ["岚江省"], "十四五", "实施方案和行动计划"),
        ("省5年", ["岚江省"], "2021—2023年", "实施方案和行动计划"),
        ("省5期", ["岚江省"], "到2027年", "实施方案和行动计划"),
        ("省6", ["岚江省"], "未知", "发展规划（纲要）"),
        ("市1", ["岚江省", "临漪市"], "十四五", "发展规划（纲要）"),
        ("县1", ["岚江省", "临漪市", "霁湖区"], "十四五", "发展规划（纲要）"),
        ("市2", ["岚江省", "望澜市"], "十四五", "发展规划（纲要）"),
        ("新区", ["岚江省", "澄湾新区"], "十四五", "发展规划（纲要）"),
        ("外", ["不在册省"], "十四五", "发展规划（纲要）"),
        ("未", [], "十四五", "发展规划（纲要）"),
    ];

    [Fact]
    public void Plans_AnyOrderOfIngest_AreInDivisionOrder()
    {
        var random = new Random(1);
        for (var round = 0; round < 5; round++)
        {
            var shuffled = Ordered.ToArray();
            random.Shuffle(shuffled);
            using var corpus = InventedCollection.Open(shuffled.Select(plan => InventedCollection.Built(
                new HandMadePlan(plan.Id).Paragraph("氢能"),
                metadata => metadata with { RegionPath = [.. plan.Region], Period = plan.Period, Type = plan.Type })));

            Assert.Equal(Ordered.Select(plan => plan.Id), corpus.Plans.Select(plan => plan.Id));
            Assert.Equal(
                Ordered.Select(plan => plan.Id),
                corpus.StreamMentions(InventedCollection.Ask("氢能"), default).Value!.Rows.Select(row => row.Plan));
        }
    }
}
