using PlanSearch.Index.Checking;
using PlanSearch.Index.Indexing;
using PlanSearch.Index.Search;
using PlanSearch.Index.Storage;
using PlanSearch.Plans.Text;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Index.Tests.Search;

/// <summary>What spreads answer is what reading the lists answers, and what the scan finds.</summary>
public sealed class SpreadSearchTests(ITestOutputHelper output)
{
    private const string Units = "氢能国國";

    private static readonly Bm25Weighting Weighting = new(
        0, [.. Enumerable.Range(0, IndexSchema.MaxColumnValues).Select(value => (1 + (value % 4)) / 3.0)]);

    private static readonly IndexSchema Schema = TestDocuments.Schema with { Weighting = Weighting };

    [Fact]
    public void Search_CommonTerms_CountsAndRanksAsByTheList()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        var (covered, partly, ranked) = (0, 0, 0);
        for (var round = 0; round < Effort.Of(12, 300); round++)
        {
            var documents = Enumerable.Range(0, random.Next(2, 9)).Select(i => Document($"d{i}", random)).ToList();
            documents.Insert(random.Next(documents.Count), Empty("empty"));
            using var reader = Build(documents, random, maxSegmentLength: random.Next(2) == 0 ? 10_000_000 : 2_000);
            var oracle = new ScanOracle(
                [.. Enumerable.Range(0, reader.DocumentCount).Select(n => documents.Single(d => d.Key == reader.Key(n)))]);
            var searcher = new IndexSearcher(reader);
            foreach (var word in (string[])["氢", "能", "国", "國", "氢能", "能氢", "国能", "能國", "氢氢"])
            {
                var literal = new LiteralQuery(word);
                var spreads = SpreadSearch.Of(reader.Segments, literal, BlockFilter.All, Weighting);
                covered += reader.Segments.Count(spreads.Covers);
                partly += reader.Segments.Any(spreads.Covers) && !reader.Segments.All(spreads.Covers) ? 1 : 0;
                AssertCounts(searcher.Count(literal, BlockFilter.All, [1, 0], default), oracle, literal);
                ranked += AssertBest(searcher, literal, random);
            }
        }

        output.WriteLine($"{covered} lists with a spread, {partly} queries with and without, {ranked} records ranked");
        Assert.True(covered > 30 && partly > 0 && ranked > 500);
    }

    [Fact]
    public void Of_FilterOrOtherWeights_CoversNothing()
    {
        using var reader = Build([Document("d", new Random(3))], new Random(3), maxSegmentLength: 10_000_000);
        var (literal, heavier) = (new LiteralQuery("氢"), Weighting with { Weights = Weighting.Weights.SetItem(1, 9) });

        Assert.False(SpreadSearch.Of(reader.Segments, literal, BlockFilter.All, Weighting with { K1 = 2 }).IsEmpty);
        Assert.True(SpreadSearch.Of(reader.Segments, literal, new BlockFilter([3, ulong.MaxValue]), null).IsEmpty);
        Assert.True(SpreadSearch.Of(reader.Segments, literal, BlockFilter.All, heavier).IsEmpty);
        Assert.True(SpreadSearch.Of(reader.Segments, literal with { IsExact = true }, BlockFilter.All, null).IsEmpty);
        Assert.True(SpreadSearch.Of(reader.Segments, new OrQuery([literal]), BlockFilter.All, null).IsEmpty);
        AssertBest(new IndexSearcher(reader), literal, new Random(3), heavier);
    }

    private static void AssertCounts(QueryCounts counts, ScanOracle oracle, LiteralQuery literal)
    {
        var aside = new List<AsideCount>();
        for (var document = 0; document < counts.MentionsByDocument.Length; document++)
        {
            var one = oracle.Document(document);
            var mentions = oracle.Mentions(literal, BlockFilter.All, document);
            Assert.Equal(mentions.Count, counts.MentionsByDocument[document]);
            Assert.Equal(mentions.Select(mention => one.Levels[0][mention.Block]).Distinct().Count(), counts.RecordsByDocument[document]);
            for (var value = 0; value < IndexSchema.MaxColumnValues; value++)
            {
                for (var rank = 0; rank < 2; rank++)
                {
                    var ofValue = mentions.Where(mention => ScanOracle.Value(one, mention, 1 - rank) == value).ToList();
                    Assert.Equal(ofValue.Count, counts.ByColumn[rank].MentionsOf(document, value));
                    Assert.Equal(
                        ofValue.Select(mention => one.Levels[0][mention.Block]).Distinct().Count(),
                        counts.ByColumn[rank].RecordsOf(document, value));
                }

                if (oracle.Aside(literal, document, value) is > 0 and var count)
                {
                    aside.Add(new AsideCount(document, value, count));
                }
            }
        }

        Assert.Equal(aside, counts.Aside);
    }

    /// <summary>A tree of one literal reads the list.</summary>
    private static int AssertBest(IndexSearcher searcher, LiteralQuery literal, Random random, Bm25Weighting? weighting = null)
    {
        var ranked = 0;
        foreach (var count in (int[])[0, 1, 3, 10, 100, 101, 100_000])
        {
            int[] ranks = [.. Enumerable.Range(0, searcher.Reader.DocumentCount).OrderBy(_ => random.Next())];
            ranks[random.Next(ranks.Length)] = random.Next(2) == 0 ? -1 : ranks.Length;
            var expected = searcher.Search(new OrQuery([literal]), BlockFilter.All, [], ranks, count, weighting ?? Weighting, default);
            var (counts, best) = searcher.Search(literal, BlockFilter.All, [], ranks, count, weighting ?? Weighting, default);

            Assert.Equal(expected.Best, best);
            Assert.Equal(expected.Counts.MentionsByDocument, counts.MentionsByDocument);
            ranked += best.Count;
        }

        return ranked;
    }

    private static IndexReader Build(List<IndexDocument> documents, Random random, int maxSegmentLength)
    {
        var directory = new MemoryIndexDirectory();
        using (var writer = IndexWriter.Open(directory, Schema, new IndexWriterOptions { MaxSegmentLength = maxSegmentLength }))
        {
            documents.ForEach(writer.Add);
            writer.Commit(default);
            if (documents.Count > 2)
            {
                var gone = documents[random.Next(documents.Count)];
                writer.Delete(gone.Key);
                writer.Commit(default);
            }
        }

        Assert.Empty(IndexChecker.Check(directory, default).Findings);
        return IndexReader.Open(directory)!;
    }

    private static IndexDocument Empty(string key) => TestDocuments.One(key) with { Levels = [[], []], Columns = [[], []] };

    /// <summary>Large or small, with many records that score alike, with spans, and with blocks set aside.</summary>
    private static IndexDocument Document(string key, Random random)
    {
        var blocks = Enumerable.Range(0, random.Next(6) == 0 ? 4 : random.Next(40, 120))
            .Select(_ => new string([.. Enumerable.Range(0, random.Next(1, 5) * 10).Select(_ => Units[random.Next(Units.Length)])]))
                .ToArray();
        var like = TestDocuments.One(key, blocks);
        return like with
        {
            Levels = [[.. blocks.Select(_ => random.Next(6) == 0 ? -1 : random.Next(blocks.Length))], like.Levels[1]],
            Columns = [[.. blocks.Select(_ => (byte)random.Next(4))], [.. blocks.Select(_ => (byte)random.Next(40))]],
            Spans = [.. Enumerable.Range(0, blocks.Length)
                .Where(_ => random.Next(3) == 0)
                .Select(block => new ColumnSpan(block, random.Next(3), random.Next(1, 8), random.Next(2), (byte)random.Next(4)))],
        };
    }
}
