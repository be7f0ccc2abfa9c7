using BenchmarkDotNet.Attributes;
using PlanSearch.Corpus.Words;
using PlanSearch.Index.Embedded;
using PlanSearch.Queries.Words;
using PlanSearch.TestSupport;

namespace PlanSearch.Benchmarks;

/// <summary>What it costs to cut a query into words, once everything is loaded.</summary>
[MemoryDiagnoser]
public class WordBenchmarks
{
    private WordCutter _cutter = null!;
    private WordCutter _alone = null!;

    [Params("氢能", "如何支持中小企业数字化转型的资金", "深化放管服改革优化营商环境推进数字经济核心产业集群高质量发展的若干政策措施")]
    public string Query { get; set; } = "";

    [GlobalSetup]
    public void Load()
    {
        var dictionary = new EmbeddedWordDictionary();
        _alone = new WordCutter(dictionary);
        _cutter = new LexiconWords(Lexicon.Load(Repository.ReferenceData), dictionary).Cutter;
    }

    [Benchmark(Baseline = true)]
    public int DictionaryAlone() => _alone.CutLoosely(Query).Length;

    [Benchmark]
    public int WithLexicon() => _cutter.Cut(Query).Length;
}
