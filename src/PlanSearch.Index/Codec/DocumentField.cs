using Lucene.Net.Documents;

namespace PlanSearch.Index.Codec;

/// <summary>Carries a document, uncopied, through Lucene to <see cref="SegmentFieldsWriter"/>.</summary>
internal sealed class DocumentField : Field
{
    private static readonly FieldType s_stored = Stored();

    /// <summary>Nothing is copied: the document must not change before its segment is written.</summary>
    public DocumentField(IndexDocument document)
        : base("document", s_stored) => Document = document;

    /// <summary>The same object as was given.</summary>
    public IndexDocument Document { get; }

    private static FieldType Stored()
    {
        var type = new FieldType { IsStored = true };
        type.Freeze();
        return type;
    }
}
