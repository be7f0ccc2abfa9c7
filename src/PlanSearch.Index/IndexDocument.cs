using PlanSearch.Plans.Text;

namespace PlanSearch.Index;

/// <summary>A document as it is handed to the index: its text, with levels and columns in the order of the schema.</summary>
public sealed record IndexDocument : TextBlocks
{
    /// <summary>The document's lasting name; adding another document with the same key replaces it.</summary>
    public required string Key { get; init; }

    /// <summary>What the caller wants back with the document, byte for byte; the engine does not look into it.</summary>
    public required ReadOnlyMemory<byte> Stored { get; init; }
}
