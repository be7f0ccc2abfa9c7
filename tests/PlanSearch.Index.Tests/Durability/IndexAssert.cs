using PlanSearch.Index.Checking;
using PlanSearch.Index.Search;
using PlanSearch.Index.Storage;

namespace PlanSearch.Index.Tests.Durability;

/// <summary>Whether an index holds exactly some documents.</summary>
internal static class IndexAssert
{
    /// <summary>The newest generation holds these documents, field by field, and the checker finds nothing in any generation.</summary>
    public static void Holds(IndexDirectory directory, IReadOnlyDictionary<string, IndexDocument> model)
    {
        Assert.Empty(IndexChecker.Check(directory, default).Findings);
        using var reader = IndexReader.Open(directory)!;
        Holds(reader, model);
    }

    /// <summary>The generation holds these documents, field by field.</summary>
    public static void Holds(IndexReader reader, IReadOnlyDictionary<string, IndexDocument> model)
    {
        Assert.Equal(model.Count, reader.DocumentCount);
        foreach (var (key, document) in model)
        {
            var number = reader.Find(key);
            Assert.Equal(key, reader.Key(number));
            Assert.Equal(document.Stored.ToArray(), reader.Stored(number));
            Assert.Equal(document.Blocks, Enumerable.Range(0, reader.BlockCount(number)).Select(block => reader.ReadBlock(number, block)));
            var (view, local) = reader.Locate(number);
            Assert.Equal(document.Spans, view.Segment.ReadDocument(local).Spans);
            for (var block = 0; block < document.Blocks.Count; block++)
            {
                Assert.Equal(
                    document.Levels.Select(level => level[block]),
                    Enumerable.Range(0, 2).Select(level => reader.Level(number, block, level)));
                Assert.Equal(
                    document.Columns.Select(column => column[block]),
                    Enumerable.Range(0, 2).Select(column => reader.Column(number, block, column)));
            }
        }
    }
}
