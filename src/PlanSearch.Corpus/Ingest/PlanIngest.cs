using System.Collections.Immutable;
using PlanSearch.Corpus.Answers;

namespace PlanSearch.Corpus.Ingest;

/// <summary>Folders of plan files -> a published generation of the index.</summary>
public static class PlanIngest
{
    /// <summary>Brings the index in step with the roots: adds, replaces, drops what is gone, skips what has not changed.</summary>
    /// <param name="options">Where the collection lies.</param>
    /// <param name="request">Which roots, and how.</param>
    /// <param name="progress">Told after each file; may be null.</param>
    /// <param name="cancellationToken">Ends it between files; nothing is published then.</param>
    /// <remarks>A file that cannot be read is a named failure of the report, never an exception. Nothing is visible before the commit.</remarks>
    /// <exception cref="Engine.Storage.IndexLockedException">Another process writes this index.</exception>
    /// <exception cref="Engine.Storage.CorruptIndexException">The index is damaged: <see cref="IngestRequest.Rebuild"/> builds it anew.</exception>
    public static IngestReport Run(
        CorpusOptions options, IngestRequest request, IProgress<IngestProgress>? progress, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>Whether the index is missing, of other versions, or not in step with the roots (by size, time and digest).</summary>
    public static bool IsStale(CorpusOptions options, ImmutableArray<string> roots) => throw new NotSupportedException();
}

/// <summary>What an ingest is asked to do.</summary>
/// <param name="Roots">Folders or single files. A folder is taken with all below it.</param>
/// <param name="Only">Plans of other roots are dropped.</param>
/// <param name="Rebuild">Everything is read and built anew, beside the old index, and swapped.</param>
public sealed record IngestRequest(ImmutableArray<string> Roots, bool Only = false, bool Rebuild = false);
