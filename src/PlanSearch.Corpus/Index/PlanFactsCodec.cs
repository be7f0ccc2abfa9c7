using System.Collections.Immutable;
using PlanSearch.Plans;
using PlanSearch.Plans.Metadata;
using PlanSearch.Plans.Parsing;

namespace PlanSearch.Corpus.Index;

/// <summary>What is known of a plan as a whole, as bytes: its file, its metadata, its ledger.</summary>
internal static class PlanFactsCodec
{
    public static void Write(StoredBytesWriter writer, StoredPlan plan)
    {
        writer.Text(plan.Id);
        writer.Text(plan.Root);
        writer.Text(plan.File);
        writer.Signed(plan.Bytes);
        writer.Text(plan.FileDigest);
        writer.Text(plan.TextDigest);
        writer.Text(plan.LogicalDigest);
        writer.Text(plan.Encoding);
        writer.Text(plan.EncodingReason);
        writer.Text(plan.Format);
        writer.Text(plan.Program);
        WriteMetadata(writer, plan.Metadata);
        WriteLedger(writer, plan.Ledger);
    }

    /// <summary>The plan with its outline, blocks, boxes, tables and records still empty.</summary>
    public static StoredPlan Read(ref StoredBytesReader reader) => new()
    {
        Id = reader.Text(),
        Root = reader.Text(),
        File = reader.Text(),
        Bytes = reader.Signed(),
        FileDigest = reader.Text(),
        TextDigest = reader.Text(),
        LogicalDigest = reader.Text(),
        Encoding = reader.Text(),
        EncodingReason = reader.Text(),
        Format = reader.Text(),
        Program = reader.Text(),
        Metadata = ReadMetadata(ref reader),
        Ledger = ReadLedger(ref reader),
        Nodes = [],
        Blocks = [],
        Boxes = [],
        Tables = [],
        Records = [],
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

    private static void WriteTexts(StoredBytesWriter writer, ImmutableArray<string> texts)
    {
        writer.Unsigned((uint)texts.Length);
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

    private static void WriteLedger(StoredBytesWriter writer, ParseLedger ledger)
    {
        writer.Signed(ledger.Lines);
        writer.Signed(ledger.Characters);
        writer.Unsigned((uint)ledger.CharactersByKind.Count);
        foreach (var (kind, characters) in ledger.CharactersByKind)
        {
            writer.Byte((byte)kind);
            writer.Signed(characters);
        }

        writer.Signed(ledger.BlanksRemoved);
        writer.Signed(ledger.MarksRemoved);
        writer.Signed(ledger.CharactersUnplaced);
        writer.Signed(ledger.Joins);
        writer.Signed(ledger.Boxes);
        writer.Signed(ledger.Tables);
        writer.Byte(ledger.IsComplete ? (byte)1 : (byte)0);
        writer.Unsigned((uint)ledger.Diagnostics.Length);
        foreach (var diagnostic in ledger.Diagnostics)
        {
            writer.Signed(diagnostic.Line);
            writer.Text(diagnostic.Rule);
            writer.Text(diagnostic.Message);
        }
    }

    private static ParseLedger ReadLedger(ref StoredBytesReader reader) => new()
    {
        Lines = reader.Int32(),
        Characters = reader.Int32(),
        CharactersByKind = ReadCharacters(ref reader),
        BlanksRemoved = reader.Int32(),
        MarksRemoved = reader.Int32(),
        CharactersUnplaced = reader.Int32(int.MinValue),
        Joins = reader.Int32(),
        Boxes = reader.Int32(),
        Tables = reader.Int32(),
        IsComplete = reader.Byte() == 1,
        Diagnostics = ReadDiagnostics(ref reader),
    };

    private static ImmutableSortedDictionary<BlockKind, int> ReadCharacters(ref StoredBytesReader reader)
    {
        var characters = ImmutableSortedDictionary.CreateBuilder<BlockKind, int>();
        for (var left = reader.Count(); left > 0; left--)
        {
            characters[(BlockKind)reader.Byte()] = reader.Int32();
        }

        return characters.ToImmutable();
    }

    private static ImmutableArray<ParseDiagnostic> ReadDiagnostics(ref StoredBytesReader reader)
    {
        var diagnostics = ImmutableArray.CreateBuilder<ParseDiagnostic>(reader.Count());
        while (diagnostics.Count < diagnostics.Capacity)
        {
            diagnostics.Add(new ParseDiagnostic(reader.Int32(), reader.Text(), reader.Text()));
        }

        return diagnostics.MoveToImmutable();
    }
}
