using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PlanSearch.Plans.Files;

namespace PlanSearch.Plans.Tests.Reading.Formats;

/// <summary>What Word documents become, line by line; blank lines are left out.</summary>
public sealed class WordFormatTests
{
    private const string W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    [Theory]
    [InlineData("<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>", "甲|乙")]
    [InlineData("<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins></w:p>", "新")]
    [InlineData("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:t>显</w:t></w:r></w:p>", "显")]
    [InlineData("<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:hyperlink><w:r><w:t>甲</w:t></w:r></w:hyperlink></w:p>", "甲")]
    [InlineData("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>营造环境。</w:t></w:r><w:r><w:t>各级要办好。</w:t></w:r></w:p>", "**营造环境。**各级要办好。")]
    [InlineData("<w:p><w:r><w:tab/><w:t>一、</w:t><w:tab/><w:t>基础</w:t><w:tab/><w:t>3</w:t></w:r></w:p>", "一、 基础\t3")]
    [InlineData("<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F075\"/><w:t>加氢站</w:t></w:r></w:p>", "◆加氢站")]
    [InlineData("<w:sdt><w:sdtContent><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:sdtContent></w:sdt>", "甲")]
    [InlineData(
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>专栏1 工程</w:t></w:r></w:p><w:p><w:r><w:t>1. 甲；</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        "专栏1 工程|1. 甲；")]
    [InlineData(
        "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        "甲\t\t乙")]
    public void Read_Body_GivesTheLinesWordShows(string body, string lines) => Assert.Equal(lines, LinesOf(body));

    [Theory]
    [InlineData("chineseCounting", "第%1章", "第一章 总则|第二章 任务")]
    [InlineData("decimal", "%1．", "1．总则|2．任务")]
    [InlineData("decimalEnclosedCircleChinese", "%1", "① 总则|② 任务")]
    [InlineData("upperLetter", "%1、", "A、总则|B、任务")]
    [InlineData("bullet", "\uF075", "◆ 总则|◆ 任务")]
    public void Read_NumberedParagraphs_CarryTheNumbersWordShows(string format, string text, string lines) =>
        Assert.Equal(lines, LinesOf(Numbered("总则", 0) + Numbered("任务", 0), Levels((format, text))));

    [Fact]
    public void Read_NumbersOfLowerLevels_BeginAnewUnderEachUpperOne() =>
        Assert.Equal(
            "1 甲|1.1 乙|1.2 丙|2 丁|2.1 戊",
            LinesOf(
                Numbered("甲", 0) + Numbered("乙", 1) + Numbered("丙", 1) + Numbered("丁", 0) + Numbered("戊", 1),
                Levels(("decimal", "%1"), ("decimal", "%1.%2"))));

    [Fact]
    public void Read_StoredPageBreaks_CountOnceWithTheBreakTheySpring()
    {
        var source = SourceOf(
            """
            <w:p><w:r><w:t>甲</w:t></w:r></w:p>
            <w:p><w:r><w:br w:type="page"/></w:r></w:p>
            <w:p><w:r><w:lastRenderedPageBreak/><w:t>乙</w:t></w:r></w:p>
            <w:p><w:r><w:t>丙</w:t><w:lastRenderedPageBreak/><w:t>丙</w:t></w:r></w:p>
            <w:p><w:r><w:t>丁</w:t></w:r></w:p>
            """, "");

        Assert.Equal(
            "甲1 乙2 丙丙2 丁3",
            string.Join(
                ' ', source.Lines.Zip(source.Pages).Where(pair => pair.First.Length > 0).Select(pair => $"{pair.First}{pair.Second}")));
    }

    [Fact]
    public void Read_WithoutStoredLayout_HasNoPages() =>
        Assert.Empty(SourceOf("<w:p><w:r><w:br w:type=\"page\"/><w:t>甲</w:t></w:r></w:p>", "").Pages);

    private static string Numbered(string text, int level) =>
        $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";

    private static string Levels(params (string Format, string Text)[] levels) =>
        $"<w:numbering {W}><w:abstractNum w:abstractNumId=\"0\">"
        + string.Concat(
            levels.Select(
                (level, at) => $"<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{level.Format}\"/><w:lvlText w:val=\"{level.Text}\"/></w:lvl>"))
        + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";

    private static string LinesOf(string body, string numbering = "") =>
        string.Join('|', SourceOf(body, numbering).Lines.Where(line => line.Length > 0));

    private static SourceText SourceOf(string body, string numbering)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            main.Document = new Document($"<w:document {W}><w:body>{body}</w:body></w:document>");
            if (numbering.Length > 0)
            {
                main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(numbering);
            }
        }

        return PlanReader.Read(stream.ToArray()).Source!;
    }
}
