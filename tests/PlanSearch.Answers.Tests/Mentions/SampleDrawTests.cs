using System.Security.Cryptography;
using System.Text;
using PlanSearch.Answers.Certificates;
using PlanSearch.Answers.Mentions;
using PlanSearch.Corpus.Generations;
using PlanSearch.Index;
using PlanSearch.Index.Embedded;
using PlanSearch.Index.Storage;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Answers.Tests.Mentions;

public sealed class SampleDrawTests(ITestOutputHelper output)
{
    [Fact]
    public void Sample_IsWhatTheStatedMethodDraws_InDocumentOrder()
    {
        var plans = InventedCollection.Random(new Random(Seed.Take(output.WriteLine)), plans: 12);
        using var corpus = InventedCollection.Open(plans);
        var all = Rows(corpus, Ask(null)).Select(row => row.Id).ToList();

        var drawn = Rows(corpus, Ask(new MentionSampling(7, "种子 A"))).Select(row => row.Id).ToList();

        // As someone else would, who has nothing but the numbers and the statement of the certificate.
        var lowest = all.OrderBy(id => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes("种子 A\n" + id))), StringComparer.Ordinal)
            .Take(7)
            .ToHashSet();
        Assert.Equal(all.Where(lowest.Contains), drawn);
    }

    [Fact]
    public void Sample_OverManySeeds_DrawsEveryMentionEquallyOften()
    {
        const int seeds = 4_000;
        const int size = 5;
        using var corpus = InventedCollection.Open(
            Enumerable.Range(0, 8)
                .Select(
                    number => InventedCollection.Built(
                        new HandMadePlan($"规划{number}").Paragraph("氢能，氢能。").Paragraph("氢能、储能与氢能。").Paragraph("氢能"))));
        var counts = Rows(corpus, Ask(null)).ToDictionary(row => row.Id, _ => 0);
        Assert.Equal(40, counts.Count);

        for (var seed = 0; seed < seeds; seed++)
        {
            foreach (var row in Rows(corpus, Ask(new MentionSampling(size, $"种子{seed}"))))
            {
                counts[row.Id]++;
            }
        }

        // Drawn without replacement, the sum over n - 1 cells is chi-square with n - 1 degrees of freedom after this correction; 39 of them
        // stay below 72.1 in 999 of 1,000 tables. The seeds are fixed, so the result is too.
        var expected = (double)seeds * size / counts.Count;
        var chiSquare = counts.Values.Sum(count => (count - expected) * (count - expected) / expected) * (counts.Count - 1)
            / (counts.Count - size);
        output.WriteLine($"chi-square {chiSquare:F1}");
        Assert.InRange(chiSquare, 17.0, 72.1);
    }

    [Fact]
    public void Sample_SameTextsInOtherLayouts_DrawsTheSame()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        var plans = InventedCollection.Random(random, plans: 40);
        using var scanned = InventedCollection.Open(plans);
        var expected = Rows(scanned, Ask(new MentionSampling(15, "x"))).Select(row => row.Id).ToList();
        for (var round = 0; round < 5; round++)
        {
            var options = new IndexWriterOptions { MaxSegmentLength = random.Next(200, 5_000) };
            var index = new EmbeddedPlanIndex(new MemoryIndexDirectory(), options);
            foreach (var batch in plans.OrderBy(_ => random.Next()).Chunk(random.Next(1, 15)))
            {
                // Put twice and merged in between: other segments, other numbers, the same texts.
                InventedCollection.Publish(index, InventedCollection.Manifest, batch);
                InventedCollection.Publish(index, InventedCollection.Manifest, batch.Take(random.Next(batch.Length + 1)));
            }

            using var corpus = PlanCollection.Open(InventedCollection.Options, () => index);

            Assert.Equal(expected, Rows(corpus, Ask(new MentionSampling(15, "x"))).Select(row => row.Id));
        }
    }

    [Fact]
    public void Sample_AsLargeAsThePopulationOrLarger_IsAllMentions()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(new HandMadePlan("甲").Paragraph("氢能，氢能。").Paragraph("氢能")));
        var all = Rows(corpus, Ask(null)).Select(row => row.Id).ToList();

        Assert.Equal(all, Rows(corpus, Ask(new MentionSampling(3, "s"))).Select(row => row.Id));
        Assert.Equal(all, Rows(corpus, Ask(new MentionSampling(100, "s"))).Select(row => row.Id));
        Assert.Equal(
            new SampleStatement(3, "s", 3, MentionSampling.Method),
            corpus.StreamMentions(Ask(new MentionSampling(100, "s")), default).Value!.Certificate.Sample);
    }

    [Fact]
    public void Pages_OfASample_AreTheSampleInEveryOrder()
    {
        using var corpus = InventedCollection.Open(InventedCollection.Random(new Random(7), plans: 20));
        var asked = Ask(new MentionSampling(11, "页")) with { Size = 4 };
        var whole = Rows(corpus, asked).Select(row => row.Id).ToHashSet();
        foreach (var order in Enum.GetValues<MentionOrder>())
        {
            var paged = new List<string>();
            string? cursor = null;
            do
            {
                var page = corpus.Mentions(asked with { Cursor = cursor }, order, default).Value!;
                paged.AddRange(page.Mentions.Select(row => row.Id));
                cursor = page.Next;
            }
            while (cursor is not null);

            Assert.Equal(11, paged.Count);
            Assert.Equal(whole, paged.ToHashSet());
        }
    }

    [Theory]
    [InlineData(0, "a")]
    [InlineData(MentionSampling.MaxSize + 1, "a")]
    public void Sample_OutOfBounds_IsAFault(int size, string seed)
    {
        using var corpus = InventedCollection.Open(InventedCollection.Built(new HandMadePlan("甲").Paragraph("氢能")));

        Assert.Equal("sample_invalid", corpus.Mentions(Ask(new MentionSampling(size, seed)), default).Fault!.Code);
        Assert.Equal("sample_invalid", corpus.StreamMentions(Ask(new MentionSampling(1, new string('s', 101))), default).Fault!.Code);
    }

    private static SearchRequest Ask(MentionSampling? sample) => InventedCollection.Ask("氢能") with { Sample = sample };

    private static List<MentionRow> Rows(PlanCollection corpus, SearchRequest request) =>
        [.. corpus.StreamMentions(request, default).Value!.Rows];
}
