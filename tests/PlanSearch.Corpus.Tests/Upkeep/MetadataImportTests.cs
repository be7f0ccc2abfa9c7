using System.Text;
using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Ingest;
using PlanSearch.Corpus.Upkeep;
using PlanSearch.Export.Tables;
using PlanSearch.Plans.Metadata;
using PlanSearch.TestSupport;

namespace PlanSearch.Corpus.Tests.Upkeep;

/// <summary>Out as a table, corrected, in again: only what differs is written, and the next ingest has it.</summary>
public sealed class MetadataImportTests : IDisposable
{
    private readonly IngestFolder _folder = new();

    public MetadataImportTests()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Write("县/乙.txt", "种藕");
        _folder.Run();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Run_TableAsItWasExported_WritesNothing(bool isWorkbook)
    {
        var report = MetadataImport.Run(_folder.Options, Export(isWorkbook)).Value!;

        Assert.Equal((0, 2, 0), (report.Written.Length, report.Unchanged, report.Faults.Length));
        Assert.False(File.Exists(SidecarOf("甲")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Run_WrittenValuesAndFurtherColumns_AreThereAfterTheNextIngest(bool isWorkbook)
    {
        Import("编号,标题,地区,牵头部门\n甲,甲区规划,岚江省/临漪市,\"发改委, \"\"规划处\"\"\"\n县~乙,,,\n");
        _folder.Run();

        var metadata = _folder.Plan("甲").Metadata;
        Assert.Equal(("甲区规划", "市级", "发改委, \"规划处\""), (metadata.Title, metadata.Level, metadata.Extra["牵头部门"]));
        Assert.Contains("牵头部门", Encoding.UTF8.GetString(Export(isWorkbook: false)), StringComparison.Ordinal);
        Assert.Empty(MetadataImport.Run(_folder.Options, Export(isWorkbook)).Value!.Written);
    }

    [Fact]
    public void Run_EmptyCell_TakesBackWhatWasWritten()
    {
        Import("编号,标题\n甲,甲区规划\n");
        Import("编号,标题\n甲,\n");

        Assert.False(File.Exists(SidecarOf("甲")));
    }

    [Fact]
    public void Run_ColumnThatIsNotThere_IsNotTouched()
    {
        Import("编号,标题,层级\n甲,甲区规划,县级\n");
        Import("编号,层级\n甲,市级\n");

        Assert.Equal("\"level\": \"市级\"\n\"title\": \"甲区规划\"\n", File.ReadAllText(SidecarOf("甲")));
    }

    [Fact]
    public void Run_BadRows_AreNamedAndTheOthersTaken()
    {
        var report = Import("编号,层级\n无此规划,县级\n甲,县级\n县~乙,村级\n");

        Assert.Equal<string>(["甲"], report.Written);
        Assert.Equal(2, report.Faults.Length);
        Assert.Contains(report.Faults, fault => fault.StartsWith("第 2 行：没有编号为“无此规划”的规划", StringComparison.Ordinal));
        Assert.Contains(report.Faults, fault => fault.StartsWith("第 4 行：", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_SidecarThatCannotBeRead_IsLeftAlone()
    {
        File.WriteAllText(SidecarOf("甲"), "level: [");

        Assert.Contains("有误", Assert.Single(Import("编号,层级\n甲,县级\n").Faults), StringComparison.Ordinal);
        Assert.Equal("level: [", File.ReadAllText(SidecarOf("甲")));
    }

    [Fact]
    public void Ingest_TableInTheFolder_StandsBetweenRecognitionAndSidecar()
    {
        _folder.WriteAt("plans/metadata.csv", "编号,标题,层级,牵头部门\n甲,表中标题,县级,发改委\n县~乙,乙县规划,,\n无此规划,,,\n");
        _folder.WriteAt("plans/甲.meta.yaml", "title: 旁注标题\n");

        Assert.True(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));
        var report = _folder.Run();

        var metadata = _folder.Plan("甲").Metadata;
        Assert.Equal(("旁注标题", "县级", "发改委"), (metadata.Title, metadata.Level, metadata.Extra["牵头部门"]));
        Assert.Equal("乙县规划", _folder.Plan("县~乙").Metadata.Title);
        Assert.Contains(report.Warnings, warning => warning.StartsWith("metadata.csv：第 4 行：没有编号为“无此规划”", StringComparison.Ordinal));
        Assert.Empty(report.Failures);
        Assert.False(PlanIngest.IsStale(_folder.Options, [_folder.Plans]));
        Assert.Equal(2, _folder.Run().Unchanged);
    }

    [Fact]
    public void Ingest_TableBelowTheRoot_NamesPlansFromItsFolder()
    {
        _folder.WriteAt("plans/县/metadata.csv", "编号,标题\n乙,乙县规划\n");
        _folder.Run();

        Assert.Equal("乙县规划", _folder.Plan("县~乙").Metadata.Title);
    }

    [Fact]
    public void Ingest_RowThatChangedOrWent_ReadsOnlyItsPlanAgain()
    {
        _folder.WriteAt("plans/metadata.csv", "编号,层级\n甲,县级\n县~乙,县级\n");
        _folder.Run();
        _folder.WriteAt("plans/metadata.csv", "编号,层级\n县~乙,县级\n");

        var report = _folder.Run();

        Assert.Equal<string>(["甲"], report.Replaced);
        Assert.Equal(PlanMetadata.Unknown, _folder.Plan("甲").Metadata.Level);
    }

    [Fact]
    public void Ingest_SidecarWithARegionNoTableHas_IsNotTakenAndSaid()
    {
        _folder.WriteAt("plans/甲.meta.yaml", "region: 无此省/无此市\n");

        Assert.StartsWith("甲：甲.meta.yaml：区划表中没有“无此省/无此市”", Assert.Single(_folder.Run(rebuild: true).Warnings), StringComparison.Ordinal);
        Assert.Empty(_folder.Plan("甲").Metadata.RegionPath);
        Assert.Contains(_folder.Plan("甲").Metadata.Inferences, said => said.Contains("无此省/无此市", StringComparison.Ordinal));
    }

    [Fact]
    public void Ingest_TableThatIsNone_IsWarnedOf()
    {
        _folder.WriteAt("plans/metadata.xlsx", "PK\u0003\u0004");

        Assert.StartsWith("metadata.xlsx：", Assert.Single(_folder.Run(rebuild: true).Warnings), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string SidecarOf(string id) => Path.Combine(_folder.Plans, id + ".meta.yaml");

    private MetadataImportReport Import(string csv) => MetadataImport.Run(_folder.Options, Encoding.UTF8.GetBytes(csv)).Value!;

    private byte[] Export(bool isWorkbook)
    {
        using var corpus = PlanCollection.Open(_folder.Options);
        using var reader = corpus.Read();
        using var stream = new MemoryStream();
        (isWorkbook
            ? MetadataExport.WriteWorkbookAsync(reader, stream, CancellationToken.None)
            : MetadataExport.WriteCsvAsync(reader, stream, CancellationToken.None)).GetAwaiter().GetResult();
        return stream.ToArray();
    }
}
