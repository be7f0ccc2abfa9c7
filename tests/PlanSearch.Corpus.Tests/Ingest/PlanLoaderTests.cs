using PlanSearch.Corpus.Ingest;
using PlanSearch.Corpus.Ingest.Files;
using PlanSearch.Corpus.Ingest.Metadata;
using PlanSearch.Plans;
using PlanSearch.Plans.Metadata;
using PlanSearch.TestSupport;

namespace PlanSearch.Corpus.Tests.Ingest;

public sealed class PlanLoaderTests : IDisposable
{
    private readonly IngestFolder _folder = new();

    [Fact]
    public void Load_ParserThrows_NamesTheFaultBesideTheFile()
    {
        _folder.Write("甲.txt", "养鱼");

        var loaded = LoaderOf(_ => throw new FormatException("at 7")).Load(new FoundFile(_folder.Plans, "甲.txt"), default);

        Assert.Null(loaded.Plan);
        Assert.Contains("程序的缺陷", loaded.Failure, StringComparison.Ordinal);
        Assert.Contains("FormatException", loaded.Failure, StringComparison.Ordinal);
        Assert.Contains("at 7", loaded.Failure, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static PlanLoader LoaderOf(Func<SourceText, PlanDocument> parse)
    {
        var tables = FolderTables.Read([], [], DivisionTree.Empty);
        return new PlanLoader(DivisionTree.Empty, new Dictionary<string, KnownPlan>(), tables) { Parse = parse };
    }
}
