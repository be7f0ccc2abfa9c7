using PlanSearch.Index.Indexing;
using PlanSearch.Index.Search;
using PlanSearch.Index.Storage;
using PlanSearch.Plans.Text;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Index.Tests.Search;

public sealed class IndexSearcherTests(ITestOutputHelper output)
{
    [Fact]
    public void Mentions_RandomQueriesAndFilters_EqualTheScan()
    {
        var seed = Seed.Take(output.WriteLine);
        var random = new Random(seed);
        var (cases, found) = (0, 0L);
        for (var round = 0; round < 40; round++)
        {
            var documents = Enumerable.Range(0, random.Next(1, 9)).Select(i => TestDocuments.Random($"d{i}", random)).ToList();
            using var reader = Build(documents, random.Next(40, 2000));
            var oracle = new ScanOracle(
                [.. Enumerable.Range(0, reader.DocumentCount).Select(n => documents.Single(d => d.Key == reader.Key(n)))]);
            // Half of them in parts, as many as there are documents or fewer, side by side.
            var searcher = new IndexSearcher(reader, new PartLimits(random.Next(1, 4000), random.Next(2) == 0 ? 0 : int.MaxValue));
            for (var i = 0; i < 60; i++)
            {
                var query = RandomTextQueries.Of(documents, random, depth: 2);
                var filter = Filter(random);
                found += AssertSame(searcher, oracle, query, filter, output);
                cases++;
            }
        }

        output.WriteLine($"{cases} queries, {found} mentions");
        Assert.True(cases > 1000 && found > 5_000);
    }

    // As questions ask: some thirty words, many of them within others, over documents of which some are deleted.
    [Fact]
    public void Mentions_AnyOfManyWords_EqualTheScan()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        var found = 0L;
        for (var round = 0; round < 20; round++)
        {
            var documents = Enumerable.Range(0, random.Next(3, 12)).Select(i => TestDocuments.Random($"d{i}", random)).ToList();
            using var reader = Build(documents, random.Next(40, 4000), deleted: ["d0", "d2"]);
            var oracle = new ScanOracle(
                [.. Enumerable.Range(0, reader.DocumentCount).Select(n => documents.Single(d => d.Key == reader.Key(n)))]);
            var searcher = new IndexSearcher(reader, new PartLimits(random.Next(1, 4000), random.Next(2) == 0 ? 0 : int.MaxValue));
            for (var i = 0; i < 10; i++)
            {
                found += AssertSame(
                    searcher, oracle, RandomTextQueries.Choice(documents, random, random.Next(1, 33)), Filter(random), output);
            }
        }

