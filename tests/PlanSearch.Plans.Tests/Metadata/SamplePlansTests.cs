using PlanSearch.Plans.Files;
using PlanSearch.Plans.Metadata;
using PlanSearch.Plans.Parsing;
using PlanSearch.TestSupport;

namespace PlanSearch.Plans.Tests.Metadata;

/// <summary>The plans that ship with the program, whole: reader, parser and recognizer together.</summary>
public sealed class SamplePlansTests
{
    public static TheoryData<string, string, string> Plans => new()
    {
        // file, region, then level period type / short title / 文号 / office / date / state; lanjiang is a fragment whose head is cut off
        { "chengwan.txt", "岚江省/澄湾新区", "功能区 十四五 发展规划（纲要） / 岚江省澄湾新区“十四五”规划纲要 / 未知 / 未知 / 未知 / 未知" },
        { "jihu.txt", "岚江省/临漪市/霁湖区", "县级 十四五 发展规划（纲要） / 临漪市霁湖区“十四五”规划纲要 / 未知 / 临漪市霁湖区人民政府 / 二〇二一年九月 / 正式" },
        { "lanjiang-qingneng.txt", "岚江省", "省级 十四五 专项规划 / 岚江省氢能产业发展规划 / 未知 / 岚江省发展和改革委员会 / 二〇二一年十一月 / 正式" },
        { "lanjiang.txt", "岚江省", "省级 未知 未知 / lanjiang / 未知 / 未知 / 未知 / 未知" },
        { "linyi.txt", "岚江省/临漪市", "市级 十四五 发展规划（纲要） / 临漪市“十四五”规划纲要 / 未知 / 临漪市人民政府办公室 / 2021年4月8日 / 正式" },
        { "shili.txt", "岚江省/望澜市/石栎县", "县级 十四五 发展规划（纲要） / 石栎县“十四五”规划纲要 / 石政发〔2021〕7号 / 石栎县人民政府 / 2021年5月18日 / 正式" },
        { "wanglan.txt", "岚江省/望澜市", "市级 十四五 发展规划（纲要） / 望澜市“十四五”规划纲要 / 未知 / 未知 / 二〇二一年二月 / 正式" },
    };

    [Theory]
    [MemberData(nameof(Plans))]
    public void Recognize_SamplePlan_GivesWhatItsHeadSays(string file, string region, string rest)
    {
        var path = Path.Combine(Repository.SamplePlans, file);

        var metadata = MetadataRecognizer.Recognize(
            PlanParser.Parse(PlanReader.Read(File.ReadAllBytes(path)).Source!), file, ReferenceData.Divisions);

        Assert.Equal(region, string.Join('/', metadata.RegionPath));
        Assert.Equal(
            rest,
            $"{metadata.Level} {metadata.Period} {metadata.Type} / {metadata.ShortTitle} / {metadata.DocumentNumber} / {metadata.Issuer} / {metadata.Date} / {metadata.State}");
    }

    [Fact]
    public void Plans_Table_NamesEveryPlanOfTheFolder() =>
        Assert.Equal(
            Directory.GetFiles(Repository.SamplePlans, "*.txt").Select(Path.GetFileName).Order(StringComparer.Ordinal),
            Plans.Select(row => (string)row[0]).Order(StringComparer.Ordinal));
}
