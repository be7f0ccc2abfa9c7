using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PlanSearch.Answers.Clips;
using PlanSearch.Corpus;
using PlanSearch.Export.Word;
using PlanSearch.TestSupport;
using PlanSearch.TestSupport.Formats;

namespace PlanSearch.Export.Tests.Word;

public sealed class WordTemplateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> Styles => new()
    {
        // name in the file   as the fault calls it
        { "Normal",           "“正文”（Normal）" },
        { "heading 1",        "“标题 1”（heading 1）" },
        { "footnote text",    "“脚注文本”（footnote text）" },
        { "摘录表格",         "“摘录表格”" },
        { "表格文字",         "“表格文字”" },
    };

    [Fact]
    public void Default_Template_IsADocumentTheValidatorHasNothingAgainst()
    {
        using var template = new WrittenWord(WordTemplate.Default());

        Assert.Equal("", template.Faults);
        var styles = template.Main.StyleDefinitionsPart!.Styles!.Elements<Style>().ToDictionary(style => style.StyleName!.Val!.Value!);
        Assert.Equal(("仿宋_GB2312", "32"), LettersOf(styles["Normal"]));
        Assert.Equal("黑体", LettersOf(styles["heading 1"]).Font);
        Assert.Equal("方正小标宋简体", LettersOf(styles["Title"]).Font);
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public void Of_TemplateWithoutAStyle_NamesFileAndStyle(string name, string called)
    {
        var path = Changed(
            document => document.MainDocumentPart!.StyleDefinitionsPart!.Styles!
                .Elements<Style>()
                .Single(style => style.StyleName!.Val == name)
                .Remove());

        var fault = WordTemplate.Of(new CorpusOptions { WordTemplate = path }).Fault!;

        Assert.Equal(WordTemplate.FaultCode, fault.Code);
        Assert.Contains(path, fault.Message, StringComparison.Ordinal);
        Assert.Contains($"缺少样式{called}。", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_StyleOfAnotherKind_IsMissing()
    {
        var path = Changed(
            document => document.MainDocumentPart!.StyleDefinitionsPart!.Styles!
                .Elements<Style>()
                .Single(style => style.StyleName!.Val == "表格文字").Type = StyleValues.Character);

        Assert.Contains("“表格文字”", WordTemplate.Of(new CorpusOptions { WordTemplate = path }).Fault!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_TruncatedTemplate_IsAFaultAndNeverThrows()
    {
        var whole = WordTemplate.Default();
        var path = _folder.At("cut.docx");
        for (var length = 0; length < whole.Length; length += 97)
        {
            File.WriteAllBytes(path, whole[..length]);
            Assert.Equal(WordTemplate.FaultCode, WordTemplate.Of(new CorpusOptions { WordTemplate = path }).Fault!.Code);
        }
    }

    [Fact]
    public void Of_DamagedTemplate_NeverThrows()
    {
        var random = new Random(11);
        var path = _folder.At("flipped.docx");
        for (var run = 0; run < 300; run++)
        {
            var bytes = WordTemplate.Default();
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(path, bytes);
            var (template, fault) = WordTemplate.Of(new CorpusOptions { WordTemplate = path });
            Assert.True(template is null != fault is null);
        }
    }

    [Fact]
    public void Of_NoSuchFile_SaysSo() =>
        Assert.Contains(
            "不能读取", WordTemplate.Of(new CorpusOptions { WordTemplate = _folder.At("none.docx") }).Fault!.Message, StringComparison.Ordinal);

    [Fact]
    public async Task Of_TemplateBesideTheReferenceData_GivesItsStylesHeadersAndPaperButNotItsText()
    {
        var path = Changed(document =>
        {
            var main = document.MainDocumentPart!;
            main.StyleDefinitionsPart!.Styles!
                .Elements<Style>()
                .Single(style => style.StyleName!.Val == "Normal").StyleRunProperties!.RunFonts!.EastAsia = "方正仿宋";
            main.Document.Body!.InsertAt(new Paragraph(new Run(new Text("模板里的字"))), 0);
            main.Document.Body.Descendants<PageSize>().Single().Width = 10_000;
        });
        File.Move(path, _folder.At(WordTemplate.FileName));
        using var corpus = InventedCollection.Open(InventedCollection.Built(new HandMadePlan("甲").Paragraph("氢能")));
        var template = WordTemplate.Of(
            new CorpusOptions { ReferenceDirectory = Path.GetDirectoryName(_folder.At(WordTemplate.FileName))! }).Value!;
        using var file = new MemoryStream();

        await ClipWordExport.WriteAsync(corpus.Resolve(ClipFolder.Empty, default), template, file, default);

        using var word = new WrittenWord(file.ToArray());
        Assert.Equal("", word.Faults);
        Assert.DoesNotContain("模板里的字", word.Paragraphs);
        Assert.Equal(
            "方正仿宋",
            LettersOf(word.Main.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(style => style.StyleName!.Val == "Normal")).Font);
        Assert.Equal(
            [(16_838u, 10_000u), (10_000u, 16_838u)],
            word.Main.Document.Descendants<PageSize>().Select(size => (size.Width!.Value, size.Height!.Value)));
    }

    public void Dispose() => _folder.Dispose();

    private string Changed(Action<WordprocessingDocument> change)
    {
        var path = _folder.At("changed.docx");
        File.WriteAllBytes(path, WordTemplate.Default());
        using var document = WordprocessingDocument.Open(path, isEditable: true);
        change(document);
        return path;
    }

    private static (string? Font, string? HalfPoints) LettersOf(Style style) =>
        (style.StyleRunProperties!.RunFonts!.EastAsia!.Value, style.StyleRunProperties.FontSize!.Val!.Value);
}
