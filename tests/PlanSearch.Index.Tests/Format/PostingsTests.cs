using PlanSearch.Index.Format;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Index.Tests.Format;

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
    public void BlockFrom_RisingTargets_GivesTheOffsetsNotBelow()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        for (var round = 0; round < 300; round++)
        {
            var offsets = Offsets(random, random.Next(1, 2000));
            var list = new PostingsReader(Encode(offsets), 0, doubled: true, new int[GapBlock.Length]);
            for (var target = 0; target <= offsets[^1]; target += random.Next(1, Math.Max(2, offsets[^1] / random.Next(1, 60))))
            {
                var block = list.BlockFrom(target);
                var from = Array.FindIndex(offsets, offset => offset >= target);
                Assert.Equal(offsets.Skip(from).Take(block.Length), block.ToArray());
                Assert.NotEqual(0, block.Length);
            }

            Assert.True(list.BlockFrom(offsets[^1] + 1).IsEmpty);
        }
    }

    [Fact]
    public void Intersect_CandidatesSparseAndDense_KeepsThoseInTheList()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        for (var round = 0; round < 300; round++)
        {
            var offsets = Offsets(random, random.Next(1, 2000));
            var (shift, share) = (random.Next(0, 5), random.Next(1, 300));
            var held = offsets.Where(_ => random.Next(share) == 0).Select(offset => offset - shift);
            var others = Enumerable.Range(0, random.Next(0, 500)).Select(_ => random.Next(0, offsets[^1] + 1000));
            int[] candidates = [.. held.Concat(others).Distinct().Order()];
            int[] expected = [.. candidates.Where(candidate => Array.BinarySearch(offsets, candidate + shift) >= 0)];

            var kept = new PostingsReader(Encode(offsets), 0, doubled: true, new int[GapBlock.Length]).Intersect(candidates, shift);

            Assert.Equal(expected, candidates[..kept]);
        }
    }

    [Fact]
    public void Statistics_OfAList_AreThoseWritten()
    {
        var statistics = new PostingsStatistics(5, 300, 70, 2);
        var list = new PostingsReader(
            [.. new PostingsWriter().Encode(
                [.. Enumerable.Range(0, PostingsWriter.CountedLength)],
                statistics,
                doubled: true), .. new byte[8]], 0, doubled: true, new int[GapBlock.Length]);
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
