using System.Text;
using PlanSearch.Corpus.Upkeep;

namespace PlanSearch.Corpus.Tests.Upkeep;

public sealed class FileKindTests
{
    private const string Page = "<html><body><p>第一章 总则</p><p>养鱼。</p></body></html>";
    private const string Markdown = "# 第一章 总则\n\n养鱼。\n\n# 第二章 任务\n\n种藕。\n";
    private const string Plain = "第一章 总则\n\n养鱼。\n";

    [Theory]
    [InlineData(Page, ".html")]
    [InlineData(Markdown, ".md")]
    [InlineData(Plain, ".txt")]
    [InlineData("%PDF-1.4", ".pdf")]
    [InlineData("{\\rtf1}", ".rtf")]
    public void ExtensionOf_Bytes_IsThatOfTheirFormat(string text, string extension) =>
        Assert.Equal(extension, FileKind.ExtensionOf(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData(Page, ".htm", true)]
    [InlineData(Page, ".txt", false)]
    [InlineData(Markdown, ".md", true)]
    [InlineData(Markdown, ".txt", true)]
    [InlineData(Markdown, ".html", false)]
    [InlineData(Plain, ".md", true)]
    [InlineData(Plain, "", true)]
    [InlineData(Plain, ".docx", false)]
    [InlineData(Plain, ".html", false)]
    [InlineData("%PDF-1.4", ".PDF", true)]
    public void Fits_Extension_WhereItSaysNothingFalse(string text, string extension, bool fits) =>
        Assert.Equal(fits, FileKind.Fits(extension, Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Fits_OlderOfficeUnderTheNameThatWpsGives_Fits() => Assert.True(FileKind.Fits(".wps", [0xD0, 0xCF, 0x11, 0xE0]));
}
