using System.Text;
using PlanSearch.Corpus.Ingest.Metadata;
using PlanSearch.Plans.Metadata;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Corpus.Tests.Ingest.Metadata;

public sealed class SidecarReaderTests(ITestOutputHelper output)
{
    private static readonly PlanMetadata Recognized = new()
    {
        Title = "认出的标题",
        ShortTitle = "认出的标题",
        RegionPath = ["岚江省"],
        RegionCode = "999999",
        Level = "省级",
        UnknownFields = [MetadataFields.Issuer, MetadataFields.Date],
        Inferences = [$"{MetadataFields.Region}：岚江省。依据正文。", $"{MetadataFields.Period}：十四五。依据正文。"],
    };

    [Fact]
    public void Read_AllKeys_StandAboveWhatWasRecognized()
    {
        var (metadata, warnings) = Apply("""
            title: 临漪市水网规划
            short_title: 水网规划
            document_number: 临政发〔2021〕3号
            region: 岚江省/临漪市
            level: 地级
            period: 十四五
            type: 专项规划
            issuer: 临漪市人民政府
            date: 2021年5月
            state: 正式
            completeness: 节选
            牵头部门: 水利局
            """);

        Assert.Empty(warnings);
        Assert.Equal(("临漪市水网规划", "水网规划", "临政发〔2021〕3号"), (metadata.Title, metadata.ShortTitle, metadata.DocumentNumber));
        Assert.Equal<string>(["岚江省", "临漪市"], metadata.RegionPath);
        Assert.Equal(("市级", "十四五", "专项规划"), (metadata.Level, metadata.Period, metadata.Type));
        Assert.Equal(("临漪市人民政府", "2021年5月", "正式", "节选"), (metadata.Issuer, metadata.Date, metadata.State, metadata.Completeness));
        Assert.Equal("水利局", Assert.Single(metadata.Extra, pair => pair.Key == "牵头部门").Value);
        Assert.Empty(metadata.UnknownFields);
        Assert.Empty(metadata.Inferences);
    }

    [Fact]
    public void Read_OneKey_LeavesTheOthersAsRecognized()
    {
        var (metadata, _) = Apply("issuer: 某局\n");

        Assert.Equal(("认出的标题", "省级"), (metadata.Title, metadata.Level));
        Assert.Equal<string>([MetadataFields.Date], metadata.UnknownFields);
        Assert.Equal(2, metadata.Inferences.Length);
    }

    [Fact]
    public void Read_RegionOfTheTree_BringsCodeAndLevel()
    {
        var division = DivisionTree.Load(Repository.ReferenceData).Divisions.First(
            division => division.Level == "县级" && division.Code.Length > 0);

        var (metadata, _) = Apply($"region: {division}\n");

        Assert.Equal((division.Code, "县级"), (metadata.RegionCode, metadata.Level));
    }

    [Fact]
    public void Read_RegionOutsideTheTree_HasNeitherCodeNorLevel()
    {
        var (metadata, _) = Apply("region: 某国/某州\n");

        Assert.Equal(("", PlanMetadata.Unknown), (metadata.RegionCode, metadata.Level));
    }

    [Theory]
    [InlineData("level: 县\nissuer: 某局\n", "第 1 行“level”只能是")]
    [InlineData("issuer: 某局\nissuer: 他局\n", "第 2 行“issuer”重复")]
    [InlineData("keys: {a: {b: [c]}}\nissuer: 某局\n", "第 1 行“keys”的值不是一个词")]
    [InlineData("[a]: b\nissuer: 某局\n", "第 1 行的键不是一个词")]
    [InlineData("plan: x\nissuer: 某局\n", "第 1 行“plan”是检索参数的名称")]
    [InlineData("issuer: 某局\ndate: 2021\n\tbad\n", "行不是合法的 YAML")]
    public void Read_OneFault_IsNamedAndTheRestTaken(string yaml, string warning)
    {
        var (metadata, warnings) = Apply(yaml);

        Assert.Contains(warning, Assert.Single(warnings), StringComparison.Ordinal);
        Assert.Equal("某局", metadata.Issuer);
    }

    // A column of that name would vanish behind the facet.
    [Fact]
    public void Read_NameOfAnyFacet_IsAFieldOrRefused() => Assert.All(
        PlanFacets.All.Where(facet => MetadataFields.All.All(field => field.Key != facet.Name)),
        facet => Assert.Contains($"“{facet.Name}”是检索参数的名称", Assert.Single(Apply($"{facet.Name}: x\n").Warnings), StringComparison.Ordinal));

    [Theory]
    [InlineData("- a\n- b\n", "不是“键: 值”的列表")]
    [InlineData("word\n", "不是“键: 值”的列表")]
    [InlineData("\"open", "不是合法的 YAML")]
    public void Read_NoMapping_IsNamed(string yaml, string warning) =>
        Assert.Contains(warning, Assert.Single(Apply(yaml).Warnings), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    [InlineData("\uFEFFtitle:\n")]
    public void Read_NothingWritten_ChangesNothing(string yaml)
    {
        var (metadata, warnings) = Apply(yaml);

        Assert.Empty(warnings);
        Assert.Equal("认出的标题", metadata.Title);
    }

    [Fact]
    public void Read_DeepNesting_IsNamedAndEnds()
    {
        var (metadata, warnings) = Apply("issuer: 某局\na: " + new string('[', 60_000));

        Assert.Contains("sidecarDepth", Assert.Single(warnings), StringComparison.Ordinal);
        Assert.Equal("某局", metadata.Issuer);
    }

    [Fact]
    public void Read_NotUtf8_IsNamed()
    {
        var warnings = new List<string>();

        Assert.Empty(SidecarReader.Read([0xB1, 0xEA, 0xCC, 0xE2], warnings).Values);
        Assert.Contains("UTF-8", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_JunkBytes_NeverThrows()
    {
        const string Signs = "a:[]{}-? \n\t\"'|>&*!%#,键值";
        var random = new Random(Seed.Take(output.WriteLine));
        var (taken, refused) = (0, 0);
        for (var read = 0; read < 30_000; read++)
        {
            var junk = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => Signs[random.Next(Signs.Length)]));
            var faults = new List<string>();
            var sidecar = SidecarReader.Read(Encoding.UTF8.GetBytes(junk), faults);
            taken += sidecar.Values.IsEmpty ? 0 : 1;
            refused += faults.Count > 0 ? 1 : 0;
        }

        Assert.True(taken > 0 && refused > 1000, $"{taken} taken, {refused} refused");
    }

    private static (PlanMetadata Metadata, List<string> Warnings) Apply(string yaml)
    {
        var warnings = new List<string>();
        var sidecar = SidecarReader.Read(Encoding.UTF8.GetBytes(yaml), warnings);
        return (sidecar.Apply(Recognized, DivisionTree.Load(Repository.ReferenceData)), warnings);
    }
}
