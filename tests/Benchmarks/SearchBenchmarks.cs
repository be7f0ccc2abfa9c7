using BenchmarkDotNet.Attributes;
using PlanSearch.Index;
using PlanSearch.Index.Indexing;
using PlanSearch.Index.Search;
using PlanSearch.Index.Storage;
using PlanSearch.Plans.Text;

namespace PlanSearch.Benchmarks;

/// <summary>Queries over invented text of two million code units: by the lists, and by reading the text.</summary>
[MemoryDiagnoser]
public class SearchBenchmarks
{
    private const string Units =
        "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严";

    private IndexSearcher _searcher = null!;
    private List<string> _blocks = [];

    /// <summary>A rare word, a topic word, a common one.</summary>
    [Params("氢能", "发展", "高质量发展")]
    public string Word { get; set; } = "";

    [GlobalSetup]
    public void Build()
    {
        var random = new Random(5);
        var directory = new MemoryIndexDirectory();
        using (var writer = IndexWriter.Open(directory, new IndexSchema(["record"], ["kind"]), new IndexWriterOptions()))
        {
            for (var document = 0; document < 100; document++)
            {
                List<string> blocks = [.. Enumerable.Range(0, 200).Select(_ => Text(random))];
                _blocks.AddRange(blocks);
                writer.Add(new IndexDocument
                {
                    Key = $"d{document}",
                    Blocks = blocks,
                    Levels = [[.. Enumerable.Range(0, blocks.Count).Select(block => block / 5)]],
                    Columns = [new byte[blocks.Count]],
                    Stored = default,
                });
            }

            writer.Commit(default);
        }

        _searcher = new IndexSearcher(IndexReader.Open(directory)!);
    }

    /// <summary>Every block read from end to end.</summary>
    [Benchmark(Baseline = true)]
    public int Scan()
    {
        var found = 0;
        foreach (var block in _blocks)
        {
            for (var at = block.IndexOf(Word, StringComparison.Ordinal); at
                >= 0; at = block.IndexOf(Word, at + Word.Length, StringComparison.Ordinal))
            {
                found++;
            }
        }

        return found;
    }

    /// <summary>Mentions and records of every document.</summary>
    [Benchmark]
    public int Count() => _searcher.Count(new LiteralQuery(Word), BlockFilter.All, [], default).MentionsByDocument.Sum();

    /// <summary>The totals alone.</summary>
    [Benchmark]
    public long Totals() => _searcher.Totals(new LiteralQuery(Word), default).Mentions;

    private static string Text(Random random)
    {
        var text = new System.Text.StringBuilder();
        while (text.Length < 100)
        {
            text.Append(
                random.Next(40) switch
                {
                    0 => "发展",
                    1 => "高质量发展",
                    2 when random.Next(20)
                    == 0 => "氢能",
                    _ => Units[random.Next(Units.Length)].ToString()
                });
        }

        return text.ToString();
    }
}
