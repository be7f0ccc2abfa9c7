using PlanSearch.Index.Format;
using PlanSearch.Index.Storage;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Index.Tests.Format;

/// <summary>
/// Sections under a right checksum whose contents are odd: each is read as it is or refused, and none is read without end.
/// </summary>
public sealed class SpreadTableTests(ITestOutputHelper output)
{
    private const int Documents = 3;

    private static readonly Bm25Weighting Weighting = new(0, [.. Enumerable.Repeat(1.0, IndexSchema.MaxColumnValues)]);

    [Fact]
    public void Open_Whole_GivesBackWhatWasWritten()
    {
        using var file = Open(Section());
        var table = new SpreadTable(file, Documents, columns: 1);

        Assert.Equal([7, 300], table.Lists);
        Assert.True(table.IsWeightedBy(Weighting with { K1 = 3 }));
        var sums = table.Sums(300);
        sums.Next();
        sums.Next();
        Assert.True(sums.NextAside(out var value, out var count));
        Assert.Equal((5, 1), (value, count));
        Assert.True(sums.NextPair(out var frequency, out var length));
        Assert.Equal((4f, 90), (frequency, length));
    }

    [Fact]
    public void Open_CutAnywhere_IsDamaged()
    {
        var section = Section();
        for (var length = 0; length < section.Length; length++)
        {
            using var file = Open(section[..length]);
            Assert.Throws<CorruptIndexException>(() => new SpreadTable(file, Documents, columns: 1));
        }
    }

    [Fact]
    public void Open_ForOtherDocumentsOrColumns_IsDamaged()
    {
        using var file = Open(Section());
        Assert.Throws<CorruptIndexException>(() => new SpreadTable(file, Documents + 1, columns: 1));
        Assert.Throws<CorruptIndexException>(() => new SpreadTable(file, Documents - 1, columns: 1));
        Assert.Throws<CorruptIndexException>(() => new SpreadTable(file, Documents, columns: 2));
    }

    [Fact]
    public void Open_BytesChanged_IsReadOrRefused()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        var (read, refused) = (0, 0);
        for (var round = 0; round < 5_000; round++)
        {
            var section = Section();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                section[random.Next(section.Length)] = (byte)random.Next(256);
            }

            using var file = Open(section);
            try
            {
                _ = new SpreadTable(file, Documents, columns: 1);
                read++;
            }
            catch (CorruptIndexException)
            {
                refused++;
            }
        }

        output.WriteLine($"{read} read, {refused} refused");
        Assert.True(read > 100 && refused > 100);
    }

    private static byte[] Section()
    {
        using var stream = new MemoryStream();
        var file = new IndexFileWriter(stream, IndexFileKind.Segment, 1);
        SpreadWriter.Write(file, Weighting, [(7, Spread()), (300, Spread())]);
        return stream.ToArray()[IndexFileWriter.HeaderLength..];
    }

    private static SpreadWriter.Encoded Spread()
    {
        var writer = new SpreadWriter();
        writer.Add(new DocumentSpread { Mentions = 300, Records = 200, Frontier = { (9, 400) }, Columns = [[(0, 300, 200)]] });
        writer.Add(
            new DocumentSpread
            {
                Mentions = 3,
                Records = 2,
                Aside = { (5, 1) },
                Frontier = { (4, 90), (1, 60) },
                Columns = [[(0, 1, 1), (2, 2, 2)]]
            });
        writer.Add(new DocumentSpread { Columns = [[]] });
        return writer.Take();
    }

    private static IndexFileReader Open(byte[] section)
    {
        var directory = new MemoryIndexDirectory();
        directory.Publish("segment-1", stream =>
        {
            var file = new IndexFileWriter(stream, IndexFileKind.Segment, 1);
            file.Begin(SectionTag.Spreads);
            file.Write(section);
            file.Finish();
        });
        return IndexFileReader.Open(directory, "segment-1", IndexFileKind.Segment, verify: true);
    }
}
