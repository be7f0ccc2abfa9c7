using System.Collections.Immutable;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored.Bytes;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Index.Tests.Stored.Bytes;

public sealed class KeptPlanCodecTests(ITestOutputHelper output)
{
    [Fact]
    public void Decode_AnyPlanAndTexts_GivesBothBack()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        var plans = new RandomPlans(random.Next());
        for (var blocks = 0; blocks < 60; blocks++)
        {
            var plan = plans.Next(blocks);

            // Equal ones, long ones, and half a character.
            ImmutableArray<string> texts = [.. plan.Blocks.Select((_, block) => block % 7 == 0 ? "\uD801" : RandomTexts.Block(random))];
            var bytes = KeptPlanCodec.Encode(plan, texts);

            var (read, readTexts) = KeptPlanCodec.Decode(bytes, "test");

            Assert.Equal(texts.AsEnumerable(), readTexts);
            Assert.Equal(PlanCodec.Encode(plan, texts), PlanCodec.Encode(read, readTexts));
            Assert.Equal(plan.Id, PlanCodec.DecodeFacts(bytes, "test").Id);
        }
    }

    [Fact]
    public void Decode_CutAnywhere_SaysDamaged()
    {
        var plan = new RandomPlans(6).Next(4);
        var bytes = KeptPlanCodec.Encode(plan, [.. plan.Blocks.Select((_, block) => $"第{block}段")]);
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<IndexDamagedException>(() => KeptPlanCodec.Decode(bytes.AsSpan(0, length), "test"));
        }
    }

    [Fact]
    public void Decode_AnyBitFlipped_SaysDamaged()
    {
        var plan = new RandomPlans(6).Next(4);
        var bytes = KeptPlanCodec.Encode(plan, [.. plan.Blocks.Select((_, block) => $"第{block}段")]);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Throws<IndexDamagedException>(() => KeptPlanCodec.Decode(bytes, "test"));
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }
}
