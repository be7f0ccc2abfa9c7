using System.Runtime.InteropServices;
using PlanSearch.Index.Format;

namespace PlanSearch.Index.Tests.Format;

public sealed class PackedArrayTests
{
    [Fact]
    public void Index_EveryWidth_GivesBackTheNumbers()
    {
        for (var width = 1; width <= 31; width++)
        {
            var random = new Random(width);
            var values = Enumerable.Range(0, 200)
                .Select(_ => (int)random.NextInt64(1L << width))
                .Append((int)((1L << width) - 1))
                .ToArray();
            using var stream = new MemoryStream();
            var file = new IndexFileWriter(stream, IndexFileKind.Segment, 1);
            file.Begin(SectionTag.Text);
            PackedArray.Write(file, values, width);
            var words = MemoryMarshal.Cast<byte, ulong>(stream.ToArray().AsSpan(IndexFileWriter.HeaderLength));
            Assert.Equal(PackedArray.WordCount(values.Length, width), words.Length);
            var packed = new PackedArray(words, width);
            for (var i = 0; i < values.Length; i++)
            {
                Assert.Equal(values[i], packed[i]);
            }
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(4095, 12)]
    [InlineData(4096, 13)]
    [InlineData(int.MaxValue, 31)]
    public void WidthOf_Largest_IsWhatItNeeds(int largest, int width) => Assert.Equal(width, PackedArray.WidthOf(largest));
}
