using DocumentFormat.OpenXml.Wordprocessing;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Export.Word;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport;
using PlanSearch.TestSupport.Formats;

namespace PlanSearch.Export.Tests.Word;

public sealed class MentionWordExportTests
{
    [Fact]
    public async Task WriteAsync_Mentions_AreBoldInTheirSentencesAndTheStatementIsTrueOfTheFile()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Random(new Random(7), 12));
        var stream = corpus.StreamMentions(InventedCollection.Ask("氢能"), default).Value!;
        var rows = stream.Rows.ToList();
        using var file = new MemoryStream();

        await MentionWordExport.WriteAsync(stream with { Rows = rows }, WordTemplate.Of(InventedCollection.Options).Value!, file, default);

        using var word = new WrittenWord(file.ToArray());
        Assert.Equal("", word.Faults);
        Assert.InRange(rows.Count, 10, MentionWordExport.MaxMentions);
        Assert.Equal(["序号", "规划", "原文", "位置"], word.Rows(0)[0]);
        var written = word.FilledRows(0).Skip(1).ToList();
        Assert.Equal(rows.Count, Enumerable.Range(1, written.Count).Sum(row => word.Bold(0, row).Count));
        Assert.Equal(
            rows.Select(row => (row.PlanTitle, row.Sentence, row.InPlan)).Distinct(),
            written.Select(row => (row[1], row[2], row[3])).Distinct());
        var plans = rows.Select(row => row.Plan).Distinct().Count();
        Assert.Equal(plans, word.Rows(0).Skip(1).Count(row => row[1].Length > 0));
        var statement = word.Under("检索说明");
        Assert.InRange(statement.Count, 5, 6);
        Assert.Contains(
            $"本文件收录全部 {rows.Count} 处，一句一行，同一句的各处合为一行，共 {written.Count} 行，出自 {plans} 份规划。", statement[2], StringComparison.Ordinal);
        Assert.Contains($"校验码（SHA-256）{stream.Certificate.Digest}", statement[^1], StringComparison.Ordinal);
        Assert.Contains("（北京时间）", statement[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteAsync_Document_SpeaksToAnOfficial()
    {
        using var corpus = InventedCollection.Open(
            InventedCollection.Built(
                new HandMadePlan("内部编号-1").Heading("第一章 总则").Paragraph("氢能。"),
                metadata => metadata with { ShortTitle = "甲市规划", Title = "甲市规划" }),
            InventedCollection.Built(new HandMadePlan("内部编号-2").Paragraph("储能。"), metadata => metadata with { ShortTitle = "乙市规划" }),
            InventedCollection.Built(
                new HandMadePlan("内部编号-3").Paragraph("储能。"), metadata => metadata with { ShortTitle = "丙市规划", Completeness = "节选" }));
        var stream = corpus.StreamMentions(
            InventedCollection.Ask("氢能"), default).Value! with
        { Proof = "https://plans.example/api/v1/certificate?q=氢能" };

        using var word = await WriteAsync(
            stream with { Certificate = stream.Certificate with { Time = new DateTimeOffset(2026, 11, 30, 18, 5, 0, TimeSpan.Zero) } });

        Assert.Equal("“氢能”逐条对照表", word.Paragraphs[0]);
        Assert.Equal("库中全部 3 份规划（其中 1 份为节选），1 份提及，共 1 处。", word.Paragraphs[1]);
        Assert.Equal(["1", "甲市规划", "氢能。", "“第一章 总则”"], word.Rows(0)[1]);
        Assert.Equal(["全文未提及（1 份）：乙市规划。", "文本不全，不能判断（1 份）：丙市规划。"], word.Under("未提及的规划"));
        Assert.Contains(
            "检索时间 2026年12月1日 02:05（北京时间）。完整的检索说明见 https://plans.example/api/v1/certificate?q=氢能。",
            word.Under("检索说明")[^1],
            StringComparison.Ordinal);
        Assert.All(
            (string[])["内部编号", "literal", "UTC", "仿宋", "parser", "甲市规划》"],
            unwanted => Assert.DoesNotContain(unwanted, word.Whole, StringComparison.Ordinal));
        Assert.Equal(
            "方正小标宋简体",
            word.Main.StyleDefinitionsPart!.Styles!
                .Elements<Style>()
                .Single(style => style.StyleName!.Val == "Title").StyleRunProperties!.RunFonts!.EastAsia!.Value);
    }

    [Fact]
    public async Task WriteAsync_Sample_SaysHowManyOfAllItHolds()
    {
        using var corpus = InventedCollection.Open(
            InventedCollection.Built(new HandMadePlan("甲").Paragraph("氢能。").Paragraph("氢能。").Paragraph("氢能。")));
        var stream = corpus.StreamMentions(InventedCollection.Ask("氢能") with { Sample = new MentionSampling(2, "7") }, default).Value!;

        using var word = await WriteAsync(stream);

        Assert.Contains("共提及 3 处。本文件收录其中 2 处（简单随机抽样，种子“7”），", word.Under("检索说明")[2], StringComparison.Ordinal);
        Assert.Equal(3, word.Rows(0).Count);
    }

    [Fact]
    public async Task WriteAsync_TwoInASentence_AreOneRowWithBothInBold()
    {
        using var corpus = InventedCollection.Open(
            InventedCollection.Built(new HandMadePlan("甲").Paragraph("前句。氢能和氢能。").Paragraph("氢能和氢能。")));
        var stream = corpus.StreamMentions(InventedCollection.Ask("氢能"), default).Value!;

        using var word = await WriteAsync(stream);

        Assert.Equal([0, 3, 0, 3], stream.Rows.Select(row => row.HitInSentence));
        Assert.Equal(["氢能和氢能。", "氢能和氢能。"], word.Rows(0).Skip(1).Select(row => row[2]));
        Assert.All([1, 2], row => Assert.Equal(["氢能", "氢能"], word.Bold(0, row)));
    }

    [Fact]
    public async Task WriteAsync_MentionOverTheEndOfASentence_JoinsBothAndMarksWhatFollows()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(new HandMadePlan("甲").Paragraph("前。甲能。氢乙能。氢。尾。")));
        var stream = corpus.StreamMentions(InventedCollection.Ask("能。氢") with { Mode = QueryMode.Literal }, default).Value!;

        using var word = await WriteAsync(stream);

        Assert.Equal(["甲能。氢乙能。氢。"], word.Rows(0).Skip(1).Select(row => row[2]));
        Assert.Equal(["能。氢", "能。氢"], word.Bold(0, 1));
    }

    private static async Task<WrittenWord> WriteAsync(MentionStream stream)
    {
        using var file = new MemoryStream();
        await MentionWordExport.WriteAsync(stream, WordTemplate.Of(InventedCollection.Options).Value!, file, default);
        var word = new WrittenWord(file.ToArray());
        Assert.Equal("", word.Faults);
        return word;
    }

    [Fact]
    public async Task WriteAsync_MoreThanATableHolds_IsRefusedAndNothingWritten()
    {
        using var corpus = InventedCollection.Open(
            InventedCollection.Built(
                new HandMadePlan("甲").Paragraph(string.Concat(Enumerable.Repeat("氢能", MentionWordExport.MaxMentions + 1)))));
        var stream = corpus.StreamMentions(InventedCollection.Ask("氢能"), default).Value!;
        using var file = new MemoryStream();

        Assert.Equal("too_many_for_word", MentionWordExport.Refusal(stream.Certificate)!.Code);
        await Assert.ThrowsAsync<ArgumentException>(
            () => MentionWordExport.WriteAsync(stream, WordTemplate.Of(InventedCollection.Options).Value!, file, default));
        Assert.Equal(0, file.Length);
    }
}
