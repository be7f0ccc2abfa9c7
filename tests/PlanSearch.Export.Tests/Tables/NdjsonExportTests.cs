using System.Text;
using System.Text.Json;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Answers.Mentions;
using PlanSearch.Export.Tables;
using PlanSearch.TestSupport;

namespace PlanSearch.Export.Tests.Tables;

public sealed class NdjsonExportTests
{
    [Fact]
    public async Task WriteAsync_Mentions_AreFlatObjectsAndTheCertificateIsLast()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(
            new HandMadePlan("甲").Heading("第一章 总则").Paragraph("发展氢能。").BoxTitle("工程").Entry("氢能<示范>")));

        var lines = await Export(corpus.StreamMentions(InventedCollection.Ask("氢能"), default).Value!);

        Assert.Equal(3, lines.Length);
        var first = JsonDocument.Parse(lines[0]).RootElement;
        Assert.Equal(
            ["id", "plan", "planTitle", "region", "path", "box", "boxLabel", "entry", "kind", "paragraph", "page", "line", "offset", "left", "hit", "right", "sentence", "member", "citation", "permalink", "sectionsInDoubt"],
            first.EnumerateObject().Select(property => property.Name));
        Assert.Contains("\"path\":[\"第一章 总则\"],\"box\":null", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"right\":\"<示范>\"", lines[1], StringComparison.Ordinal);
        var certificate = JsonDocument.Parse(lines[2]).RootElement.GetProperty("certificate");
        Assert.Equal(2, certificate.GetProperty("mentions").GetInt32());
        Assert.Equal(0, certificate.GetProperty("excluded").GetProperty("longerRuns").GetInt32());
    }

    [Fact]
    public async Task WriteAsync_StreamThatBreaks_EndsWithoutCertificate()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(new HandMadePlan("甲").Paragraph("氢能")));
        var whole = corpus.StreamMentions(InventedCollection.Ask("氢能"), default).Value!;
        var broken = whole with
        {
            Rows = whole.Rows.Concat(
            Enumerable.Range(0, 1).Select<int, MentionRow>(_ => throw new IOException("gone")))
        };
        using var output = new MemoryStream();

        await Assert.ThrowsAsync<IOException>(() => NdjsonExport.WriteAsync(broken, output, default));

        Assert.DoesNotContain("certificate", Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
    }

    private static async Task<string[]> Export(MentionStream stream)
    {
        using var output = new MemoryStream();
        await NdjsonExport.WriteAsync(stream, output, default);
        return Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
