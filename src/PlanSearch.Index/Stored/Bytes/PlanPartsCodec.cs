using System.Collections.Immutable;
using PlanSearch.Plans;

namespace PlanSearch.Index.Stored.Bytes;

/// <summary>What few plans have, as parts with a name behind its facts and its records; one that is not known is passed over.</summary>
/// <remarks>Shape: how many parts; of each its name in one byte, its length and its bytes.</remarks>
internal static class PlanPartsCodec
{
    private const byte OutlineWrittenAt = 1;
    private const byte Corrections = 2;
    private const byte Confirmations = 3;
    private const byte FormerAnchors = 4;

    /// <summary>Whether a plan has anything that is written as a part; else it has the bytes it always had.</summary>
    public static bool HasAny(StoredPlan plan) =>
        plan.OutlineWrittenAt != 0 || !plan.Corrections.IsEmpty || !plan.Confirmations.IsEmpty || !plan.FormerAnchors.IsEmpty;

    /// <summary>Writes the parts that lists of plans need: they are read with the facts.</summary>
    public static void WriteFacts(StoredBytesWriter writer, StoredPlan plan) => Write(
        writer,
        (OutlineWrittenAt, plan.OutlineWrittenAt != 0, part => part.Signed(plan.OutlineWrittenAt)),
        (Corrections, !plan.Corrections.IsEmpty, part => WriteCorrections(part, plan.Corrections)),
        (Confirmations, !plan.Confirmations.IsEmpty, part => WriteConfirmations(part, plan.Confirmations)));

    /// <summary>Writes the parts that are only read with the whole plan.</summary>
    public static void WriteStructure(StoredBytesWriter writer, StoredPlan plan) =>
        Write(writer, (FormerAnchors, !plan.FormerAnchors.IsEmpty, part => WriteFormerAnchors(part, plan.FormerAnchors)));

    /// <summary>The facts with the parts that follow them.</summary>
    /// <param name="reader">It is behind the facts.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="name">What the bytes belong to, for the message of an error.</param>
    public static PlanFacts ReadFacts(ref StoredBytesReader reader, PlanFacts facts, string name)
    {
        for (var left = reader.Count(); left > 0; left--)
        {
            var which = reader.Byte();
            var part = new StoredBytesReader(reader.Bytes(), name);
            facts = which switch
            {
                OutlineWrittenAt => facts with { OutlineWrittenAt = part.Signed() },
                Corrections => facts with { Corrections = ReadCorrections(ref part) },
                Confirmations => facts with { Confirmations = ReadConfirmations(ref part) },
                _ => facts,
            };
        }

        return facts;
    }

    /// <summary>The plan with the parts that follow its records.</summary>
    /// <param name="reader">It is behind the records.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="name">What the bytes belong to, for the message of an error.</param>
    public static StoredPlan ReadStructure(ref StoredBytesReader reader, StoredPlan plan, string name)
    {
        for (var left = reader.Count(); left > 0; left--)
        {
            var which = reader.Byte();
            var part = new StoredBytesReader(reader.Bytes(), name);
            plan = which == FormerAnchors ? plan with { FormerAnchors = ReadFormerAnchors(ref part) } : plan;
        }

        return plan;
    }

    private static void Write(
        StoredBytesWriter writer, params ReadOnlySpan<(byte Name, bool IsThere, Action<StoredBytesWriter> Write)> parts)
    {
        var count = 0;
        foreach (var (_, isThere, _) in parts)
        {
            count += isThere ? 1 : 0;
        }

        writer.Unsigned((uint)count);
        foreach (var (name, isThere, write) in parts)
        {
            if (isThere)
            {
                var part = new StoredBytesWriter();
                write(part);
                writer.Byte(name);
                writer.Bytes(part.Written);
            }
        }
    }

    private static void WriteFormerAnchors(StoredBytesWriter writer, ImmutableArray<FormerAnchor> anchors)
    {
        writer.Unsigned((uint)anchors.Length);
        foreach (var (anchor, start, length, block, offset) in anchors)
        {
            writer.Text(anchor);
            writer.Signed(start);
            writer.Signed(length);
            writer.Signed(block);
            writer.Signed(offset);
        }
    }

    private static ImmutableArray<FormerAnchor> ReadFormerAnchors(ref StoredBytesReader reader)
    {
        var anchors = ImmutableArray.CreateBuilder<FormerAnchor>(reader.Count());
        while (anchors.Count < anchors.Capacity)
        {
            anchors.Add(new FormerAnchor(reader.Text(), reader.Int32(), reader.Int32(), reader.Int32(), reader.Int32()));
        }

        return anchors.MoveToImmutable();
    }

    private static void WriteCorrections(StoredBytesWriter writer, ImmutableArray<PlacedCorrection> corrections)
    {
        writer.Unsigned((uint)corrections.Length);
        foreach (var (correction, line, fault) in corrections)
        {
            writer.Text(correction.Line.Words);
            writer.Signed(correction.Line.Ordinal);
            writer.Byte((byte)correction.Role);
            writer.Signed(correction.Depth);
            writer.Text(correction.By);
            writer.Text(correction.At);
            writer.Signed(line);
            writer.Text(fault);
        }
    }

    private static ImmutableArray<PlacedCorrection> ReadCorrections(ref StoredBytesReader reader)
    {
        var corrections = ImmutableArray.CreateBuilder<PlacedCorrection>(reader.Count());
        while (corrections.Count < corrections.Capacity)
        {
            var line = new LineWords(reader.Text(), reader.Int32());
            var correction = new OutlineCorrection(line, (LineRole)reader.Byte(), reader.Int32(), reader.Text(), reader.Text());
            corrections.Add(new PlacedCorrection(correction, reader.Int32(), reader.Text()));
        }

        return corrections.MoveToImmutable();
    }

    private static void WriteConfirmations(StoredBytesWriter writer, ImmutableArray<PlanConfirmation> confirmations)
    {
        writer.Unsigned((uint)confirmations.Length);
        foreach (var (part, by, at, lapsed) in confirmations)
        {
            writer.Byte((byte)part);
            writer.Text(by);
            writer.Text(at);
            writer.Text(lapsed);
        }
    }

    private static ImmutableArray<PlanConfirmation> ReadConfirmations(ref StoredBytesReader reader)
    {
        var confirmations = ImmutableArray.CreateBuilder<PlanConfirmation>(reader.Count());
        while (confirmations.Count < confirmations.Capacity)
        {
            confirmations.Add(new PlanConfirmation((ConfirmedPart)reader.Byte(), reader.Text(), reader.Text(), reader.Text()));
        }

        return confirmations.MoveToImmutable();
    }
}
