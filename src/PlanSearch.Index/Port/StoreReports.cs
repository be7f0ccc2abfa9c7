using System.Collections.Immutable;

namespace PlanSearch.Index.Port;

/// <summary>What was written into a backup, or restored from one.</summary>
/// <param name="Generation">The generation's number, in the index.</param>
/// <param name="Files">Files of the index.</param>
/// <param name="Bytes">Their bytes.</param>
/// <param name="Documents">Plans.</param>
public sealed record BackupReport(long Generation, int Files, long Bytes, int Documents);

/// <summary>What was restored.</summary>
/// <param name="Snapshot">Generation, files, plans.</param>
/// <param name="SetAside">Where an index lies now that could not be read; null when there was none.</param>
public sealed record RestoreReport(BackupReport Snapshot, string? SetAside);

/// <summary>What a check found.</summary>
/// <param name="Generations">The generations checked, newest first.</param>
/// <param name="Files">Files read.</param>
/// <param name="Bytes">Bytes read.</param>
/// <param name="Documents">Plans of the newest generation.</param>
/// <param name="Postings">Places of terms checked.</param>
/// <param name="Findings">What is wrong, one line each; empty when the index is whole.</param>
public sealed record CheckReport(
    ImmutableArray<long> Generations, int Files, long Bytes, int Documents, long Postings, ImmutableArray<string> Findings);
