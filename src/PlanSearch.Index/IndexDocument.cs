using PlanSearch.Plans.Text;

namespace PlanSearch.Index;

/// <summary>A document as it is handed to the index: its text, with levels and columns in the order of the schema.</summary>
/// <remarks>
/// A kept document is no document to whoever searches, counts or lists: it has no text, stays where it is when another with its key is
/// added or deleted, and is read by its name and its key.
/// </remarks>
public sealed record IndexDocument : TextBlocks
{
    /// <summary>The document's lasting name; adding another document with the same key replaces it.</summary>
    public required string Key { get; init; }

    /// <summary>The name under which the document is kept; null where it is one of those that are searched.</summary>
    public string? KeptAs { get; init; }

    /// <summary>What the caller wants back with the document, byte for byte; the engine does not look into it.</summary>
    public required ReadOnlyMemory<byte> Stored { get; init; }
}
