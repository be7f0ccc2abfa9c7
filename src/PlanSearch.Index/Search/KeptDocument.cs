using PlanSearch.Index.Segments;

namespace PlanSearch.Index.Search;

/// <summary>
/// A document that is kept beside those that are searched, see <see cref="IndexDocument.KeptAs"/>. Valid while its reader is open.
/// </summary>
public sealed class KeptDocument
{
    private readonly SegmentTexts _segment;
    private readonly int _document;

    internal KeptDocument(SegmentTexts segment, int document) => (_segment, _document) = (segment, document);

    /// <summary>The name it is kept under.</summary>
    public string Name => _segment.KeptAs(_document)!;

    /// <summary>What it was added under; several versions may have the same.</summary>
    public string Key => _segment.Key(_document);

    /// <summary>Its bytes in the index, uncopied: they die with the reader.</summary>
    public ReadOnlySpan<byte> Stored => _segment.Stored(_document);
}
