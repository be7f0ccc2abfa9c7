using PlanSearch.Answers.Inquiries;
using PlanSearch.Corpus.Generations;
using PlanSearch.Index.Port;
using PlanSearch.TestSupport;
using PlanSearch.TestSupport.Scan;

namespace PlanSearch.Corpus.Tests.Generations;

/// <summary>Which generation answers, and how long it stays open.</summary>
public sealed class CorpusViewsTests : IDisposable
{
    private readonly WatchedIndex _index = new(new ScanPlanIndex());

    [Fact]
    public void Open_NoGeneration_SaysThereIsNoIndex()
    {
        Assert.Throws<IndexMissingException>(() => PlanCollection.Open(InventedCollection.Options, () => _index));
        Assert.True(_index.IsDisposed);
    }

    [Fact]
    public void Search_NewerGenerationPublished_IsTakenUpByTheNextCall()
    {
        Publish("甲");
        using var corpus = PlanCollection.Open(InventedCollection.Options, () => _index);
        Assert.Equal((1L, 1), (corpus.Status.Generation, corpus.Plans.Length));

        Publish("乙");

        Assert.Equal((2L, 2), (corpus.Status.Generation, corpus.Plans.Length));
        Assert.Equal([1L], _index.Closed);
    }

    [Fact]
    public void Search_CursorOfAnOlderGeneration_KeepsItOpenUntilNoneHasComeForAWhile()
    {
        Publish("甲");
        var time = new ManualTime();
        using var corpus = PlanCollection.Open(InventedCollection.Options with { Time = time }, () => _index);
        var request = InventedCollection.Ask("氢能") with { Size = 1 };
        var cursor = corpus.Mentions(request, default).Value!.Next;
        Publish("乙");
        _ = corpus.Status;
        Assert.Equal([1L], _index.Closed);

        _index.Forget();
        Assert.Equal(1, corpus.Mentions(request with { Cursor = cursor }, default).Value!.Certificate.Generation);
        time.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(1, corpus.Mentions(request with { Cursor = cursor }, default).Value!.Certificate.Generation);
        time.Advance(TimeSpan.FromMinutes(14));
        _ = corpus.Status;
        Assert.Empty(_index.Closed);

        time.Advance(TimeSpan.FromMinutes(1));
        _ = corpus.Status;
        Assert.Equal([1L], _index.Closed);
    }

    [Fact]
    public void Search_OlderGenerationIsBeingOpened_KeepsNobodyElseWaiting()
    {
        Publish("甲");
        using var corpus = PlanCollection.Open(InventedCollection.Options, () => _index);
        var request = InventedCollection.Ask("氢能") with { Size = 1 };
        var cursor = corpus.Mentions(request, default).Value!.Next;
        Publish("乙");
        _ = corpus.Status;
        var isAnswered = false;
        _index.BeforeOpen = _ => isAnswered = Task.Run(() => corpus.Status).Wait(TimeSpan.FromSeconds(20));

        Assert.NotNull(corpus.Mentions(request with { Cursor = cursor }, default).Value);

        Assert.True(isAnswered);
    }

    [Fact]
    public void Stream_NewerGenerationPublished_GoesOnFromItsOwn()
    {
        Publish("甲");
        using var collection = PlanCollection.Open(InventedCollection.Options, () => _index);
        using (var reader = collection.Read())
        {
            var stream = reader.Ask(InventedCollection.Ask("氢能"), default).Value!.Stream();
            Publish("乙");
            Assert.Equal(4L, collection.Mentions(InventedCollection.Ask("氢能"), default).Value!.Certificate.Mentions);

            Assert.Equal(2, stream.Rows.Count());
            Assert.Empty(_index.Closed);
        }

        Assert.Equal([1L], _index.Closed);
    }

    [Fact]
    public void Dispose_WhileAReaderIsOpen_ClosesWhenTheReaderIsDisposed()
    {
        Publish("甲");
        var collection = PlanCollection.Open(InventedCollection.Options, () => _index);
        var reader = collection.Read();
        using var rows = reader.Ask(InventedCollection.Ask("氢能"), default).Value!.Stream().Rows.GetEnumerator();
        Assert.True(rows.MoveNext());
        collection.Dispose();
        collection.Dispose();
        Assert.True(rows.MoveNext());
        Assert.Empty(_index.Closed);

        reader.Dispose();
        reader.Dispose();

        Assert.Equal([1L], _index.Closed);
        Assert.True(_index.IsDisposed);
        Assert.Throws<ObjectDisposedException>(() => collection.Read());
    }

    [Fact]
    public void Stream_Cancelled_Stops()
    {
        Publish("甲");
        using var collection = PlanCollection.Open(InventedCollection.Options, () => _index);
        using var source = new CancellationTokenSource();
        using var reader = collection.Read();
        var rows = reader.Ask(InventedCollection.Ask("氢能"), source.Token).Value!.Stream().Rows;
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => rows.Count());
    }

    public void Dispose() => _index.Dispose();

    private void Publish(string id) => InventedCollection.Publish(
        _index, InventedCollection.Manifest, [InventedCollection.Built(new HandMadePlan(id).Paragraph("氢能").Paragraph("氢能"))]);

    private sealed class ManualTime : TimeProvider
    {
        private long _ticks = TimeSpan.TicksPerDay;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Advance(TimeSpan time) => _ticks += time.Ticks;

        public override long GetTimestamp() => _ticks;

        public override DateTimeOffset GetUtcNow() => new(_ticks, TimeSpan.Zero);
    }
}
