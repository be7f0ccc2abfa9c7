using PlanSearch.Answers.Hits;
using PlanSearch.Answers.Inquiries;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Answers.Tests.Hits;

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

        Assert.Equal((5, 3, 3, 8), (hit.Passages.Length, hit.MorePassages, hit.MoreMentions, hit.Mentions));
        Assert.Equal("section", hit.Kind);
    }

    [Fact]
    public void Search_MarksFarApartInABlock_AreShownInAPassageEach()
    {
        var far = "氢能。" + string.Concat(Enumerable.Repeat(Sentence, 5));

        var hit = Hit(new HandMadePlan("甲").Paragraph(string.Concat(Enumerable.Repeat(far, 3))));

        Assert.Equal([0, 253, 506], hit.Passages.Select(passage => passage.Offset));
        Assert.Equal((3, 0, 0), (hit.Mentions, hit.MorePassages, hit.MoreMentions));
    }

    [Fact]
    public void Search_MarksInOneEndlessSentence_AreShownOnceEach()
    {
        var hit = Hit(new HandMadePlan("甲").Paragraph(string.Concat(Enumerable.Repeat("氢能" + new string('长', 100), 12))));

        Assert.Equal(RecordHit.MaxPassages, hit.Passages.Length);
        Assert.Equal(12, hit.Passages.Sum(passage => passage.Marks.Length) + hit.MoreMentions);
        Assert.InRange(hit.MoreMentions, 1, 7);
    }

    [Fact]
    public void Whole_HitWithMoreThanAPageShows_MarksEveryMention()
    {
        var plan = new HandMadePlan("甲").Heading("第一章");
        for (var i = 0; i < 8; i++)
        {
            plan.Paragraph("氢能" + string.Concat(Enumerable.Repeat(Sentence, 5)) + "氢能");
        }

        using var corpus = InventedCollection.Open(InventedCollection.Built(plan));
        using var reader = corpus.Read();
        var inquiry = reader.Ask(InventedCollection.Ask("氢能"), default).Value!;
        var folded = Assert.Single(inquiry.Records.Value!.Hits);
        var whole = inquiry.Whole(folded);

        Assert.Equal((5, 11), (folded.Passages.Sum(passage => passage.Marks.Length), folded.MoreMentions));
        Assert.Equal((16, 0, 0), (whole.Passages.Sum(passage => passage.Marks.Length), whole.MorePassages, whole.MoreMentions));
        Assert.Equal(
            folded.Passages.Select(passage => (passage.Anchor, passage.Offset)),
            whole.Passages.Take(5).Select(passage => (passage.Anchor, passage.Offset)));
        Assert.Equal((folded.Citation, folded.Mentions), (whole.Citation, whole.Mentions));
    }

    [Fact]
    public void Search_RandomBlocks_MarksAreTheMentionsAndPassagesAreParts()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        var texts = Enumerable.Range(0, 300).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 200))
            .Select(_ => InventedCollection.Words[random.Next(InventedCollection.Words.Length)])) + "氢能").ToList();
        using var corpus = InventedCollection.Open(
            texts.Select((text, at) => InventedCollection.Built(new HandMadePlan($"{at:D3}").Paragraph(text))));
        var request = InventedCollection.Ask("氢能") with { Size = 150 };
        var first = corpus.Search(request, default).Value!;
        var hits = first.Hits.AddRange(corpus.Search(request with { Cursor = first.Next }, default).Value!.Hits);
        var checkedMarks = 0;
        for (var i = 0; i < texts.Count; i++)
        {
            var (text, shown) = (texts[i], new List<int>());
            foreach (var passage in hits[i].Passages)
            {
                Assert.Equal(passage.Text, text.Substring(passage.Offset, passage.Text.Length));
                Assert.Equal(passage.IsCut, passage.Offset + passage.Text.Length < text.Length);
                Assert.NotEmpty(passage.Marks);
                Assert.All(passage.Marks, mark => Assert.Equal("氢能", passage.Text.Substring(mark[0], mark[1])));
                shown.AddRange(passage.Marks.Select(mark => passage.Offset + mark[0]));
            }

            Assert.Equal(shown.Distinct().Order(), shown);
            Assert.Equal(hits[i].Mentions, shown.Count + hits[i].MoreMentions);
            checkedMarks += shown.Count;
        }

        Assert.True(checkedMarks > 300);
    }

    private static Passage Cut(string text) => Assert.Single(Hit(new HandMadePlan("甲").Paragraph(text)).Passages);

    private static RecordHit Hit(HandMadePlan plan)
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(plan));
        return Assert.Single(corpus.Search(InventedCollection.Ask("氢能"), default).Value!.Hits);
    }
}
