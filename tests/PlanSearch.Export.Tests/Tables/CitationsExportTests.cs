using System.Text;
using PlanSearch.Export.Tables;
using PlanSearch.TestSupport;

namespace PlanSearch.Export.Tests.Tables;

public sealed class CitationsExportTests
{
    [Fact]
    public async Task WriteAsync_Mentions_AreOneLineAPlaceAndTheProofIsLast()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(
            new HandMadePlan("甲").Heading("第一章 总则").Paragraph("氢能，氢能。").BoxTitle("工程").Entry("氢能")));
        var stream = corpus.StreamMentions(InventedCollection.Ask("氢能"), default).Value!;
        using var output = new MemoryStream();

        await CitationsExport.WriteAsync(stream, output, default);

        var lines = Encoding.UTF8.GetString(output.ToArray()).Split("\r\n");
        Assert.Equal(4, lines.Length);
        Assert.NotEqual(lines[0], lines[1]);
        Assert.StartsWith(CitationsExport.CertificateMark, lines[2], StringComparison.Ordinal);
        Assert.Contains("3 处", lines[2], StringComparison.Ordinal);
        Assert.Equal("", lines[3]);
    }
}
