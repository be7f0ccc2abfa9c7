using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace PlanSearch.Benchmarks;

/// <summary>
/// Lucene.NET as it comes, bigrams with positions, over the paragraphs of a made corpus: the same operations and lines as the other
/// engines.
/// </summary>
/// <remarks>
/// A paragraph a document; its lines are those of <c>runner.py</c>, so that <c>compare.py</c> takes it as one engine more.
/// </remarks>
internal static class StockLucene
{
    private const string Text = "text";
    private const int Warm = 100, Measured = 300;

    private static readonly ImmutableArray<string> Columns = ["plan", "region", "level", "kind"];

    /// <summary>
    /// Indexes <c>paras.tsv</c> of a corpus into a folder, measures the queries of a file, and writes a line of JSON each.
    /// </summary>
    public static void Print(string corpus, string folder, string queries, TextWriter writer)
    {
        using var analyzer = new CJKAnalyzer(LuceneVersion.LUCENE_48);
        using var directory = FSDirectory.Open(folder);
        var watch = Stopwatch.StartNew();
        Index(directory, analyzer, Path.Combine(corpus, "paras.tsv"));
        var seconds = watch.Elapsed.TotalSeconds;
        Line(writer, new { what = "index", seconds, index_bytes = directory.ListAll().Sum(directory.FileLength) });
        using var reader = DirectoryReader.Open(directory);
        foreach (var query in File.ReadLines(queries).Where(line => line.Length > 0))
        {
            Measure(reader, query, analyzer, writer);
        }
    }

    private static void Index(FSDirectory directory, CJKAnalyzer analyzer, string paragraphs)
    {
        var options = new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer)
        {
            OpenMode = OpenMode.CREATE,
            RAMBufferSizeMB = 256,
            Similarity = new BM25Similarity(),
        };
        using var writer = new IndexWriter(directory, options);
        foreach (var cells in File.ReadLines(paragraphs).Select(line => line.Split('\t', Columns.Length + 1)))
        {
            var document = new Document { new TextField(Text, cells[Columns.Length], Field.Store.YES) };
            foreach (var (column, value) in Columns.Zip(cells))
            {
                document.Add(new NumericDocValuesField(column, long.Parse(value, CultureInfo.InvariantCulture)));
            }

            writer.AddDocument(document);
        }

        writer.Commit();
    }

    private static void Measure(DirectoryReader reader, string words, CJKAnalyzer analyzer, TextWriter writer)
    {
        var query = QueryOf(words, analyzer);
        var pages = new IndexSearcher(reader) { Similarity = new BM25Similarity() };
        var counts = new IndexSearcher(reader) { Similarity = new FrequencySimilarity() };
        Time("count", () => Collected(pages, query, new TotalHitCountCollector()).TotalHits);
        Time("top10", () => Page(pages, query, facets: null));
        Time("facets", () => Page(pages, query, new ValueCounts()));
        Time("mentions", () => Collected(counts, query, new FrequencySum()).Sum);

        void Time(string operation, Func<long> run)
        {
            long result = 0;
            for (var round = 0; round < Warm; round++)
            {
                result = run();
            }

            var times = new double[Measured];
            for (var round = 0; round < times.Length; round++)
            {
                var begun = Stopwatch.GetTimestamp();
                run();
                times[round] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            }

            Array.Sort(times);
            var (p50, p99) = (times[Measured / 2], times[Measured * 99 / 100]);
            Line(writer, new { what = "query", q = words, op = operation, p50, p99, result });
        }
    }

    private static T Collected<T>(IndexSearcher searcher, Query query, T collector)
        where T : ICollector
    {
        searcher.Search(query, collector);
        return collector;
    }

    private static long Page(IndexSearcher searcher, Query query, ValueCounts? facets)
    {
        var best = TopScoreDocCollector.Create(10, docsScoredInOrder: true);
        searcher.Search(query, facets is null ? best : MultiCollector.Wrap(best, facets));
        return best.GetTopDocs().ScoreDocs.Count(hit => searcher.Doc(hit.Doc).Get(Text, provider: null).Length > 0);
    }

    // All words of a query joined by "|", each a phrase of its bigrams.
    private static Query QueryOf(string words, CJKAnalyzer analyzer)
    {
        var phrases = words.Split('|').Select(word => PhraseOf(word, analyzer)).ToList();
        if (phrases is [var only])
        {
            return only;
        }

        var all = new BooleanQuery();
        foreach (var phrase in phrases)
        {
            all.Add(phrase, Occur.MUST);
        }

        return all;
    }

    private static PhraseQuery PhraseOf(string word, CJKAnalyzer analyzer)
    {
        var phrase = new PhraseQuery();
        using var tokens = analyzer.GetTokenStream(Text, word);
        var term = tokens.AddAttribute<ICharTermAttribute>();
        tokens.Reset();
        while (tokens.IncrementToken())
        {
            phrase.Add(new Term(Text, term.ToString()));
        }

        tokens.End();
        return phrase;
    }

    private static void Line(TextWriter writer, object line) => writer.WriteLine(JsonSerializer.Serialize(line));

    /// <summary>How often each value of three columns is hit.</summary>
    private sealed class ValueCounts : ICollector
    {
        private readonly Dictionary<long, int>[] _counts = [[], [], []];
        private NumericDocValues[] _values = [];

        public bool AcceptsDocsOutOfOrder => true;

        public void SetScorer(Scorer scorer)
        {
        }

        public void SetNextReader(AtomicReaderContext context) =>
            _values = [.. Columns.Skip(1).Select(context.AtomicReader.GetNumericDocValues)];

        public void Collect(int doc)
        {
            for (var column = 0; column < _values.Length; column++)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_counts[column], _values[column].Get(doc), out _)++;
            }
        }
    }

    /// <summary>The scores of a similarity that scores by frequency are mentions.</summary>
    private sealed class FrequencySum : ICollector
    {
        private Scorer _scorer = null!;

        public long Sum { get; private set; }

        public bool AcceptsDocsOutOfOrder => true;

        public void SetScorer(Scorer scorer) => _scorer = scorer;

        public void SetNextReader(AtomicReaderContext context)
        {
        }

        public void Collect(int doc) => Sum += (long)_scorer.GetScore();
    }

    /// <summary>A score is how often a phrase occurs.</summary>
    private sealed class FrequencySimilarity : Similarity
    {
        public override long ComputeNorm(FieldInvertState state) => 1;

        public override SimWeight ComputeWeight(
            float queryBoost, CollectionStatistics collectionStats, params TermStatistics[] termStats) => new Weight();

        public override SimScorer GetSimScorer(SimWeight weight, AtomicReaderContext context) => new Frequency();

        private sealed class Weight : SimWeight
        {
            public override float GetValueForNormalization() => 1;

            public override void Normalize(float queryNorm, float topLevelBoost)
            {
            }
        }

        private sealed class Frequency : SimScorer
        {
            public override float Score(int doc, float freq) => freq;

            public override float ComputeSlopFactor(int distance) => 1;

            public override float ComputePayloadFactor(int doc, int start, int end, BytesRef payload) => 1;
        }
    }
}
