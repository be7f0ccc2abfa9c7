using System.Collections.Immutable;
using PlanSearch.Index.Stored;

namespace PlanSearch.Corpus.Ingest;

/// <summary>What became of the files of an ingest.</summary>
/// <param name="Generation">The generation it published; the one before when nothing had changed.</param>
/// <param name="Added">Ids of plans that are new.</param>
/// <param name="Replaced">Ids of plans whose file or metadata changed.</param>
/// <param name="Unchanged">How many were skipped because their digest had not changed.</param>
/// <param name="Removed">Ids of plans whose file is gone.</param>
/// <param name="Failures">Files that could not be read; an older version of such a plan stays searchable.</param>
/// <param name="Warnings">What a person should know: the same text under two ids, an id used twice.</param>
/// <param name="Bytes">Bytes read.</param>
/// <param name="Seconds">Wall time, all commits included.</param>
public sealed record IngestReport(
    long Generation,
    ImmutableArray<string> Added,
    ImmutableArray<string> Replaced,
    int Unchanged,
    ImmutableArray<string> Removed,
    ImmutableArray<NotSearched> Failures,
    ImmutableArray<string> Warnings,
    long Bytes,
    double Seconds)
{
    /// <summary>Those of <see cref="Warnings"/> that are about a plan, by its id.</summary>
    internal ILookup<string, string> WarningsByPlan { get; init; } = Enumerable.Empty<string>().ToLookup(warning => warning);
}

/// <summary>How far an ingest has come; reported from the thread that runs it.</summary>
/// <param name="Done">Files done.</param>
/// <param name="Total">Files to do.</param>
/// <param name="File">The file just done.</param>
public readonly record struct IngestProgress(int Done, int Total, string File);
