using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Wordprocessing;
using PlanSearch.Corpus.Clips;
using PlanSearch.Corpus.Export.Word;
using PlanSearch.Corpus.Tests.Answers;
using PlanSearch.Corpus.Index;
using PlanSearch.TestSupport;
using PlanSearch.TestSupport.Formats;

namespace PlanSearch.Corpus.Tests.Export.Word;

public sealed class ClipWordExportTests
{
    [Fact]
    public async Task WriteAsync_Folder_IsTableThenFootnotesThenProof()
    {
        using var corpus = Open();
        var answer = corpus.Resolve(Folder(corpus), default);

        using var word = await WriteAsync(answer);

        Assert.Equal("", word.Faults);
        Assert.Equal(["地区", "方面", "原文摘录", "出处"], word.Rows(0)[0]);
        Assert.NotNull(word.Tables[0].Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>());
        Assert.Equal(
            answer.Excerpts.Select(excerpt => ("岚江省临漪市", excerpt.Aspect, excerpt.Text, excerpt.Citation)),
            word.Rows(0).Skip(1).Select(row => (row[0], row[1], row[2], row[3].Split('\n')[0])));
        Assert.Equal(answer.Excerpts.Select(excerpt => (excerpt.Text, excerpt.Citation)), word.Noted);
        Assert.All(Enumerable.Range(1, answer.Excerpts.Length), row => Assert.Equal(["氢能"], word.Bold(0, row)));
        Assert.Contains("检索说明", word.Paragraphs);
        Assert.Contains(word.Rows(1), row => row[0] == "数据摘要" && row[1] == answer.Digest);
        Assert.Contains(word.Rows(1), row => row[0] == "摘录" && row[1] == "2 条，出自 1 部规划");
        Assert.Contains(word.Rows(1), row => row[0] == "字体" && row[1].Contains("仿宋_GB2312（未安装时用 仿宋", StringComparison.Ordinal));
        Assert.Contains(word.Rows(2), row => row[0] == "提及处数" && row[1] == "2");
    }

    [Fact]
    public async Task WriteAsync_Sections_LieDownThenStandUpright()
    {
        using var corpus = Open();

        using var word = await WriteAsync(corpus.Resolve(Folder(corpus), default));

        var sizes = word.Main.Document.Descendants<PageSize>().ToList();
        Assert.Equal([(16_838u, 11_906u), (11_906u, 16_838u)], sizes.Select(size => (size.Width!.Value, size.Height!.Value)));
        Assert.Equal(PageOrientationValues.Landscape, sizes[0].Orient!.Value);
        Assert.Null(sizes[1].Orient);
        Assert.Equal(2, word.Main.Document.Descendants<FooterReference>().Count());
    }

    [Fact]
    public async Task WriteAsync_ExcerptThatIsGone_StandsInItsRowByName()
    {
        using var corpus = Open();
        var folder = Folder(corpus);
        var gone = folder with { Clips = folder.Clips.Insert(1, folder.Clips[1] with { Anchor = "0000000000" }) };

        using var word = await WriteAsync(corpus.Resolve(gone, default));

        Assert.Equal("", word.Faults);
        Assert.Equal(4, word.Rows(0).Count);
        Assert.Equal(("〔第2条“氢能”：原文已更改或删去，未摘录〕", "《甲》"), (word.Rows(0)[2][2], word.Rows(0)[2][3]));
        Assert.Contains(word.Rows(1), row => row[0] == "未能摘录");
    }

    [Theory]
    [InlineData("a<b>&\"'氢能]]>", null)]
    [InlineData("_x0041_ 氢能 _x005F_", null)]
    [InlineData(" blank  氢能 blank ", null)]
    [InlineData("甲\t氢能\t乙", null)]
    [InlineData("𨨏 氢能 pair \u202E", null)]
    [InlineData("\u0001氢能\u000B\u001F", "_x0001_氢能_x000B__x001F_")]
    [InlineData(@"\uD800 alone 氢能 \uDC00", "_xD800_ alone 氢能 _xDC00_")]
    [InlineData("\uFFFE氢能\r", "_xFFFE_氢能_x000D_")]
    public async Task WriteAsync_AnyText_StandsAsItIs(string escaped, string? written)
    {
        // Half a surrogate pair does not reach a test as its argument.
        var text = Regex.Unescape(escaped);
        using var corpus = InventedCollection.Open(InventedCollection.Built(new HandMadePlan("甲").Paragraph(text)));
        var folder = corpus.Pick(ClipFolder.Empty, [$"甲#{BlockAnchor.Of(text, 1)}.{text.IndexOf("氢能", StringComparison.Ordinal)}.2"], InventedCollection.Ask("氢能")).Value!.Folder;
        var answer = corpus.Resolve(folder with { Title = text, Clips = [folder.Clips[0] with { Context = ClipContext.Block, Aspect = "<方面>", Note = text }] }, default);

        using var word = await WriteAsync(answer);

        Assert.Equal("", word.Faults);
        Assert.Equal(written ?? text, word.Rows(0)[1][2]);
        Assert.Equal(written ?? text, word.Noted[0].Text);
        Assert.Equal(["氢能"], word.Bold(0, 1));
        Assert.Equal(written is not null, word.Rows(1).Any(row => row[0] == "控制字符"));
    }

    [Fact]
    public async Task WriteAsync_SeveralBlocks_AreParagraphsOfOneCell()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(new HandMadePlan("甲").BoxTitle("工程").Entry("1. 氢港。").Paragraph("建设氢能码头。")));
        var folder = corpus.Pick(ClipFolder.Empty, [$"甲#{BlockAnchor.Of("建设氢能码头。", 1)}.2.2"], InventedCollection.Ask("氢能")).Value!.Folder;

        using var word = await WriteAsync(corpus.Resolve(folder with { Clips = [folder.Clips[0] with { Context = ClipContext.Entry }] }, default));

        Assert.Equal("1. 氢港。\n建设氢能码头。", word.Rows(0)[1][2]);
        Assert.Equal(["氢能"], word.Bold(0, 1));
    }

    [Fact]
    public async Task WriteAsync_EmptyFolder_IsADocumentAllTheSame()
    {
        using var corpus = Open();

        using var word = await WriteAsync(corpus.Resolve(ClipFolder.Empty, default));

        Assert.Equal("", word.Faults);
        Assert.Single(word.Rows(0));
    }

    private static PlanCollection Open() => InventedCollection.Open(InventedCollection.Built(
        new HandMadePlan("甲").Heading("第一章").Paragraph("发展氢能。").Paragraph("储备氢能；其他。"), metadata => metadata with { RegionPath = ["岚江省", "临漪市"] }));

    private static ClipFolder Folder(PlanCollection corpus)
    {
        var folder = corpus.Pick(
            ClipFolder.Empty,
            [$"甲#{BlockAnchor.Of("储备氢能；其他。", 1)}.2.2", $"甲#{BlockAnchor.Of("发展氢能。", 1)}.2.2"],
            InventedCollection.Ask("氢能")).Value!.Folder;
        return folder with { Title = "“氢能”", Clips = folder.Clips.SetItem(0, folder.Clips[0] with { Aspect = "目标", Note = "待核" }) };
    }

    private static async Task<WrittenWord> WriteAsync(ClipsAnswer answer)
    {
        using var file = new MemoryStream();
        await ClipWordExport.WriteAsync(answer, WordTemplate.Of(InventedCollection.Options).Value!, file, default);
        return new WrittenWord(file.ToArray());
    }
}
