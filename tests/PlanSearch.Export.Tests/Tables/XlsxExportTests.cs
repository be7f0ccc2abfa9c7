using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Answers.Mentions;
using PlanSearch.Export.Cells;
using PlanSearch.Export.Tables;
using PlanSearch.TestSupport;

namespace PlanSearch.Export.Tests.Tables;

public sealed partial class XlsxExportTests
{
    [Fact]
    public async Task WriteAsync_Mentions_AreAWorkbookTheValidatorHasNothingAgainst()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Random(new Random(7), 12));
        var stream = corpus.StreamMentions(InventedCollection.Ask("氢能"), default).Value!;

        using var workbook = await OpenAsync(stream, XlsxExport.RowsPerSheet);

        Assert.Equal(
            "",
            string.Join(
                '\n',
                new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2010)
                    .Validate(workbook)
                    .Select(fault => fault.Description)));
        Assert.Equal(["逐处", "检索说明", "统计范围"], SheetNames(workbook));
        Assert.Equal(stream.Certificate.Mentions + 1, Rows(workbook, "逐处").Count);
        Assert.Equal(CsvExport.Columns, Rows(workbook, "逐处")[0]);
        Assert.Equal(stream.Certificate.PlansSearched + 1, Rows(workbook, "统计范围").Count);
        Assert.Equal(
            stream.Certificate.Mentions, Rows(workbook, "统计范围").Skip(1).Sum(row => long.Parse(row[^1], CultureInfo.InvariantCulture)));
        Assert.Contains(Rows(workbook, "检索说明"), row => row[0] == "校验码（SHA-256）" && row[1] == stream.Certificate.Digest);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("-4")]
    [InlineData("@x")]
    [InlineData("'quoted")]
    [InlineData(" blank ")]
    [InlineData("a<b>&\"'")]
    [InlineData("_x0041_ and _x005F_")]
    [InlineData("\u0001\u000B\u001F")]
    [InlineData("\uD800 alone \uDC00")]
    [InlineData("𨨏 pair")]
    [InlineData("\uFFFE")]
    [InlineData("a\r\nb\tc")]
    public async Task WriteAsync_AnyText_ComesBackUnaltered(string text)
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(new HandMadePlan("甲").Paragraph("氢能")));
        var whole = corpus.StreamMentions(InventedCollection.Ask("氢能"), default).Value!;
        var rows = whole.Rows.Select(row => row with { Sentence = text }).ToList();

        using var workbook = await OpenAsync(whole with { Rows = rows }, XlsxExport.RowsPerSheet);

        Assert.Equal(text, Rows(workbook, "逐处")[1][CsvExport.Columns.IndexOf("句子")]);
    }

    [Fact]
    public async Task WriteAsync_TextLongerThanACell_IsCutAndSaysSo()
    {
        using var corpus = InventedCollection.Open(
            InventedCollection.Built(new HandMadePlan("甲").Paragraph("氢能" + new string('长', 40_000))));

        using var workbook = await OpenAsync(corpus.StreamMentions(InventedCollection.Ask("氢能"), default).Value!, XlsxExport.RowsPerSheet);

        var sentence = Rows(workbook, "逐处")[1][CsvExport.Columns.IndexOf("句子")];
        Assert.Equal(XlsxText.MaxLength, sentence.Length);
        Assert.EndsWith(XlsxText.CutMark, sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteAsync_MoreRowsThanASheetHolds_GoOnOnTheNextWithTheHeader()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(new HandMadePlan("甲").Paragraph("氢能氢能氢能氢能氢能")));

        using var workbook = await OpenAsync(corpus.StreamMentions(InventedCollection.Ask("氢能"), default).Value!, rowsPerSheet: 3);

        Assert.Equal(["逐处", "逐处2", "逐处3", "检索说明", "统计范围"], SheetNames(workbook));
        Assert.Equal([3, 3, 2], new[] { "逐处", "逐处2", "逐处3" }.Select(name => Rows(workbook, name).Count));
        Assert.All(["逐处", "逐处2", "逐处3"], name => Assert.Equal("规划", Rows(workbook, name)[0][0]));
    }

    [Fact]
    public async Task WriteAsync_StreamThatBreaks_IsNoWorkbook()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(new HandMadePlan("甲").Paragraph("氢能")));
        var whole = corpus.StreamMentions(InventedCollection.Ask("氢能"), default).Value!;
        var broken = whole with
        {
            Rows = whole.Rows.Concat(
            Enumerable.Range(0, 1).Select<int, MentionRow>(_ => throw new IOException("gone")))
        };
        using var output = new MemoryStream();

        await Assert.ThrowsAsync<IOException>(() => XlsxExport.WriteAsync(broken, output, default));

        Assert.ThrowsAny<Exception>(() => SpreadsheetDocument.Open(new MemoryStream(output.ToArray()), isEditable: false));
    }

    private static async Task<SpreadsheetDocument> OpenAsync(MentionStream stream, int rowsPerSheet)
    {
        var output = new MemoryStream();
        await XlsxExport.WriteAsync(stream, output, rowsPerSheet, default);
        output.Position = 0;
        return SpreadsheetDocument.Open(output, isEditable: false);
    }

    private static List<string> SheetNames(SpreadsheetDocument workbook) =>
        [.. workbook.WorkbookPart!.Workbook.Descendants<Sheet>().Select(sheet => sheet.Name!.Value!)];

    private static List<List<string>> Rows(SpreadsheetDocument workbook, string name)
    {
        var sheet = workbook.WorkbookPart!.Workbook.Descendants<Sheet>().Single(sheet => sheet.Name == name);
        return [.. ((WorksheetPart)workbook.WorkbookPart.GetPartById(sheet.Id!)).Worksheet.Descendants<Row>()
            .Select(row => row.Elements<Cell>().Select(cell => Escaped().Replace(cell.InnerText, Unit)).ToList())];
    }

    private static string Unit(Match escaped) =>
        ((char)int.Parse(escaped.Groups["unit"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString();

    [GeneratedRegex("_x(?<unit>[0-9A-F]{4})_", RegexOptions.ExplicitCapture)]
    private static partial Regex Escaped();
}
