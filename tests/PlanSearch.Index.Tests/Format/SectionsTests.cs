using PlanSearch.Index.Embedded;
using PlanSearch.Index.Format;
using PlanSearch.Index.Port;
using PlanSearch.Index.Segments;
using PlanSearch.Index.Storage;

namespace PlanSearch.Index.Tests.Format;

/// <summary>A reader passes over sections that it does not know, and says which one it lacks.</summary>
public sealed class SectionsTests
{
    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(7_000)]
    public void Open_SectionNobodyKnows_IsPassedOver(uint tag)
    {
        using var file = Open(writer =>
        {
            writer.Begin((SectionTag)tag);
            writer.Write([9, 9, 9]);
            writer.Begin(SectionTag.Kept);
            writer.Write([1, 2]);
        });

        Assert.Equal((byte[])[1, 2], file.Section(SectionTag.Kept).ToArray());
    }

    [Fact]
    public void Section_WholeFileLacksIt_IsNamedWithTheRemedy()
    {
        using var file = Open(writer => writer.Begin(SectionTag.Kept));

        var fault = Assert.Throws<IndexSectionException>(() => file.Section(SectionTag.Spreads).ToArray());

        Assert.Equal(nameof(SectionTag.Spreads), fault.Section);
        Assert.Contains("需重新入库", fault.Message, StringComparison.Ordinal);
        Assert.Contains("--rebuild", fault.Message, StringComparison.Ordinal);
        Assert.IsType<IndexVersionException>(EngineFaults.Translate(fault));
    }

    [Fact]
    public void Open_SegmentWithoutASection_IsRefusedAsOfAnotherVersion() =>
        Assert.Throws<IndexSectionException>(() => SegmentReader.Open(Open(writer => writer.Begin(SectionTag.Keys)), TestDocuments.Schema));

    private static IndexFileReader Open(Action<IndexFileWriter> write)
    {
        using var stream = new MemoryStream();
        var writer = new IndexFileWriter(stream, IndexFileKind.Segment, 1);
        write(writer);
        writer.Finish();
        return IndexFileReader.Open(new MemoryIndexFile(stream.ToArray()), "made", IndexFileKind.Segment);
    }
}