        Assert.True(found > 5_000, $"{found} mentions");
    }

    // A question's words are counted from their lists, and with a column by walking every occurrence: both must say the same, to the
    // last bit.
    [Fact]
    public void Search_AnyOfManyWords_IsByListsAsByWalking()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        var (mentions, dropped) = (0L, 0L);
        for (var round = 0; round < 40; round++)
        {
            var documents = Enumerable.Range(0, random.Next(3, 12)).Select(i => TestDocuments.Random($"d{i}", random)).ToList();
            using var reader = Build(documents, random.Next(40, 4000), deleted: ["d0", "d2"]);
            var weighting = new Bm25Weighting(
                random.Next(2), [.. Enumerable.Range(0, IndexSchema.MaxColumnValues).Select(_ => random.Next(1, 9) / 2.0)]);
            var searcher = new IndexSearcher(
                reader, new PartLimits(random.Next(1, 4000), random.Next(2) == 0 ? 0 : int.MaxValue), weighting);
            int[] ranks = [.. Enumerable.Range(0, reader.DocumentCount).Select(number => random.Next(4) == 0 ? -1 : number)];
            for (var i = 0; i < 10; i++)
            {
                var query = new OrQuery(
                    [.. RandomTextQueries.Choice(documents, random, random.Next(2, 33)).Literals
                        .Select(literal => literal with { IsExact = false })
                        .Append(new LiteralQuery("部"))
                        .Append(new LiteralQuery("部业"))
                        .Distinct()]);
                weighting = weighting with { ByLiteral = [.. query.Literals.Select(_ => random.NextDouble() + 0.1)] };
                var most = random.Next(1, 40);

                var (listed, best) = searcher.Search(query, BlockFilter.All, [], ranks, most, weighting, default);
                var (walked, expected) = searcher.Search(query, BlockFilter.All, [0], ranks, most, weighting, default);

                Assert.Equal(expected, best);
                Assert.Equal(walked.MentionsByDocument, listed.MentionsByDocument);
                Assert.Equal(walked.RecordsByDocument, listed.RecordsByDocument);
                Assert.Equal(walked.LongerRunsByDocument, listed.LongerRunsByDocument);
                Assert.Equal(string.Join(" ", walked.Aside), string.Join(" ", listed.Aside));
                mentions += listed.MentionsByDocument.Sum();
                dropped += query.Literals.Sum(literal => searcher.Totals(literal, default).Mentions) - listed.MentionsByDocument.Sum();
            }
        }

        Assert.True(mentions > 5_000 && dropped > 1_000, $"{mentions} mentions, {dropped} that overlap others");
    }

    [Theory]
    [InlineData("氢")]
    [InlineData("氢能")]
    [InlineData("部部")]
    [InlineData("缺")]
    [InlineData("，")]
    public void Totals_LongLists_AreWhatCountingGives(string literal)
    {
        var random = new Random(11);
        var documents = Enumerable.Range(0, 200).Select(i => TestDocuments.Random($"d{i}", random, maxBlocks: 60)).ToList();
        using var reader = Build(documents, 10_000_000);
        var searcher = new IndexSearcher(reader);
        var counts = searcher.Count(new LiteralQuery(literal), BlockFilter.All, [], default);
        var expected = new QueryTotals(
            counts.MentionsByDocument.Sum(), counts.RecordsByDocument.Sum(), counts.MentionsByDocument.Count(mentions => mentions > 0));
        Assert.Equal(expected, searcher.Totals(new LiteralQuery(literal), default));
        Assert.Equal(literal is "氢" or "氢能" or "部部", DictionaryTotals.Of(reader, new LiteralQuery(literal)) is { Mentions: > 100 });
    }

    [Fact]
    public void Search_InParts_CountsAndRanksAsInOne()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        var documents = Enumerable.Range(0, 60).Select(i => TestDocuments.Random($"d{i}", random)).ToList();
        using var reader = Build(documents, 5000);
        var weights = new Bm25Weighting(0, [.. Enumerable.Range(1, 64).Select(value => (double)value)]);
        int[] ranks = [.. Enumerable.Range(0, reader.DocumentCount)
            .Select(document => random.Next(5) == 0 ? -1 : reader.DocumentCount - document)];
        var (inOne, inParts) = (new IndexSearcher(
            reader, new PartLimits(int.MaxValue, int.MaxValue)), new IndexSearcher(reader, new PartLimits(300, 0)));
        var records = 0;
        for (var i = 0; i < 200; i++)
        {
            var query = RandomTextQueries.Of(documents, random, depth: 1);
            var filter = Filter(random);
            var wanted = random.Next(1, 150);
            var (counts, best) = inOne.Search(query, filter, [0, 1], ranks, wanted, weights, default);
            var (countsOfParts, bestOfParts) = inParts.Search(query, filter, [0, 1], ranks, wanted, weights, default);
            Assert.Equal(best, bestOfParts);
            Assert.Equal(counts.MentionsByDocument, countsOfParts.MentionsByDocument);
            Assert.Equal(counts.RecordsByDocument, countsOfParts.RecordsByDocument);
            Assert.Equal<AsideCount>(counts.Aside, countsOfParts.Aside);
            records += best.Count;
        }

        Assert.True(records > 1000);
    }

    [Fact]
    public void Mentions_LastUnitOfBlock_IsFound()
    {
        using var reader = Build([TestDocuments.One("a", "发展氢", "能源")], 1000);
        Assert.Equal([new DocumentMention(0, 0, 2, 1, 0)], List(reader, new LiteralQuery("氢")));
        Assert.Empty(List(reader, new LiteralQuery("氢能")));
    }

    [Fact]
    public void Mentions_AcrossSeparator_AreNotFound()
    {
        using var reader = Build([TestDocuments.One("a", $"指标{Fold.Separator}属性")], 1000);
        Assert.Empty(List(reader, new LiteralQuery("标属")));
        Assert.Single(List(reader, new LiteralQuery("属性")));
    }

    [Theory]
    [InlineData("5G", "15G 5G，5G+", 2)]
    [InlineData("2025", "12025、2025年、２０２５", 2)]
    [InlineData("PM2.5", "PM₂.₅与pm2.5", 2)]
    [InlineData("國", "国國", 2)]
    [InlineData("著", "著着", 1)]
    [InlineData("部部", "部部部", 1)]
    public void Mentions_DefaultMode_FoldsAndMatchesWholeRuns(string literal, string block, int expected)
    {
        using var reader = Build([TestDocuments.One("a", block)], 1000);
        Assert.Equal(expected, List(reader, new LiteralQuery(literal)).Count);
    }

    [Theory]
    [InlineData("5G", "15G 5G５Ｇ", 2)]
    [InlineData("國", "国國", 1)]
    public void Mentions_ExactMode_ComparesUnits(string literal, string block, int expected)
    {
        using var reader = Build([TestDocuments.One("a", block)], 1000);
        Assert.Equal(expected, List(reader, new LiteralQuery(literal) { IsExact = true }).Count);
    }

    // A filter keeps mentions, it makes none: of 部部部 the first two are the mention, and the span holds the last two.
    [Fact]
    public void Mentions_SpanThatBeginsWithinARun_AreThoseTheFilterLeaves()
    {
        using var reader = Build([TestDocuments.One("a", "国部部部") with { Spans = [new ColumnSpan(0, 2, 2, 0, 1)] }], 1000);
        var searcher = new IndexSearcher(reader);
        var literal = new LiteralQuery("部部");
        (int Allowed, int[] Starts)[] cases = [(3, [1]), (1, [1]), (2, [])];

        foreach (var (allowed, starts) in cases)
        {
            foreach (var query in (Query[])[literal, new OrQuery([literal, new LiteralQuery("缺")])])
            {
                var mentions = searcher.MentionsIn(query, new BlockFilter([(ulong)allowed, ulong.MaxValue]), 0);
                Assert.Equal(starts, mentions.Select(mention => mention.Start));
            }
        }
    }

    [Fact]
    public void Top_ManyRecords_BestFirstAndStable()
    {
        using var reader = Build(
            [TestDocuments.One("a", "氢能与其他", "氢能氢能与", "产业"), TestDocuments.One("b", "氢能与其他", "氢能与其他")], 1000);
        var weights = new Bm25Weighting(0, [.. Enumerable.Repeat(1.0, IndexSchema.MaxColumnValues)]);
        var top = new IndexSearcher(reader).Search(new LiteralQuery("氢能"), BlockFilter.All, [], [0, 1], 10, weights, default).Best;
        Assert.Equal([(0, 1), (0, 0), (1, 0), (1, 1)], top.Select(record => (record.Document, record.Record)));
        Assert.Equal(
            top.Take(2), new IndexSearcher(reader).Search(new LiteralQuery("氢能"), BlockFilter.All, [], [0, 1], 2, weights, default).Best);
    }

    private static List<DocumentMention> List(IndexReader reader, Query query) =>
        new IndexSearcher(reader).MentionsIn(query, BlockFilter.All, 0);

    private static long AssertSame(IndexSearcher searcher, ScanOracle oracle, Query query, BlockFilter filter, ITestOutputHelper output)
    {
        var counts = searcher.Count(query, filter, [], default);
        var withColumns = searcher.Count(query, filter, [0, 1], default);
        if (filter.IsAll)
        {
            var documents = counts.MentionsByDocument.Count(mentions => mentions > 0);
            var totals = new QueryTotals(counts.MentionsByDocument.Sum(), counts.RecordsByDocument.Sum(), documents);
            Assert.Equal(totals, searcher.Totals(query, default));
        }

        Assert.Equal(counts.MentionsByDocument, withColumns.MentionsByDocument);
        Assert.Equal(counts.RecordsByDocument, withColumns.RecordsByDocument);
        Assert.Equal<AsideCount>(counts.Aside, withColumns.Aside);
        var everywhere = new List<DocumentMention>();
        searcher.Mentions(query, filter, found => everywhere.AddRange(found), default);
        Assert.Equal(
            Enumerable.Range(0, searcher.Reader.DocumentCount).SelectMany(document => oracle.Mentions(query, filter, document)),
            everywhere);
        long total = 0;
        for (var document = 0; document < searcher.Reader.DocumentCount; document++)
        {
            var expected = oracle.Mentions(query, filter, document);
            var actual = searcher.MentionsIn(query, filter, document);
            if (!expected.SequenceEqual(actual))
            {
                output.WriteLine($"query {query}, document {document}");
            }

            Assert.Equal(expected, actual);
            Assert.Equal(expected.Count, counts.MentionsByDocument[document]);
            Assert.Equal(
                expected.Select(m => searcher.Reader.Level(document, m.Block, 0)).Distinct().Count(), counts.RecordsByDocument[document]);
            Assert.Equal(oracle.LongerRuns(query, document), counts.LongerRunsByDocument[document]);
            for (var value = 0; value < IndexSchema.MaxColumnValues; value++)
            {
                for (var column = 0; column < 2; column++)
                {
                    var there = expected.Where(m => ScanOracle.Value(oracle.Document(document), m, column) == value).ToList();
                    Assert.Equal(there.Count, withColumns.ByColumn[column].MentionsOf(document, value));
                    Assert.Equal(
                        there.Select(m => searcher.Reader.Level(document, m.Block, 0)).Distinct().Count(),
                        withColumns.ByColumn[column].RecordsOf(document, value));
                }

                var aside = counts.Aside.Where(count => count.Document == document && count.Value == value).Sum(count => count.Count);
                Assert.Equal(value < 4 ? oracle.Aside(query, document, value) : 0, aside);
            }

            total += expected.Count;
        }

        return total;
    }

    private static BlockFilter Filter(Random random) => random.Next(3) switch
    {
        0 => new BlockFilter([(ulong)random.Next(1, 16), ulong.MaxValue]),
        1 => new BlockFilter([ulong.MaxValue, (ulong)random.NextInt64()]),
        _ => BlockFilter.All,
    };

    private static IndexReader Build(IEnumerable<IndexDocument> documents, int maxSegmentLength, params IEnumerable<string> deleted)
    {
        var directory = new MemoryIndexDirectory();
        using (var writer = IndexWriter.Open(
            directory, TestDocuments.Schema, new IndexWriterOptions { MaxSegmentLength = maxSegmentLength }))
        {
            foreach (var document in documents)
            {
                writer.Add(document);
            }

            writer.Commit(default);
            foreach (var key in deleted)
            {
                Assert.True(writer.Delete(key));
                writer.Commit(default);
            }
        }

        return IndexReader.Open(directory)!;
    }
}
