using PlanSearch.Corpus.Answers;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Corpus.Tests.Answers;

public sealed class PassageCutterTests(ITestOutputHelper output)
{
    private static readonly string Sentence = new string('句', 49) + "。";

    [Fact]
    public void Search_ShortBlock_IsShownWhole()
    {
        var passage = Cut("甲。氢能。乙。");

        Assert.Equal(("甲。氢能。乙。", 0, false), (passage.Text, passage.Offset, passage.IsCut));
        Assert.Equal([2, 2], Assert.Single(passage.Marks).AsEnumerable());
    }

    [Fact]
    public void Search_LongBlock_IsCutAtSentenceEndsAroundTheMark()
    {
        var passage = Cut(string.Concat(Enumerable.Repeat(Sentence, 6)) + "氢能。" + string.Concat(Enumerable.Repeat(Sentence, 6)));

        Assert.Equal("氢能。" + Sentence + Sentence + Sentence, passage.Text);
        Assert.Equal((300, true), (passage.Offset, passage.IsCut));
        Assert.Equal([0, 2], Assert.Single(passage.Marks).AsEnumerable());
    }

    [Fact]
    public void Search_MarkInTheLastSentence_IsShownWithWhatStandsBefore()
    {
        var passage = Cut(string.Concat(Enumerable.Repeat(Sentence, 6)) + "氢能。");

        Assert.Equal(Sentence + Sentence + Sentence + "氢能。", passage.Text);
        Assert.False(passage.IsCut);
    }

    [Fact]
    public void Search_EndlessSentence_IsCutInside()
    {
        var passage = Cut(new string('长', 1_000) + "氢能" + new string('长', 1_000));

        Assert.InRange(passage.Text.Length, 100, 160);
        Assert.Equal("氢能", passage.Text.Substring(passage.Marks[0][0], passage.Marks[0][1]));
    }

    [Fact]
    public void Search_ManyBlocks_ShowsFiveAndCountsTheRest()
    {
        var plan = new HandMadePlan("甲").Heading("第一章");
        for (var i = 0; i < 8; i++)
        {
            plan.Paragraph("氢能").Paragraph("无");
        }

        using var corpus = InventedCollection.Open(InventedCollection.Built(plan));
        var hit = Assert.Single(corpus.Search(InventedCollection.Ask("氢能"), default).Value!.Hits);

        Assert.Equal((5, 3, 8), (hit.Passages.Length, hit.MorePassages, hit.Mentions));
        Assert.Equal("section", hit.Kind);
    }

    [Fact]
    public void Search_RandomBlocks_MarksAreTheMentionsAndPassagesAreParts()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        var texts = Enumerable.Range(0, 300).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 200))
            .Select(_ => InventedCollection.Words[random.Next(InventedCollection.Words.Length)])) + "氢能").ToList();
        using var corpus = InventedCollection.Open(texts.Select((text, at) => InventedCollection.Built(new HandMadePlan($"{at:D3}").Paragraph(text))));
        var request = InventedCollection.Ask("氢能") with { Size = 150 };
        var first = corpus.Search(request, default).Value!;
        var hits = first.Hits.AddRange(corpus.Search(request with { Cursor = first.Next }, default).Value!.Hits);
        var checkedMarks = 0;
        for (var i = 0; i < texts.Count; i++)
        {
            var (text, passage) = (texts[i], Assert.Single(hits[i].Passages));
            Assert.Equal(passage.Text, text.Substring(passage.Offset, passage.Text.Length));
            Assert.Equal(passage.IsCut, passage.Offset + passage.Text.Length < text.Length);
            Assert.NotEmpty(passage.Marks);
            Assert.All(passage.Marks, mark => Assert.Equal("氢能", passage.Text.Substring(mark[0], mark[1])));
            checkedMarks += passage.Marks.Length;
        }

        Assert.True(checkedMarks > 300);
    }

    private static Passage Cut(string text)
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(new HandMadePlan("甲").Paragraph(text)));
        return Assert.Single(Assert.Single(corpus.Search(InventedCollection.Ask("氢能"), default).Value!.Hits).Passages);
    }
}
