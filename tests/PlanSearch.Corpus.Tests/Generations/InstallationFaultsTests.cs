using PlanSearch.Answers.Inquiries;
using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Ingest;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport;

namespace PlanSearch.Corpus.Tests.Generations;

/// <summary>Broken reference data: searches are answered, the fault is named, and no ingest makes plans of it.</summary>
public sealed class InstallationFaultsTests : IDisposable
{
    private static readonly string[] Files = ["regions.csv", "regions-sample.csv", "zones.csv", "topics.yaml", "lexicon.txt", "hanzi.csv"];

    private readonly IngestFolder _folder = new();

    public InstallationFaultsTests()
    {
        foreach (var file in Files)
        {
            _folder.WriteAt($"reference/{file}", File.ReadAllText(Path.Combine(Repository.ReferenceData, file)));
        }

        _folder.Write("甲.txt", "养鱼和氢能");
        PlanIngest.Run(Options, new IngestRequest([_folder.Plans]), progress: null, default);
    }

    private CorpusOptions Options => _folder.Options with { ReferenceDirectory = _folder.At("reference") };

    [Theory]
    [InlineData("regions.csv", "", "regions.csv")]
    [InlineData("regions.csv", "code,name\n1,甲省\n", "regions.csv")]
    [InlineData("regions.csv", "code,name,level,parent,aliases\n1,甲市,地级,9,\n", "行政区划")]
    [InlineData("regions.csv", "code,name,level,parent,name\n1,甲市,地级,,\n", "regions.csv")]
    [InlineData("regions.csv", "code,name,level,parent\n1,,地级,\n", "regions.csv")]
    [InlineData("zones.csv", "区,码\n某,某\n", "zones.csv")]
    [InlineData("topics.yaml", "- name: [", "topics.yaml")]
    [InlineData("lexicon.txt", "氢\u0000能\n", "lexicon.txt")]
    [InlineData("hanzi.csv", "character,sounds\n镜,jing\n", "hanzi.csv")]
    public void Open_FileBroken_AnswersAndNamesIt(string file, string text, string named)
    {
        _folder.WriteAt($"reference/{file}", text);

        using var collection = PlanCollection.Open(Options);
        using var reader = collection.Read();

        Assert.Equal(1, reader.Ask(new SearchRequest { Query = "氢能" }, default).Value!.Certificate.Mentions);
        Assert.Contains(named, Assert.Single(reader.Status.Warnings), StringComparison.Ordinal);
        Assert.Equal<string>(collection.Faults, reader.Status.Warnings);
    }

    [Theory]
    [InlineData("regions.csv")]
    [InlineData("zones.csv")]
    public void Run_DivisionsBroken_IsRefusedAndThePlansKeepTheirRegions(string file)
    {
        _folder.WriteAt($"reference/{file}", "区,码\n某,某\n");
        _folder.Write("乙.txt", "种藕");

        Assert.Equal("reference_invalid", PlanIngest.Run(Options, new IngestRequest([_folder.Plans]), progress: null, default).Fault!.Code);

        Assert.Equal(["甲"], _folder.Ids);
        Assert.True(PlanIngest.IsStale(Options, [_folder.Plans]));
    }

    [Fact]
    public void Open_AllWell_NamesNothing()
    {
        using var collection = PlanCollection.Open(Options);

        Assert.Empty(collection.Faults);
    }

    public void Dispose() => _folder.Dispose();
}
