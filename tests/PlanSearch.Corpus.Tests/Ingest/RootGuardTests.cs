using PlanSearch.Answers.Inquiries;
using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Ingest;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport;

namespace PlanSearch.Corpus.Tests.Ingest;

/// <summary>A folder that has lost most of its plans is rather gone than emptied: nothing is dropped before a person says so.</summary>
public sealed class RootGuardTests : IDisposable
{
    private readonly IngestFolder _folder = new();

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(5, 5, true)]
    [InlineData(5, 3, true)]
    [InlineData(4, 3, true)]
    [InlineData(4, 2, false)]
    [InlineData(5, 2, false)]
    [InlineData(5, 0, false)]
    public void Run_SoManyOfARootGone_IsRefusedAboveHalf(int plans, int gone, bool isRefused)
    {
        var paths = Fill("plans", plans);
        paths.Take(gone).ToList().ForEach(File.Delete);

        var outcome = _folder.Try(new IngestRequest([_folder.Plans]));

        Assert.Equal(isRefused ? "root_shrunk" : null, outcome.Fault?.Code);
        Assert.Equal(isRefused ? plans : plans - gone, _folder.Ids.Count());
    }

    [Fact]
    public void Run_EmptiedRoot_NamesItWithTheNumbersAndIsLetThroughOnce()
    {
        Fill("plans", 3).ForEach(File.Delete);

        var message = _folder.Try(new IngestRequest([_folder.Plans])).Fault!.Message;

        Assert.Contains(_folder.Plans, message, StringComparison.Ordinal);
        Assert.Contains("3 份规划只剩 0 份", message, StringComparison.Ordinal);
        Assert.Contains("--allow-drop", message, StringComparison.Ordinal);
        Assert.Equal(3, _folder.Try(new IngestRequest([_folder.Plans]) { AllowDrop = true }).Value!.Removed.Length);
        Assert.Empty(_folder.Ids);
        Fill("plans", 3).ForEach(File.Delete);
        Assert.Equal("root_shrunk", _folder.Try(new IngestRequest([_folder.Plans])).Fault!.Code);
    }

    [Fact]
    public void Run_OneOfTwoRootsEmptied_IsRefusedWhole()
    {
        Fill("plans", 9);
        Fill("more", 1).ForEach(File.Delete);
        _folder.Write("新.txt", "修路");

        Assert.Contains(
            _folder.At("more"),
            _folder.Try(new IngestRequest([_folder.Plans, _folder.At("more")])).Fault!.Message,
            StringComparison.Ordinal);
        Assert.Equal(10, _folder.Ids.Count());
    }

    [Fact]
    public void Run_PlanRemovedByName_IsNoLoss()
    {
        Fill("plans", 1).ForEach(File.Delete);

        Assert.Equal<string>(["plans0"], _folder.Try(new IngestRequest([_folder.Plans]) { Removing = ["plans0"] }).Value!.Removed);
    }

    [Fact]
    public void Run_RebuildOfWhatCannotBeReadFromAnEmptyFolder_IsRefused()
    {
        Fill("plans", 2).ForEach(File.Delete);
        foreach (var file in Directory.GetFiles(_folder.Index, "generation-*"))
        {
            File.WriteAllText(file, "damage");
        }

        var before = Directory.GetFiles(_folder.Index).Order();

        Assert.Equal("root_shrunk", _folder.Try(new IngestRequest([_folder.Plans], Rebuild: true)).Fault!.Code);
        Assert.Equal(before, Directory.GetFiles(_folder.Index).Order());
    }

    [Fact]
    public void Run_EmptyFolderAtTheFirstTime_IsACollectionOfNoPlans()
    {
        Directory.CreateDirectory(_folder.Plans);

        var report = _folder.Try(new IngestRequest([_folder.Plans])).Value!;

        Assert.Equal(1, report.Generation);
        Assert.StartsWith(_folder.Plans, Assert.Single(report.Warnings), StringComparison.Ordinal);
        Assert.Empty(report.Failures);
        using var collection = PlanCollection.Open(_folder.Options);
        using var reader = collection.Read();
        Assert.Equal(0, reader.Status.Plans);
        Assert.Equal(0, reader.Ask(new SearchRequest { Query = "鱼" }, default).Value!.Certificate.Mentions);
    }

    private List<string> Fill(string root, int plans)
    {
        var paths = Enumerable.Range(0, plans)
            .Select(plan => _folder.WriteAt($"{root}/{root}{plan}.txt", IngestFolder.PlanText($"养鱼{root}{plan}")))
            .ToList();
        _folder.Run([_folder.At(root)]);
        return paths;
    }

    public void Dispose() => _folder.Dispose();
}
