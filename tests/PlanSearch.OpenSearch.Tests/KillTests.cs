using System.Collections.Concurrent;
using System.Diagnostics;
using PlanSearch.Index.Port;
using PlanSearch.OpenSearch.Tests.Nodes;
using PlanSearch.Plans.Text;
using PlanSearch.TestSupport;
using PlanSearch.TestSupport.Port;
using Xunit.Abstractions;

namespace PlanSearch.OpenSearch.Tests;

/// <summary>One of three nodes is killed while two hosts ask.</summary>
[Collection(ThreeNodesRun.Name)]
public sealed class KillTests(ThreeNodes nodes, ITestOutputHelper output)
{
    private const string Word = "发展";
    private const int AnswersAfter = 30;

    [NodesFact]
    public async Task Node_KilledUnderLoad_AnswersAreEqualOrErrorsAndNeverFewer()
    {
        var urls = nodes.Own.Urls;
        using var copied = new ClusterPlace(nodes.Place() with { Urls = [.. urls], Replicas = 1, Patience = TimeSpan.FromSeconds(2) });
        using var single = new ClusterPlace(
            nodes.Place() with { Urls = [.. urls], Replicas = 0, Patience = TimeSpan.FromMilliseconds(100) });
        var plans = Repository.SamplePlanFiles.Select(PlanIndexParity.Parse).ToList();
        using var first = copied.Open();
        using var second = single.Open();
        using var ofCopied = PlanIndexParity.Publish(first, plans);
        using var ofSingle = PlanIndexParity.Publish(second, plans);
        var expected = ofCopied.Totals(new LiteralQuery(Word), default);
        Assert.Equal(expected, ofSingle.Totals(new LiteralQuery(Word), default));
        copied.AwaitCopies();

        using var end = new CancellationTokenSource();
        var (ofCopies, ofOne) = (new Asked(), new Asked());
        var readers = new[] { Task.Run(
            () => Ask(ofCopied, expected, ofCopies, end.Token)), Task.Run(() => Ask(ofSingle, expected, ofOne, end.Token)) };
        await ofCopies.Await(1);
        await ofOne.Await(1);

        nodes.Own.Kill(3);
        var before = (ofCopies.Answers, ofOne.Errors);
        await ofCopies.Await(before.Answers + AnswersAfter);
        nodes.Own.Again(3);
        await ofOne.Await(ofOne.Answers + 1);
        await end.CancelAsync();
        await Task.WhenAll(readers);

        output.WriteLine(
            $"with a copy: {ofCopies.Answers} answers, {ofCopies.Errors} errors, none for longer than {ofCopies.Longest.TotalSeconds:0.0} s");
        output.WriteLine(
            $"without: {ofOne.Answers} answers, {ofOne.Errors} errors, none for longer than {ofOne.Longest.TotalSeconds:0.0} s");
        Assert.Empty(ofCopies.Others);
        Assert.Empty(ofOne.Others);
        Assert.True(ofOne.Errors > 0, "No shard was on the node that was killed.");
    }

    private static void Ask(IPlanSnapshot snapshot, UnitCounts expected, Asked asked, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                asked.Take(snapshot.Totals(new LiteralQuery(Word), default), expected);
            }
            catch (IndexUnavailableException)
            {
                asked.Fail();
            }
        }
    }

    private sealed class Asked
    {
        private readonly Lock _lock = new();
        private readonly List<(int Answers, TaskCompletionSource Reached)> _awaited = [];
        private long? _failing;

        public int Answers { get; private set; }

        public int Errors { get; private set; }

        public TimeSpan Longest { get; private set; }

        public ConcurrentBag<UnitCounts> Others { get; } = [];

        public void Take(UnitCounts counts, UnitCounts expected)
        {
            if (counts != expected)
            {
                Others.Add(counts);
            }

            lock (_lock)
            {
                Answers++;
                Longest = _failing is { } since && Stopwatch.GetElapsedTime(since) is var time && time > Longest ? time : Longest;
                _failing = null;
                _awaited.Where(one => one.Answers <= Answers).ToList().ForEach(one => one.Reached.TrySetResult());
            }
        }

        public void Fail()
        {
            lock (_lock)
            {
                Errors++;
                _failing ??= Stopwatch.GetTimestamp();
            }
        }

        public Task Await(int answers)
        {
            lock (_lock)
            {
                var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _awaited.Add((answers, reached));
                return answers <= Answers ? Task.CompletedTask : reached.Task.WaitAsync(TimeSpan.FromMinutes(3));
            }
        }
    }
}
