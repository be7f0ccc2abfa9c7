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
    public void Visit_ManyMentions_AllocatesAsForFew(string common, string rare)
    {
        using var reader = Build(common, rare);
        var part = new SegmentPart(reader.Segments[0], 0, Documents);

        var (ofRare, few) = Least(part, rare);
        var (ofCommon, many) = Least(part, common);

        Assert.True(few is > 0 and < 20 && many > 20_000, $"{few} and {many} mentions");
        Assert.InRange(ofCommon - ofRare, -256, 256);
    }

    // The least of several: a buffer that the pool does not have yet is allocated once.
    private static (long Bytes, long Mentions) Least(SegmentPart part, string word)
    {
        var (least, mentions) = (long.MaxValue, 0L);
        for (var run = 0; run < 20; run++)
        {
            var visitor = new SumVisitor();
            var query = new PreparedQuery([part.View], new LiteralQuery(word));
            var before = GC.GetAllocatedBytesForCurrentThread();
            part.Visit(query, BlockFilter.All, ref visitor, default);
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
