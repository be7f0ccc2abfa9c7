using System.Collections.Immutable;
using PlanSearch.Index.Indexing;
using PlanSearch.Index.Search;
using PlanSearch.Index.Storage;
using PlanSearch.Plans.Text;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Index.Tests.Durability;

/// <summary>Queries nobody would ask: none may crash, none may run without an end or take memory without bound.</summary>
public sealed class QueryFuzzTests(ITestOutputHelper output)
{
    /// <summary>Far beyond what any of them takes: what has not come to its end then never does.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(2);

    private const long MaxBytesLeft = 64 << 20;

    [Fact]
    public async Task Count_AnyQuery_EndsWithinBounds()
    {
        var seed = Seed.Take(output.WriteLine);
        var random = new Random(seed);
        using var reader = Build([.. Enumerable.Range(0, 8).Select(i => TestDocuments.Random($"d{i}", random, maxBlocks: 60))]);
        var queries = Effort.Of(1_500, 60_000);
        for (var i = 0; i < queries; i++)
        {
            var query = RandomQuery.Of(random, depth: random.Next(5));
            await Ask(reader, query);
        }

        output.WriteLine($"{queries} queries");
    }

    [Fact]
    public async Task Count_PatternOfManyGaps_IsBounded()
    {
        // Every start matches all strings but the last, in every way there is.
        using var reader = Build(
            [TestDocuments.One("a", new string('部', 20_000)), TestDocuments.One("b", string.Concat(Enumerable.Repeat("部部发", 5_000)))]);
        foreach (var count in new[] { 2, 5, 20 })
        {
            ImmutableArray<string> parts = ["部部", .. Enumerable.Repeat("部", count), "没有"];
            await Ask(reader, new PatternQuery(parts, [.. parts.Skip(1).Select(_ => new PatternGap(0, PatternQuery.MaxOpenGap))]));
        }
    }

    [Fact]
    public async Task Count_DeepQuery_IsAnswered()
    {
        using var reader = Build([TestDocuments.One("a", "氢能产业发展", "部部发")]);
        Query query = new LiteralQuery("氢能");
        for (var depth = 0; depth < 500; depth++)
        {
            query = (depth % 3) switch
            {
                0 => new AndQuery([query], []),
                1 => new OrQuery([query, new LiteralQuery("没有")]),
                _ => new ScopeQuery(Scope.Block, 0, query),
            };
        }

        Assert.Equal(1, await Ask(reader, query));
    }

    [Fact]
    public async Task Count_ManyParts_AreAnswered()
    {
        using var reader = Build([TestDocuments.One("a", "氢能产业发展", "部部发")]);
        ImmutableArray<Query> parts = [.. Enumerable.Range(0, 2_000).Select(i => new LiteralQuery($"{(char)(0x4E00 + i)}能"))];

        Assert.Equal(1, await Ask(reader, new OrQuery([.. parts, new LiteralQuery("氢能")])));
        Assert.Equal(0, await Ask(reader, new AndQuery([.. parts, new LiteralQuery("氢能")], parts)));
    }

    [Theory]
    [InlineData("\uD800")]
    [InlineData("\uDC00\uD800")]
    [InlineData("\0")]
    [InlineData("\uFFFE")]
    [InlineData("\u200B\u200B")]
    [InlineData(" ")]
    public async Task Count_UnitsThatAreNoText_FindNothing(string text)
    {
        using var reader = Build([TestDocuments.One("a", "氢能产业发展", "部部发")]);

        Assert.Equal(0, await Ask(reader, new LiteralQuery(text)));
        Assert.Equal(0, await Ask(reader, new LiteralQuery(text) { IsExact = true }));
        Assert.Equal(0, await Ask(reader, new LiteralQuery(new string('氢', 30_000) + text)));
        Assert.Equal(0, await Ask(reader, new PatternQuery(["氢能", text], [new PatternGap(0, PatternQuery.MaxOpenGap)])));
    }

    [Fact]
    public void Count_Cancelled_Stops()
    {
        using var reader = Build([TestDocuments.One("a", new string('部', 20_000))]);

        Assert.ThrowsAny<OperationCanceledException>(() =>
            new IndexSearcher(reader).Count(new LiteralQuery("部"), BlockFilter.All, [], new CancellationToken(canceled: true)));
    }

    /// <summary>Asks in every way; the mentions there are.</summary>
    private static async Task<int> Ask(IndexReader reader, Query query)
    {
        var asked = Task.Run(() =>
        {
            var searcher = new IndexSearcher(reader);
            var counts = searcher.Count(query, BlockFilter.All, [0, 1], default);
            var mentions = Enumerable.Range(0, reader.DocumentCount)
                .Sum(document => searcher.MentionsIn(query, BlockFilter.All, document).Count);
            Assert.Equal(mentions, counts.MentionsByDocument.Sum());
            return mentions;
        });
        var before = GC.GetTotalMemory(forceFullCollection: false);
        var found = await asked.WaitAsync(Hang);
        Assert.InRange(
            GC.GetTotalMemory(forceFullCollection: GC.GetTotalMemory(forceFullCollection: false) - before > MaxBytesLeft) - before,
            long.MinValue,
            MaxBytesLeft);
        return found;
    }

    private static IndexReader Build(List<IndexDocument> documents)
    {
        var directory = new MemoryIndexDirectory();
        using (var writer = IndexWriter.Open(directory, TestDocuments.Schema, new IndexWriterOptions { MaxSegmentLength = 6_000 }))
        {
            documents.ForEach(writer.Add);
            writer.Commit(default);
        }

        return IndexReader.Open(directory)!;
    }
}
