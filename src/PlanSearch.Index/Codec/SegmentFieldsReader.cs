using Lucene.Net.Codecs;
using Lucene.Net.Index;
using PlanSearch.Index.Format;

namespace PlanSearch.Index.Codec;

/// <summary>
/// A segment for Lucene's merges and checks. Its tables are opened only when they are asked for: to find keys Lucene needs none of them.
/// </summary>
/// <param name="directory">Where it lies.</param>
/// <param name="name">Lucene's name of the segment.</param>
/// <param name="documents">Its documents, deleted ones included, as Lucene counts them.</param>
internal sealed class SegmentFieldsReader(CommitDirectory directory, string name, int documents) : StoredFieldsReader
{
    /// <summary>The open segment; the caller releases it.</summary>
    public OpenSegment Take() => OpenSegment.Take(directory, name, documents);

    /// <summary>Documents are read through <see cref="Index.Segments.SegmentReader"/>; to Lucene they have no fields.</summary>
    public override void VisitDocument(int n, StoredFieldVisitor visitor)
    {
    }

    /// <inheritdoc/>
    public override object Clone() => this;

    /// <inheritdoc/>
    public override long RamBytesUsed() => 0;

    /// <inheritdoc/>
    public override void CheckIntegrity()
    {
        IndexFileReader.Open(directory.Files, SegmentFormat.FileNameOf(name), IndexFileKind.Segment, verify: true).Dispose();
        Take().Release();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
    }
}
