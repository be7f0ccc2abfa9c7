using System.Collections.Concurrent;
using PlanSearch.Corpus.Ingest;
using PlanSearch.Index.Port;
using PlanSearch.TestSupport;

namespace PlanSearch.Corpus.Tests.Ingest;

/// <summary>An ingest that is kept from its end publishes nothing; one that runs tells of each file.</summary>
public sealed class IngestInterruptionTests : IDisposable
{
    private readonly IngestFolder _folder = new();

    [Fact]
    public void Run_WhileAnotherWrites_SaysLocked()
    {
        _folder.Write("甲.txt", "养鱼");
        using var index = _folder.Options.Store.Open();
        using var writer = index.OpenWriter();

        Assert.Throws<IndexLockedException>(() => _folder.Run());
    }

    [Fact]
    public void Run_Cancelled_PublishesNothing()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        _folder.Write("乙.txt", "种藕");
        _folder.Write("丙.txt", "修路");
        using var cancellation = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() => PlanIngest.Run(
            _folder.Options, new IngestRequest([_folder.Plans]), _ => cancellation.Cancel(), cancellation.Token));

        Assert.Equal(["甲"], _folder.Ids);
        Assert.Equal(2, _folder.Run().Added.Length);
    }

    [Fact]
    public void Run_CrashBeforeTheCommit_LeavesTheOldGeneration()
    {
        _folder.Write("甲.txt", "养鱼");
        _folder.Run();
        _folder.Write("乙.txt", "种藕");
        Action<IngestProgress> crash = _ => throw new InvalidOperationException("crash");

        for (var time = 0; time < 2; time++)
        {
            Assert.Throws<InvalidOperationException>(
                () => PlanIngest.Run(_folder.Options, new IngestRequest([_folder.Plans]), crash, default));
            Assert.Equal(["甲"], _folder.Ids);
        }

        Assert.Equal<string>(["乙"], _folder.Run().Added);
    }

    [Fact]
    public void Run_ManyFiles_ReportsEachInOrder()
    {
        foreach (var number in Enumerable.Range(10, 30))
        {
            _folder.Write($"{number}.txt", string.Concat(Enumerable.Repeat("养鱼", number * 7 % 50)));
        }

        var told = new ConcurrentQueue<IngestProgress>();
        PlanIngest.Run(_folder.Options, new IngestRequest([_folder.Plans]), told.Enqueue, default);

        Assert.Equal(Enumerable.Range(10, 30).Select(number => new IngestProgress(number - 9, 30, $"{number}.txt")), told);
    }

    public void Dispose() => _folder.Dispose();
}
