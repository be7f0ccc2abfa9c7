using System.Buffers.Binary;

namespace PlanSearch.Index.Format;

/// <summary>
/// What a reader of a segment must know before it reads a table: section <see cref="SectionTag.Summary"/>, 32-bit numbers in this order.
/// </summary>
internal sealed record SegmentSummary
{
    private const int Fields = 14;

    /// <summary>Code units of the text, separators included.</summary>
    public required int TextLength { get; init; }

    /// <summary>Documents, deleted and kept ones included.</summary>
    public required int Documents { get; init; }

    /// <summary>Blocks of all documents, those set aside included.</summary>
    public required int Blocks { get; init; }

    /// <summary>Records of all documents.</summary>
    public required int Records { get; init; }

    /// <summary>Distinct code units of the text as it was added.</summary>
    public required int Units { get; init; }

    /// <summary>Distinct pairs of folded units side by side.</summary>
    public required int FoldedUnits { get; init; }

    /// <summary>Distinct bigrams.</summary>
    public required int Bigrams { get; init; }

    /// <summary>Bits of a code of the text.</summary>
    public required int TextWidth { get; init; }

    /// <summary>Bits of a block's start.</summary>
    public required int StartWidth { get; init; }

    /// <summary>Bits of a group's number plus one.</summary>
    public required int LevelWidth { get; init; }

    /// <summary>Bits that the length of the longest record needs.</summary>
    public required int RecordLengthWidth { get; init; }

    /// <summary>Bits of the rank of a bigram's second unit.</summary>
    public required int SecondWidth { get; init; }

    /// <summary>Bits of where a bigram's list begins.</summary>
    public required int ListWidth { get; init; }

    /// <summary>Offsets of Han characters that folding changed.</summary>
    public required int Altered { get; init; }

    /// <summary>Writes the section.</summary>
    public void Write(IndexFileWriter file)
    {
        Span<byte> bytes = stackalloc byte[Fields * sizeof(int)];
        ReadOnlySpan<int> values =
        [
            TextLength, Documents, Blocks, Records, Units, FoldedUnits, Bigrams,
            TextWidth, StartWidth, LevelWidth, RecordLengthWidth, SecondWidth, ListWidth, Altered,
        ];
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes[(i * sizeof(int))..], values[i]);
        }

        file.Begin(SectionTag.Summary);
        file.Write(bytes);
    }

    /// <summary>Reads the section.</summary>
    /// <exception cref="Storage.CorruptIndexException">It is too short, or a width or count makes no sense.</exception>
    public static SegmentSummary Read(IndexFileReader file)
    {
        var bytes = file.Section(SectionTag.Summary);
        if (bytes.Length != Fields * sizeof(int))
        {
            throw file.Damage(SectionTag.Summary, 0, $"{bytes.Length} bytes instead of {Fields * sizeof(int)}");
        }

        Span<int> values = stackalloc int[Fields];
        for (var i = 0; i < Fields; i++)
        {
            values[i] = BinaryPrimitives.ReadInt32LittleEndian(bytes[(i * sizeof(int))..]);
            if (values[i] < 0 || (i is >= 7 and <= 12 && values[i] is 0 or > 32 && i is >= 7 and <= 12))
            {
                throw file.Damage(SectionTag.Summary, i * sizeof(int), $"number {i} is {values[i]}");
            }
        }

        return new SegmentSummary
        {
            TextLength = values[0],
            Documents = values[1],
            Blocks = values[2],
            Records = values[3],
            Units = values[4],
            FoldedUnits = values[5],
            Bigrams = values[6],
            TextWidth = values[7],
            StartWidth = values[8],
            LevelWidth = values[9],
            RecordLengthWidth = values[10],
            SecondWidth = values[11],
            ListWidth = values[12],
            Altered = values[13],
        };
    }
}
