using System.Collections.Immutable;
using PlanSearch.Plans;
using PlanSearch.Plans.Metadata;

namespace PlanSearch.Index.Stored.Bytes;

/// <summary>
/// <see cref="PlanFacts"/> as bytes, one member after the other; a change of their order is another <see cref="PlanCodec.Version"/>.
/// </summary>
internal static class PlanFactsCodec
{
    public static void Write(StoredBytesWriter writer, PlanFacts facts)
    {
        writer.Text(facts.Id);
        writer.Text(facts.Root);
        writer.Text(facts.File);
        writer.Text(facts.OrderKey);
        writer.Signed(facts.Bytes);
        writer.Text(facts.FileDigest);
        writer.Signed(facts.WrittenAt);
        writer.Signed(facts.SidecarWrittenAt);
        writer.Text(facts.TextDigest);
        writer.Text(facts.LogicalDigest);
        writer.Text(facts.Encoding);
        writer.Text(facts.EncodingReason);
        writer.Text(facts.Format);
        writer.Text(facts.Program);
        WriteMetadata(writer, facts.Metadata);
        writer.Double(facts.Outline.Value);
        WriteTexts(writer, facts.Outline.Reasons);
        writer.Signed(facts.Characters);
        writer.Signed(facts.Sections);
        writer.Signed(facts.Boxes);
        writer.Signed(facts.Entries);
        writer.Signed(facts.Warnings);
    }

    public static PlanFacts Read(ref StoredBytesReader reader) => new()
    {
        Id = reader.Text(),
        Root = reader.Text(),
        File = reader.Text(),
        OrderKey = reader.Text(),
        Bytes = reader.Signed(),
        FileDigest = reader.Text(),
        WrittenAt = reader.Signed(),
        SidecarWrittenAt = reader.Signed(),
        TextDigest = reader.Text(),
        LogicalDigest = reader.Text(),
        Encoding = reader.Text(),
        EncodingReason = reader.Text(),
        Format = reader.Text(),
        Program = reader.Text(),
        Metadata = ReadMetadata(ref reader),
        Outline = new OutlineConfidence(reader.Double(), ReadTexts(ref reader)),
        Characters = reader.Int32(int.MinValue),
        Sections = reader.Int32(-1),
        Boxes = reader.Int32(),
        Entries = reader.Int32(),
        Warnings = reader.Int32(),
    };

    public static ImmutableArray<string> ReadTexts(ref StoredBytesReader reader)
    {
        var texts = ImmutableArray.CreateBuilder<string>(reader.Count());
        while (texts.Count < texts.Capacity)
        {
            texts.Add(reader.Text());
        }

        return texts.MoveToImmutable();
    }

    public static void WriteTexts(StoredBytesWriter writer, IReadOnlyList<string> texts)
    {
        writer.Unsigned((uint)texts.Count);
        foreach (var text in texts)
        {
            writer.Text(text);
        }
    }

    private static void WriteMetadata(StoredBytesWriter writer, PlanMetadata metadata)
    {
        writer.Text(metadata.Title);
        writer.Text(metadata.ShortTitle);
        writer.Text(metadata.DocumentNumber);
        WriteTexts(writer, metadata.RegionPath);
        writer.Text(metadata.RegionCode);
        writer.Text(metadata.Level);
        writer.Text(metadata.Period);
        writer.Text(metadata.Type);
        writer.Text(metadata.Issuer);
        writer.Text(metadata.Date);
        writer.Text(metadata.State);
        writer.Text(metadata.Completeness);
        writer.Unsigned((uint)metadata.Extra.Count);
        foreach (var (key, value) in metadata.Extra)
        {
            writer.Text(key);
            writer.Text(value);
        }

        WriteTexts(writer, metadata.UnknownFields);
        WriteTexts(writer, metadata.Inferences);
    }

    private static PlanMetadata ReadMetadata(ref StoredBytesReader reader) => new()
    {
        Title = reader.Text(),
        ShortTitle = reader.Text(),
        DocumentNumber = reader.Text(),
        RegionPath = ReadTexts(ref reader),
        RegionCode = reader.Text(),
        Level = reader.Text(),
        Period = reader.Text(),
        Type = reader.Text(),
        Issuer = reader.Text(),
        Date = reader.Text(),
        State = reader.Text(),
        Completeness = reader.Text(),
        Extra = ReadExtra(ref reader),
        UnknownFields = ReadTexts(ref reader),
        Inferences = ReadTexts(ref reader),
    };

    private static ImmutableSortedDictionary<string, string> ReadExtra(ref StoredBytesReader reader)
    {
        var extra = ImmutableSortedDictionary.CreateBuilder<string, string>();
        for (var left = reader.Count(); left > 0; left--)
        {
            extra[reader.Text()] = reader.Text();
        }

        return extra.ToImmutable();
    }
}
