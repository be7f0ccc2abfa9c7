using Lucene.Net.Index;
using PlanSearch.Index.Format;

namespace PlanSearch.Index.Codec;

/// <summary>The commit of a generation, for Lucene to open: never the newest that Lucene itself would choose.</summary>
/// <param name="directory">Where it lies.</param>
/// <param name="segmentsFile">Its <c>segments_N</c>.</param>
/// <param name="files">All its files.</param>
internal sealed class GenerationCommit(CommitDirectory directory, string segmentsFile, IReadOnlyCollection<string> files) : IndexCommit
{
    /// <summary>Takes the names from a generation; nothing is read here.</summary>
    public GenerationCommit(CommitDirectory directory, GenerationFile generation)
        : this(directory, generation.SegmentsFile, [.. generation.Files.Select(file => file.Name)])
    {
    }

    /// <inheritdoc/>
    public override string SegmentsFileName => segmentsFile;

    /// <inheritdoc/>
    public override ICollection<string> FileNames => [.. files];

    /// <inheritdoc/>
    public override Lucene.Net.Store.Directory Directory => directory;

    /// <inheritdoc/>
    public override bool IsDeleted => false;

    /// <inheritdoc/>
    public override int SegmentCount => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Generation => SegmentInfos.GenerationFromSegmentsFileName(segmentsFile);

    /// <inheritdoc/>
    public override IDictionary<string, string> UserData => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Delete() => throw new NotSupportedException();
}
