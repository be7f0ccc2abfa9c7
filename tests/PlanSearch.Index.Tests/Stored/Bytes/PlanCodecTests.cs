using System.Numerics;
using System.Text.Json;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;
using PlanSearch.Index.Stored.Bytes;
using PlanSearch.Plans;
using PlanSearch.Plans.Files;
using PlanSearch.Plans.Metadata;
using PlanSearch.Plans.Parsing;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Index.Tests.Stored.Bytes;

public sealed class PlanCodecTests(ITestOutputHelper output)
{
    private static readonly JsonSerializerOptions WithFields = new() { IncludeFields = true };

    [Fact]
    public void Decode_AnyPlan_GivesThePlanThatWasEncoded()
    {
        var plans = new RandomPlans(Seed.Take(output.WriteLine));
        for (var blocks = 0; blocks < 150; blocks++)
        {
            var plan = plans.Next(blocks);

            var read = Decode(Encode(plan));

            Assert.Equal(Print(plan), Print(read));
        }
    }

    [Fact]
    public void DecodeFacts_BeginningOfThePlan_GivesWhatTheWholePlanGives()
    {
        var plan = new RandomPlans(5).Next(30);
        var bytes = Encode(plan);

        var facts = PlanCodec.DecodeFacts(bytes.AsSpan(0, PlanCodec.FactsLength(bytes, "test")), "test");

        Assert.Equal(JsonSerializer.Serialize(PlanFacts.Of(plan), WithFields), JsonSerializer.Serialize(facts, WithFields));
    }

    [Fact]
    public void DecodeFacts_CutOrFlipped_SaysCorrupt()
    {
        var whole = Encode(new RandomPlans(6).Next(3));
        var bytes = whole[..PlanCodec.FactsLength(whole, "test")];
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<IndexDamagedException>(() => PlanCodec.DecodeFacts(bytes.AsSpan(0, length), "test"));
        }

        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Throws<IndexDamagedException>(() => PlanCodec.DecodeFacts(bytes, "test"));
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void Decode_CutAtAnyByte_SaysCorrupt()
    {
        var bytes = Encode(new RandomPlans(1).Next(20));

        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<IndexDamagedException>(() => Decode(bytes[..length]));
        }
    }

    [Fact]
    public void Decode_AnyBitFlipped_SaysCorrupt()
    {
        var bytes = Encode(new RandomPlans(2).Next(10));

        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Throws<IndexDamagedException>(() => Decode(bytes));
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void Decode_GarbageUnderARightChecksum_EndsInAPlanOrCorrupt()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        var whole = Encode(new RandomPlans(3).Next(10))[..^4];
        var refused = 0;
        for (var trial = 0; trial < 20_000; trial++)
        {
            var bytes = (byte[])whole.Clone();
            var first = PlanCodec.FactsLength(whole, "test");
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                bytes[random.Next(first, bytes.Length)] = (byte)random.Next(256);
            }

            try
            {
                Decode(WithChecksum(bytes.AsSpan(0, random.Next(first, bytes.Length + 1))));
            }
            catch (IndexDamagedException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 1_000, 20_000);
    }

    [Fact]
    public void Decode_AnotherVersion_NamesBoth()
    {
        var facts = Encode(new RandomPlans(4).Next(1));
        var bytes = facts[..(PlanCodec.FactsLength(facts, "test") - 4)];
        bytes[0] = PlanCodec.WithParts + 1;

        var error = Assert.Throws<IndexVersionException>(() => PlanCodec.DecodeFacts(WithChecksum(bytes), "test"));

        Assert.Contains($"format {PlanCodec.WithParts + 1}, not {PlanCodec.Version}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Encode_PlanWithoutParts_HasTheVersionOfBefore()
    {
        var plan = new RandomPlans(7).Next(3) with { OutlineWrittenAt = 0, Corrections = [], Confirmations = [], FormerAnchors = [] };
        var confirmed = plan with { Confirmations = [new PlanConfirmation(ConfirmedPart.Outline, "甲", "2026-11-30", "")] };

        Assert.Equal(PlanCodec.Version, Encode(plan)[0]);
        Assert.Equal(PlanCodec.WithParts, Encode(confirmed)[0]);
        Assert.Equal(Print(confirmed), Print(Decode(Encode(confirmed))));
    }

    [Fact]
    public void DecodeFacts_PartOfALaterVersion_IsPassedOver()
    {
        var plan = new RandomPlans(8).Next(3) with { OutlineWrittenAt = 7, Corrections = [], Confirmations = [], FormerAnchors = [] };
        var facts = Encode(plan);
        var body = facts[..(PlanCodec.FactsLength(facts, "test") - 4)];

        // The last part is OutlineWrittenAt: name, length, value. Another name is not known.
        body[^3] = 200;

        Assert.Equal(0, PlanCodec.DecodeFacts(WithChecksum(body), "test").OutlineWrittenAt);
    }

    [Fact]
    public void Encode_SamplePlans_TakesUnder20BytesABlock()
    {
        var (bytes, blocks) = (0, 0);
        foreach (var path in Repository.SamplePlanFiles)
        {
            var document = PlanParser.Parse(PlanReader.Read(File.ReadAllBytes(path)).Source!);
            var metadata = MetadataRecognizer.Recognize(document, Path.GetFileName(path), DivisionTree.Empty);
            var plan = StoredPlanBuilder.Build(document, metadata, new PlanFile("a", "/", "a.txt", 1, new string('0', 64)));
            var size = PlanCodec.Encode(plan, [.. document.Blocks.Select(block => block.Text)]).Length;
            output.WriteLine(
                $"{Path.GetFileName(path)}: {size} bytes, {plan.Blocks.Length} blocks, {plan.Nodes.Length} nodes, {plan.Ledger.Diagnostics.Length} diagnostics");
            bytes += size;
            blocks += plan.Blocks.Length;
        }

        output.WriteLine($"{bytes / (double)blocks:F1} bytes a block");
        Assert.InRange(blocks, 100, int.MaxValue);
        Assert.InRange(bytes / (double)blocks, 1, 20);
    }

    private static byte[] Encode(StoredPlan plan) => PlanCodec.Encode(plan, [.. Enumerable.Range(0, plan.Blocks.Length).Select(TextOf)]);

    private static StoredPlan Decode(byte[] bytes) => PlanCodec.Decode(bytes, "test", block => block < 0 ? null : TextOf(block));

    private static string TextOf(int block) => $"第{block}段";

    private static string Print(StoredPlan plan) => JsonSerializer.Serialize(plan, WithFields);

    private static byte[] WithChecksum(ReadOnlySpan<byte> body)
    {
        var sum = uint.MaxValue;
        foreach (var next in body)
        {
            sum = BitOperations.Crc32C(sum, next);
        }

        return [.. body, .. BitConverter.GetBytes(~sum)];
    }
}
