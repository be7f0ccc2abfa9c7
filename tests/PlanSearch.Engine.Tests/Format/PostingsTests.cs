using PlanSearch.Engine.Format;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Engine.Tests.Format;

public sealed class PostingsTests(ITestOutputHelper output)
{
    [Fact]
    public void NextBlock_EveryLengthAndGap_GivesBackTheOffsets()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        for (var length = 1; length <= 3 * GapBlock.Length + 2; length++)
        {
            var offsets = Offsets(random, length);
            var bytes = Encode(offsets);
            var list = new PostingsReader(bytes, 0, doubled: true, new int[GapBlock.Length]);
            var read = new List<int>();
            for (var block = list.NextBlock(); !block.IsEmpty; block = list.NextBlock())
            {
                read.AddRange(block);
            }

            Assert.Equal(length, list.Count);
            Assert.Equal(offsets, read);
        }
    }

    [Fact]
    public void SkipTo_RisingTargets_FindsTheFirstOffsetNotBelow()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        for (var round = 0; round < 300; round++)
        {
            var offsets = Offsets(random, random.Next(1, 2000));
            var list = new PostingsReader(Encode(offsets), 0, doubled: true, new int[GapBlock.Length]);
            var target = 0;
            while (target < offsets[^1])
            {
                target += random.Next(1, Math.Max(2, offsets[^1] / random.Next(1, 60)));
                var expected = offsets.Where(offset => offset >= target).DefaultIfEmpty(int.MaxValue).First();
                Assert.Equal(expected, list.SkipTo(target));
            }
        }
    }

    [Fact]
    public void Statistics_OfAList_AreThoseWritten()
    {
        var statistics = new PostingsStatistics(5, 300, 70, 2);
        var list = new PostingsReader(
            [.. new PostingsWriter().Encode([.. Enumerable.Range(0, PostingsWriter.CountedLength)], statistics, doubled: true), .. new byte[8]], 0, doubled: true, new int[GapBlock.Length]);
        Assert.Equal(statistics, list.Statistics);
    }

    private static byte[] Encode(int[] offsets) =>
        [.. new PostingsWriter().Encode(offsets, new PostingsStatistics(1, 2, 3, 4), doubled: true), .. new byte[8]];

    private static int[] Offsets(Random random, int length)
    {
        var offsets = new int[length];
        var at = -1;
        for (var i = 0; i < length; i++)
        {
            at += random.Next(40) == 0 ? random.Next(1, 500_000) : random.Next(1, 50);
            offsets[i] = at;
        }

        return offsets;
    }
}
