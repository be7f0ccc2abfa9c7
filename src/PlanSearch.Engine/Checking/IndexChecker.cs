using System.Collections.Immutable;
using PlanSearch.Engine.Storage;

namespace PlanSearch.Engine.Checking;

/// <summary>Reads every byte of every kept generation and checks that all of it fits together.</summary>
public static class IndexChecker
{
    /// <summary>Checks headers, footers, checksums, and every list and table of every kept generation.</summary>
    /// <remarks>Damage is a finding, not an exception; an unreadable directory is.</remarks>
    public static CheckReport Check(IndexDirectory directory, CancellationToken cancellationToken) => throw new NotSupportedException();
}

/// <summary>What the checker found.</summary>
/// <param name="Generations">The generations checked, newest first.</param>
/// <param name="Files">Files read.</param>
/// <param name="Bytes">Bytes read.</param>
/// <param name="Documents">Documents of the newest generation.</param>
/// <param name="Postings">Postings checked.</param>
/// <param name="Findings">What is wrong, one line each; empty when the index is whole.</param>
public sealed record CheckReport(
    ImmutableArray<long> Generations, int Files, long Bytes, int Documents, long Postings, ImmutableArray<string> Findings);
