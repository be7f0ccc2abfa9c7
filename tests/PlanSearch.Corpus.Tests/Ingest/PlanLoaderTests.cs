using PlanSearch.Corpus.Ingest;
using PlanSearch.Corpus.Ingest.Files;
using PlanSearch.Corpus.Ingest.Metadata;
using PlanSearch.Plans;
using PlanSearch.Plans.Files;
using PlanSearch.Plans.Metadata;
using PlanSearch.Plans.Parsing;
using PlanSearch.Plans.Reading;
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

    [Fact]
    public void Load_LibraryThrowsWhileReading_NamesTheFaultBesideTheFile()
    {
        _folder.Write("甲.txt", "养鱼");
        var loader = LoaderOf(PlanParser.Parse, (_, _) => throw new InvalidOperationException("no such part"));

        var loaded = loader.Load(new FoundFile(_folder.Plans, "甲.txt"), default);

        Assert.Null(loaded.Plan);
        Assert.Contains("InvalidOperationException", loaded.Failure, StringComparison.Ordinal);
        Assert.Contains("no such part", loaded.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NobodyWaits_Ends()
    {
        _folder.Write("甲.txt", "养鱼");
        using var gone = new CancellationTokenSource();
        var loader = LoaderOf(PlanParser.Parse, (_, ended) =>
        {
            gone.Cancel();
            ended.ThrowIfCancellationRequested();
            return default;
        });

        Assert.ThrowsAny<OperationCanceledException>(() => loader.Load(new FoundFile(_folder.Plans, "甲.txt"), gone.Token));
    }

    public void Dispose() => _folder.Dispose();

    private static PlanLoader LoaderOf(
        Func<SourceText, PlanDocument> parse, Func<byte[], CancellationToken, ReadResult>? read = null)
    {
        var tables = FolderTables.Read([], [], DivisionTree.Empty);
        return new PlanLoader(DivisionTree.Empty, new Dictionary<string, KnownPlan>(), tables)
        {
            Parse = parse,
            Read = read ?? ((bytes, ended) => PlanReader.Read(bytes, ended)),
        };
    }
}
