using System.Globalization;
using System.Text.RegularExpressions;
using PlanSearch.Index.Format;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Tests.Format;

/// <summary>The worked examples of FORMAT.md.</summary>
public sealed partial class FormatExamplesTests
{
    [Fact]
    public void Header_OfSegmentSeven_IsAsDocumented()
    {
        using var stream = new MemoryStream();
        new IndexFileWriter(stream, IndexFileKind.Segment, 7).Finish();
        AssertDocumented(stream.ToArray().AsSpan(0, IndexFileWriter.HeaderLength));
    }

    [Fact]
    public void Sections_OfTheTables_AreThoseOfTheProgram()
    {
        var documented = SectionRow().Matches(Document())
            .Select(row => (int.Parse(row.Groups["tag"].Value, CultureInfo.InvariantCulture), row.Groups["name"].Value))
            .Order();

        Assert.Equal(Enum.GetValues<SectionTag>().Select(tag => ((int)tag, tag.ToString())).Order(), documented);
    }

    [Fact]
    public void Varint_OfThreeHundred_IsAsDocumented()
    {
        var bytes = new List<byte>();
        Varint.Write(bytes, 300);
        AssertDocumented(bytes.ToArray());
    }

    [Fact]
    public void PackedArray_OfThreeNumbers_IsAsDocumented()
    {
        using var stream = new MemoryStream();
        var file = new IndexFileWriter(stream, IndexFileKind.Segment, 1);
        file.Begin(SectionTag.Text);
        PackedArray.Write(file, [1, 2, 3], 4);
        Assert.Equal(
            [0x321UL, 0UL], System.Runtime.InteropServices.MemoryMarshal.Cast<byte, ulong>(stream.ToArray().AsSpan(16, 16)).ToArray());
        Assert.Contains("`0x321`, `0`", Document(), StringComparison.Ordinal);
    }

    [Fact]
    public void Spans_OfTwo_AreAsDocumented()
    {
        using var stream = new MemoryStream();
        var spans = new SpanTable();
        spans.Add(new SpanTable.TextSpan(10, 14, 3, 2));
        spans.Add(new SpanTable.TextSpan(20, 21, 3, 2));
        spans.Write(new IndexFileWriter(stream, IndexFileKind.Segment, 1));
        AssertDocumented(stream.ToArray().AsSpan(IndexFileWriter.HeaderLength));
    }

    [Fact]
    public void Kept_SecondAndThirdOfFive_AreAsDocumented()
    {
        using var stream = new MemoryStream();
        KeptDocuments.Write(new IndexFileWriter(stream, IndexFileKind.Segment, 1), [null, "a", "a", null, null]);
        AssertDocumented(stream.ToArray().AsSpan(IndexFileWriter.HeaderLength));
    }

    [Fact]
    public void Spread_OfTwoDocuments_IsAsDocumented()
    {
        var writer = new SpreadWriter();
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
        var (sums, columns) = writer.Take();
        AssertDocumented(sums);
        AssertDocumented(columns);
    }

    [Fact]
    public void Postings_OfThreeOffsets_AreAsDocumented() =>
        AssertDocumented(new PostingsWriter().Encode([3, 5, 300], new PostingsStatistics(0, 3, 2, 1), doubled: false));

    [Fact]
    public void Version_WithItsFold_HasARowInTheHistory()
    {
        Assert.Contains($"\n| {IndexFileWriter.FormatVersion} | {Fold.Version} | ", Document(), StringComparison.Ordinal);
        Assert.DoesNotContain($"\n| {IndexFileWriter.FormatVersion + 1} | {Fold.Version}", Document(), StringComparison.Ordinal);
    }

    private static void AssertDocumented(ReadOnlySpan<byte> bytes) =>
        Assert.Contains(
            $"`{Convert.ToHexString(bytes).Chunk(2).Aggregate("", (text, pair) => $"{text} {new string(pair)}").TrimStart()}`",
            Document(),
            StringComparison.Ordinal);

    private static string Document() =>
        File.ReadAllText(Path.Combine(PlanSearch.TestSupport.Repository.Root, "src", "PlanSearch.Index", "FORMAT.md"));

    [GeneratedRegex(@"^\| (?<tag>\d+) \| (?<name>[A-Z]\w+) \|", RegexOptions.Multiline)]
    private static partial Regex SectionRow();
}
