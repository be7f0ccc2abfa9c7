using BenchmarkDotNet.Attributes;
using PlanSearch.Index.Format;

namespace PlanSearch.Benchmarks;

/// <summary>Reading a packed list beside the plain ways: what the packing costs, and what skipping saves.</summary>
[MemoryDiagnoser]
public class PostingsBenchmarks
{
    private readonly int[] _buffer = new int[GapBlock.Length];
    private int[] _offsets = [];
    private int[] _targets = [];
    private int[] _candidates = [];
    private byte[] _packed = [];
    private byte[] _varints = [];

    /// <summary>Mean distance between two offsets: a common bigram, a topic word.</summary>
    [Params(100, 5_000)]
    public int MeanGap { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        var random = new Random(1);
        _offsets = new int[100_000];
        var at = -1;
        var varints = new List<byte>();
        for (var i = 0; i < _offsets.Length; i++)
        {
            var gap = (int)(-Math.Log(1 - random.NextDouble()) * MeanGap);
            Varint.Write(varints, gap);
            at += gap + 1;
            _offsets[i] = at;
        }

        _varints = [.. varints];
        _packed = [.. new PostingsWriter().Encode(_offsets, default, doubled: false), .. new byte[8]];
        _targets = [.. Enumerable.Range(0, 5_000).Select(i => (int)((long)at * i / 5_000))];
        _candidates = new int[_targets.Length];
    }

    /// <summary>All offsets from varints, one by one.</summary>
    [Benchmark(Baseline = true)]
    public long Varints()
    {
        var (at, offset, sum) = (0, -1, 0L);
        while (at < _varints.Length)
        {
            offset += Varint.Read(_varints, ref at) + 1;
            sum += offset;
        }

        return sum;
    }

    /// <summary>All offsets, block by block.</summary>
    [Benchmark]
    public long Blocks()
    {
        var list = new PostingsReader(_packed, 0, doubled: false, _buffer);
        var sum = 0L;
        for (var block = list.NextBlock(); !block.IsEmpty; block = list.NextBlock())
        {
            foreach (var offset in block)
            {
                sum += offset;
            }
        }

        return sum;
    }

    /// <summary>A candidate for every twentieth offset.</summary>
    [Benchmark]
    public int Intersection()
    {
        _targets.CopyTo(_candidates, 0);
        return new PostingsReader(_packed, 0, doubled: false, _buffer).Intersect(_candidates, 0);
    }

    /// <summary>The same candidates, each looked up by halving in the list unpacked.</summary>
    [Benchmark]
    public int Halving() => _targets.Count(target => Array.BinarySearch(_offsets, target) >= 0);
}
