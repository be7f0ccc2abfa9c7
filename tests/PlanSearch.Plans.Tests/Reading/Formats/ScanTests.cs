using PlanSearch.Plans.Files;
using PlanSearch.Plans.Reading;
using PlanSearch.TestSupport.Formats;

namespace PlanSearch.Plans.Tests.Reading.Formats;

/// <summary>Pages without text are a failure with a name, never an empty plan.</summary>
public sealed class ScanTests
{
    private static readonly PlacedText[][] Sheets = [.. Enumerable.Range(1, 12)
        .Select(page => new[] { new PlacedText($"— {page} —", 90, 270, 4) })];

    [Fact]
    public void Read_OfdOfPictures_IsAScan() => AssertScan(OfdFile.Write(Sheets));

    [Fact]
    public void Read_PdfOfPictures_IsAScan() => AssertScan(PdfFile.Write(Sheets));

    private static void AssertScan(byte[] bytes)
    {
        var failure = PlanReader.Read(bytes).Failure;

        Assert.Equal(ReadFailureCode.Scanned, failure?.Code);
        Assert.Contains("疑似扫描件", failure!.Message, StringComparison.Ordinal);
    }
}
