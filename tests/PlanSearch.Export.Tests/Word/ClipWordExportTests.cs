using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Wordprocessing;
using PlanSearch.Answers.Clips;
using PlanSearch.Corpus.Generations;
using PlanSearch.Export.Word;
using PlanSearch.Index.Stored;
using PlanSearch.TestSupport;
using PlanSearch.TestSupport.Formats;

namespace PlanSearch.Export.Tests.Word;

public sealed class ClipWordExportTests
{
    [Fact]
    public async Task WriteAsync_Folder_IsTableThenFootnotesThenProof()
    {
        using var corpus = Open();
        var answer = corpus.Resolve(Folder(corpus), default);

        using var word = await WriteAsync(answer);

        Assert.Equal("", word.Faults);
        Assert.Equal(["规划", "方面", "原文摘录", "位置"], word.Rows(0)[0]);
        Assert.NotNull(word.Tables[0].Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>());
        Assert.Equal(
            answer.Excerpts.Select(excerpt => ("甲", excerpt.Aspect, excerpt.Text, excerpt.Citation)),
            word.FilledRows(0).Skip(1).Select(row => (row[0], row[1], row[2], "《甲》" + row[3].Split('\n')[0])));
        Assert.Equal(["甲", ""], word.Rows(0).Skip(1).Select(row => row[0]));
        Assert.Equal(answer.Excerpts.Select(excerpt => (excerpt.Text, excerpt.Citation)), word.Noted);
        Assert.All(Enumerable.Range(1, answer.Excerpts.Length), row => Assert.Equal(["氢能"], word.Bold(0, row)));
        var statement = word.Under("检索说明");
        Assert.Equal(4, statement.Count);
        Assert.Equal("本文件收录摘录 2 条，其中检索词 2 处，出自 1 份规划。", statement[0]);
        Assert.Contains("1 份规划的 1 个章节共提及 2 处，本文件收录全部 2 处。", statement[1], StringComparison.Ordinal);
        Assert.Contains($"校验码（SHA-256）{answer.Digest}", statement[3], StringComparison.Ordinal);
        Assert.Single(word.Tables);
        Assert.DoesNotContain("仿宋", word.Whole, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteAsync_SeveralTicksInASentence_AreOneRowWithAllItsMentions()
    {
        const string Paragraph = "氢能和氢能。前。储能氢能；尾句。";
        using var corpus = InventedCollection.Open(InventedCollection.Built(new HandMadePlan("甲").Paragraph(Paragraph).Paragraph("另说氢能。")));
        var anchor = BlockAnchor.Of(Paragraph, 1);
        var folder = corpus.Pick(ClipFolder.Empty, [$"甲#{anchor}.3.2", $"甲#{anchor}.0.2"], InventedCollection.Ask("氢能")).Value!.Folder;
        folder = corpus.Pick(folder, [$"甲#{anchor}.8.2"], InventedCollection.Ask("储能")).Value!.Folder;
        folder = folder with { Clips = [.. folder.Clips.Select((clip, at) => clip with { Note = $"注{at}" })] };

        var answer = corpus.Resolve(folder, default);
        using var word = await WriteAsync(answer);

        Assert.Equal(["氢能和氢能。", "储能氢能；"], word.Rows(0).Skip(1).Select(row => row[2]));
        Assert.Equal(["氢能", "氢能"], word.Bold(0, 1));
        Assert.Equal(["储能"], word.Bold(0, 2));
        Assert.EndsWith("注：注0；注1", word.Rows(0)[1][3], StringComparison.Ordinal);
        Assert.Equal("本文件收录摘录 2 条，其中检索词 3 处，出自 1 份规划。", word.Under("检索说明")[0]);
        Assert.Contains("共提及 4 处，本文件收录其中 2 处。", word.Under("检索说明")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteAsync_ExcerptsThatOverlap_AreOneRowFromTheFirstSentenceToTheLast()
    {
        const string Paragraph = "一氢能。二氢能。三氢能。四。";
        using var corpus = InventedCollection.Open(InventedCollection.Built(new HandMadePlan("甲").Paragraph(Paragraph)));
        var anchor = BlockAnchor.Of(Paragraph, 1);
        var folder = corpus.Pick(
            ClipFolder.Empty,
            [$"甲#{anchor}.9.2", $"甲#{anchor}.1.2", $"甲#{anchor}.5.2,9.2", $"甲#{anchor}.1.2,5.2"],
            InventedCollection.Ask("氢能")).Value!.Folder;
        Assert.Equal(4, folder.Clips.Length);

        using var word = await WriteAsync(corpus.Resolve(folder, default));

        Assert.Equal(["一氢能。二氢能。三氢能。"], word.Rows(0).Skip(1).Select(row => row[2]));
        Assert.Equal(["氢能", "氢能", "氢能"], word.Bold(0, 1));
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
        Assert.Equal(("甲", "〔第2条“氢能”：原文已更改或删去，未摘录〕", ""), (word.FilledRows(0)[2][0], word.Rows(0)[2][2], word.Rows(0)[2][3]));
        Assert.Contains("另有 1 条未能摘录", word.Under("检索说明")[0], StringComparison.Ordinal);
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
        var folder = corpus.Pick(
            ClipFolder.Empty,
            [$"甲#{BlockAnchor.Of(text, 1)}.{text.IndexOf("氢能", StringComparison.Ordinal)}.2"],
            InventedCollection.Ask("氢能")).Value!.Folder;
        var answer = corpus.Resolve(
            folder with { Title = text, Clips = [folder.Clips[0] with { Context = ClipContext.Block, Aspect = "<方面>", Note = text }] },
            default);

        using var word = await WriteAsync(answer);

        Assert.Equal("", word.Faults);
        Assert.Equal(written ?? text, word.Rows(0)[1][2]);
        Assert.Equal(written ?? text, word.Noted[0].Text);
        Assert.Equal(["氢能"], word.Bold(0, 1));
        Assert.Equal(written is not null, word.Under("检索说明")[2].Contains("控制字符", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WriteAsync_SeveralBlocks_AreParagraphsOfOneCell()
    {
        using var corpus = InventedCollection.Open(
            InventedCollection.Built(new HandMadePlan("甲").BoxTitle("工程").Entry("1. 氢港。").Paragraph("建设氢能码头。")));
        var folder = corpus.Pick(ClipFolder.Empty, [$"甲#{BlockAnchor.Of("建设氢能码头。", 1)}.2.2"], InventedCollection.Ask("氢能")).Value!.Folder;

        using var word = await WriteAsync(
            corpus.Resolve(folder with { Clips = [folder.Clips[0] with { Context = ClipContext.Entry }] }, default));

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
        new HandMadePlan("甲").Heading("第一章").Paragraph("发展氢能。").Paragraph("储备氢能；其他。"),
        metadata => metadata with { RegionPath = ["岚江省", "临漪市"] }));

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
