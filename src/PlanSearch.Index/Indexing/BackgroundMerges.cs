using Lucene.Net.Index;
using PlanSearch.Index.Codec;
using PlanSearch.Index.Format;
using PlanSearch.Index.Storage;
using LuceneWriter = Lucene.Net.Index.IndexWriter;

namespace PlanSearch.Index.Indexing;

/// <summary>
/// Merges what <see cref="MergeChoice"/> chooses, when the writer asks for it: after a generation is published, never while one is.
/// </summary>
/// <param name="directory">Where the segments lie.</param>
/// <param name="options">The lengths of segments.</param>
internal sealed class BackgroundMerges(IndexDirectory directory, IndexWriterOptions options) : MergePolicy
{
    // Stored bytes may be more than a document's text: so many of them count as one code unit, and a segment's stay below 2^31.
    private const int StoredBytesPerUnit = 16;

    /// <summary>What a document counts toward the length of a segment.</summary>
    public static int Weigh(int textLength, int storedBytes) => Math.Max(textLength, storedBytes / StoredBytesPerUnit);

    /// <inheritdoc/>
    public override MergeSpecification? FindMerges(MergeTrigger mergeTrigger, SegmentInfos segmentInfos)
    {
        if (!IsAskedFor(mergeTrigger))
        {
            return null;
        }

        var writer = m_writer.Get();
        var merging = writer.MergingSegments;
        var free = segmentInfos.Segments.Where(segment => !merging.Contains(segment)).ToList();
        var chosen = MergeChoice.Select([.. free.Select(segment => SizeOf(segment, writer.NumDeletedDocs(segment)))], options);
        if (chosen.Count == 0)
        {
            return null;
        }

        var merges = new MergeSpecification();
        merges.Add(new OneMerge([.. chosen.Select(rank => free[rank])]));
        return merges;
    }

    /// <summary>Nobody forces merges.</summary>
    public override MergeSpecification? FindForcedMerges(
        SegmentInfos segmentInfos, int maxSegmentCount, IDictionary<SegmentCommitInfo, bool> segmentsToMerge) => null;

    /// <inheritdoc cref="FindForcedMerges"/>
    public override MergeSpecification? FindForcedDeletesMerges(SegmentInfos segmentInfos) => null;

    /// <summary>Never: our file is mapped into memory by itself.</summary>
    public override bool UseCompoundFile(SegmentInfos infos, SegmentCommitInfo mergedInfo) => false;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
    }

    private static bool IsAskedFor(MergeTrigger trigger) => trigger is MergeTrigger.EXPLICIT or MergeTrigger.MERGE_FINISHED;

    /// <summary>Its length; the deleted share of it by the number of documents, which is all that Lucene knows of them.</summary>
    private SegmentSize SizeOf(SegmentCommitInfo segment, int deleted)
    {
        using var file = IndexFileReader.Open(directory, SegmentFormat.FileNameOf(segment.Info.Name), IndexFileKind.Segment, verify: false);
        var length = Weigh(SegmentSummary.Read(file).TextLength, file.Section(SectionTag.Stored).Length);
        return new SegmentSize(length, (int)((long)length * deleted / segment.Info.DocCount));
    }

    /// <summary>Does the merges on the thread that asked for them.</summary>
    internal sealed class Scheduler : MergeScheduler
    {
        /// <inheritdoc/>
        public override void Merge(LuceneWriter writer, MergeTrigger trigger, bool newMergesFound)
        {
            if (!IsAskedFor(trigger))
            {
                return;
            }

            while (writer.GetNextMerge() is { } merge)
            {
                writer.Merge(merge);
            }
        }

        /// <inheritdoc/>
        protected override void Dispose(bool disposing)
        {
        }
    }
}
