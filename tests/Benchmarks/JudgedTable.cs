using System.Collections.Immutable;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Analysis.Cn.Smart;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using PlanSearch.Answers.Measuring;
using PlanSearch.Answers.Texts;
using PlanSearch.Corpus;
using PlanSearch.Corpus.Generations;
using PlanSearch.TestSupport;
using Directory = System.IO.Directory;

namespace PlanSearch.Benchmarks;

/// <summary>
/// Judged questions answered by plain words, by the same with a part left out, and by Lucene as it comes, over the same sections.
/// </summary>
internal static class JudgedTable
{
    private static readonly ImmutableArray<string> Kinds = ["short", "natural", "everyday", "placed", "misspelt"];

    /// <summary>Files of the reference data, each left out by itself.</summary>
    private static readonly ImmutableArray<(string Name, string File)> Parts =
        [("without paraphrases", "paraphrases.yaml"), ("without topics", "topics.yaml"), ("without spelling", "hanzi.csv"), ("without the "
            + "lexicon", "lexicon.txt")];

    public static void Print(TextWriter writer)
    {
        using var folder = new IngestFolder();
        ImmutableArray<string> roots = [Repository.SamplePlans, Repository.SharedPlans, Path.Combine(Repository.SharedFolder, "elsewhere")];
        folder.Run([.. roots.Where(Directory.Exists)]);
        writer.WriteLine($"| answers | half | nDCG@10 | recall@20 | MRR | {string.Join(" | ", Kinds.Select(kind => $"{kind} nDCG"))} |");
        writer.WriteLine($"| --- | --- | --- | --- | --- |{string.Concat(Kinds.Select(_ => " --- |"))}");
        foreach (var half in new[] { "tuned", "held" })
        {
            var questions = JudgedQuestion.Load(Path.Combine(Repository.Root, "tests", "Benchmarks", "judged", half + ".jsonl"));
            PrintHalf(folder.Options, half, questions, writer);
        }
    }

    private static void PrintHalf(CorpusOptions options, string half, ImmutableArray<JudgedQuestion> questions, TextWriter writer)
    {
        Row("plain words", Ours(options, questions));
        foreach (var (name, file) in Parts)
        {
            using var references = new TemporaryFolder();
            foreach (var path in Directory.EnumerateFiles(Repository.ReferenceData).Where(path => Path.GetFileName(path) != file))
            {
                File.Copy(path, Path.Combine(references.Path, Path.GetFileName(path)));
            }

            Row(name, Ours(options with { ReferenceDirectory = references.Path }, questions));
        }

        using var collection = PlanCollection.Open(options);
        using var reader = collection.Read();
        Row("Lucene, bigrams, BM25", Stock(reader, questions, new CJKAnalyzer(LuceneVersion.LUCENE_48)));
        Row("Lucene, SmartCn, BM25", Stock(reader, questions, new SmartChineseAnalyzer(LuceneVersion.LUCENE_48)));

        void Row(string name, IReadOnlyCollection<JudgedScore> scores) => writer.WriteLine(
            $"| {name} | {half} | {scores.Average(score => score.Ndcg):0.000} | {scores.Average(score => score.Recall):0.000} | {scores.Average(score => score.ReciprocalRank):0.000} | "
            + string.Join(
                " | ",
                Kinds.Select(kind => $"{scores.Where(score => score.Question.Kind == kind).Average(score => score.Ndcg):0.000}")) + " |");
    }

    private static List<JudgedScore> Ours(CorpusOptions options, ImmutableArray<JudgedQuestion> questions)
    {
        using var collection = PlanCollection.Open(options);
        using var reader = collection.Read();
        var judge = new QuestionJudge(reader);
        return [.. questions.Select(question => judge.Judge(question, CancellationToken.None).Value!)];
    }

    // A document a section, with the texts of its blocks; a question is any of its terms.
    private static List<JudgedScore> Stock(CollectionReader reader, ImmutableArray<JudgedQuestion> questions, Analyzer analyzer)
    {
        var judge = new QuestionJudge(reader);
        using var directory = new RAMDirectory();
        using (var writer = new IndexWriter(
            directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { Similarity = new BM25Similarity() }))
        {
            foreach (var (name, text) in SectionsOf(reader))
            {
                writer.AddDocument(
                    new Document { new StringField("name", name, Field.Store.YES), new TextField("text", text, Field.Store.NO) });
            }
        }

        using var index = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(index) { Similarity = new BM25Similarity() };
        return
        [
            .. questions.Select(question => JudgedScore.Of(
                question,
                judge.SectionsOf,
                [.. searcher.Search(QueryOf(question.Q, analyzer), JudgedScore.MostForRecall).ScoreDocs.Select(
                    hit => index.Document(hit.Doc).Get("name", provider: null))])),
        ];
    }

    private static IEnumerable<(string Name, string Text)> SectionsOf(CollectionReader reader)
    {
        foreach (var entry in reader.View.InOrder)
        {
            var plan = new PlanText(reader.View.Snapshot, entry);
            var blocks = Enumerable.Range(0, plan.Plan.Blocks.Length).Where(block => plan.Plan.Blocks[block].Record >= 0);
            foreach (var section in blocks.GroupBy(block => plan.Plan.Blocks[block].Record))
            {
                yield return (QuestionJudge.NameOf(entry.Summary.Id, section.Key), string.Join('\n', section.Select(plan.BlockText)));
            }
        }
    }

    private static BooleanQuery QueryOf(string question, Analyzer analyzer)
    {
        var query = new BooleanQuery();
        using var tokens = analyzer.GetTokenStream("text", question);
        var term = tokens.AddAttribute<ICharTermAttribute>();
        tokens.Reset();
        while (tokens.IncrementToken())
        {
            query.Add(new TermQuery(new Term("text", term.ToString())), Occur.SHOULD);
        }

        tokens.End();
        return query;
    }
}
