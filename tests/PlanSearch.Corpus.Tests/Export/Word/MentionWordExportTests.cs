using PlanSearch.Corpus.Export.Word;
using PlanSearch.Corpus.Tests.Answers;
using PlanSearch.TestSupport;
using PlanSearch.TestSupport.Formats;

namespace PlanSearch.Corpus.Tests.Export.Word;

public sealed class MentionWordExportTests
{
    [Fact]
    public async Task WriteAsync_Mentions_AreARowEachWithTheHitInBoldAndTheProof()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Random(new Random(7), 12));
        var stream = corpus.StreamMentions(InventedCollection.Ask("氢能"), default).Value!;
        var rows = stream.Rows.ToList();
        using var file = new MemoryStream();

        await MentionWordExport.WriteAsync(stream with { Rows = rows }, WordTemplate.Of(InventedCollection.Options).Value!, file, default);

        using var word = new WrittenWord(file.ToArray());
        Assert.Equal("", word.Faults);
        Assert.InRange(rows.Count, 10, MentionWordExport.MaxMentions);
        Assert.Equal(["序号", "地区", "原文", "出处"], word.Rows(0)[0]);
        Assert.Equal(rows.Select(row => (row.Sentence, row.Citation)), word.Rows(0).Skip(1).Select(row => (row[2], row[3])));
        Assert.All(Enumerable.Range(1, rows.Count), row => Assert.Equal(["氢能"], word.Bold(0, row)));
        Assert.Contains(word.Rows(1), row => row[0] == "数据摘要" && row[1] == stream.Certificate.Digest);
    }

    [Fact]
    public async Task WriteAsync_TwoInASentence_ARowForEach()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(new HandMadePlan("甲").Paragraph("前句。氢能和氢能。")));
        var stream = corpus.StreamMentions(InventedCollection.Ask("氢能"), default).Value!;
        using var file = new MemoryStream();

        await MentionWordExport.WriteAsync(stream, WordTemplate.Of(InventedCollection.Options).Value!, file, default);

        Assert.Equal([0, 3], stream.Rows.Select(row => row.HitInSentence));
        var word = new WrittenWord(file.ToArray());
        Assert.Equal(["氢能和氢能。", "氢能和氢能。"], word.Rows(0).Skip(1).Select(row => row[2]));
        Assert.All([1, 2], row => Assert.Equal(["氢能"], word.Bold(0, row)));
    }

    [Fact]
    public async Task WriteAsync_MoreThanATableHolds_IsRefusedAndNothingWritten()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(new HandMadePlan("甲").Paragraph(string.Concat(Enumerable.Repeat("氢能", MentionWordExport.MaxMentions + 1)))));
        var stream = corpus.StreamMentions(InventedCollection.Ask("氢能"), default).Value!;
        using var file = new MemoryStream();

        Assert.Equal("too_many_for_word", MentionWordExport.Refusal(stream.Certificate)!.Code);
        await Assert.ThrowsAsync<ArgumentException>(() => MentionWordExport.WriteAsync(stream, WordTemplate.Of(InventedCollection.Options).Value!, file, default));
        Assert.Equal(0, file.Length);
    }
}
