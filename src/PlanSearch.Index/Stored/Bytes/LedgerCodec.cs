using System.Collections.Immutable;
using PlanSearch.Plans;

namespace PlanSearch.Index.Stored.Bytes;

/// <summary>A plan's ledger as bytes.</summary>
internal static class LedgerCodec
{
    public static void Write(StoredBytesWriter writer, ParseLedger ledger)
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

    public static ParseLedger Read(ref StoredBytesReader reader) => new()
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
