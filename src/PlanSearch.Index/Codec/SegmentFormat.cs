using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;

namespace PlanSearch.Index.Codec;

/// <summary>Where Lucene hands us documents, asks for merges and lets us check a segment: its hook for stored fields.</summary>
/// <param name="flushing">Called when a segment takes no more documents and is about to be written.</param>
internal sealed class SegmentFormat(Action flushing) : StoredFieldsFormat
{
    private const string Extension = "ps";

    /// <summary>What the names of our files end with.</summary>
    public const string Ending = "." + Extension;

    /// <summary>The name of our file of a segment.</summary>
    public static string FileNameOf(string segment) => IndexFileNames.SegmentFileName(segment, "", Extension);

    /// <inheritdoc/>
    public override StoredFieldsReader FieldsReader(
        Lucene.Net.Store.Directory directory, SegmentInfo si, FieldInfos fn, IOContext context) =>
        new SegmentFieldsReader(CommitDirectory.Of(directory), si.Name, si.DocCount);

    /// <inheritdoc/>
    public override StoredFieldsWriter FieldsWriter(Lucene.Net.Store.Directory directory, SegmentInfo si, IOContext context) =>
        new SegmentFieldsWriter(directory, FileNameOf(si.Name), context, flushing);
}
