using PlanSearch.Index.Indexing;
using PlanSearch.Index.Search;
using PlanSearch.Index.Search.Parts;
using PlanSearch.Index.Storage;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Tests.Search;

/// <summary>What a search allocates is settled before its loops begin: it does not grow with what it finds.</summary>
public sealed class AllocationTests
{
    private const int Documents = 400;

    [Theory]
    [InlineData("氢能", "产业")]
    [InlineData("氢能产业", "产业发展")]
    [InlineData("氢", "业")]
    public void Visit_ManyMentions_AllocatesAsForFew(string common, string rare) =>
        AssertSame(common, rare, word => new LiteralQuery(word), BlockFilter.All);

    [Fact]
    public void Visit_Union_AllocatesAsForFew() =>
        AssertSame("氢能", "产业", word => new OrQuery([new LiteralQuery(word), new LiteralQuery("缺")]), BlockFilter.All);

    // Its first character is in every mention of a word, so there are as many of both.
    [Fact]
    public void Visit_Conjunction_AllocatesAsForFew() =>
        AssertSame("氢能", "产业", word => new AndQuery([new LiteralQuery(word), new LiteralQuery(word[..1])], []), BlockFilter.All);

    [Fact]
    public void Visit_Filter_AllocatesAsForFew() =>
        AssertSame("氢能", "产业", word => new LiteralQuery(word), new BlockFilter([1, ulong.MaxValue]));

    private static void AssertSame(string common, string rare, Func<string, Query> queryOf, BlockFilter filter)
    {
        using var reader = Build(common, rare);
        var part = new SegmentPart(reader.Segments[0], 0, Documents);

        var (ofRare, few) = Least(part, queryOf(rare), filter);
        var (ofCommon, many) = Least(part, queryOf(common), filter);

        Assert.True(few is > 0 and < 20 && many > 20_000, $"{few} and {many} mentions");
        Assert.InRange(ofCommon - ofRare, -256, 256);
    }

    // The least of several: a buffer that the pool does not have yet is allocated once.
    private static (long Bytes, long Mentions) Least(SegmentPart part, Query wanted, BlockFilter filter)
    {
        var (least, mentions) = (long.MaxValue, 0L);
        for (var run = 0; run < 20; run++)
        {
            var visitor = new SumVisitor();
            var query = new PreparedQuery([part.View], wanted);
            var before = GC.GetAllocatedBytesForCurrentThread();
            part.Visit(query, filter, ref visitor, default);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            mentions = visitor.Mentions;
        }

        return (least, mentions);
    }

    private static IndexReader Build(string common, string rare)
    {
        var directory = new MemoryIndexDirectory();
        using (var writer = IndexWriter.Open(directory, TestDocuments.Schema, new IndexWriterOptions()))
        {
            for (var document = 0; document < Documents; document++)
            {
                var block = string.Concat(Enumerable.Repeat(common + "，", 60));
                writer.Add(TestDocuments.One($"d{document}", block, document % 40 == 0 ? block + "国" + rare + "部" : block));
            }

            writer.Commit(default);
        }

        return IndexReader.Open(directory)!;
    }

    private struct SumVisitor : IMentionVisitor
    {
        public long Mentions { get; private set; }

        public void Mention(in SegmentMention mention) => Mentions++;

        public readonly void Aside(int combination)
        {
        }

        public readonly void Begin(in VisitedDocument document)
        {
        }
    }
}
