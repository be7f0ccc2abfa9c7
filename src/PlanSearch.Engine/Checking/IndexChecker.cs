using System.Collections.Immutable;
using PlanSearch.Engine.Format;
using PlanSearch.Engine.Storage;

namespace PlanSearch.Engine.Checking;

/// <summary>Reads every byte of every kept generation and checks that all of it fits together.</summary>
public static class IndexChecker
{
    /// <summary>Checks headers, footers, checksums, and every list and table of every kept generation.</summary>
    /// <remarks>
    /// Damage is a finding, not an exception; an unreadable directory is. Writers and readers go on meanwhile: a generation cannot be removed while it is
    /// checked, and one that was removed before its turn is left out.
    /// </remarks>
    public static CheckReport Check(IndexDirectory directory, CancellationToken cancellationToken)
    {
        var findings = ImmutableArray.CreateBuilder<string>();
        var segments = new Dictionary<string, SegmentCheck>();
        var (files, bytes, documents) = (0, 0L, 0);
        var generations = ImmutableArray.CreateBuilder<long>();
        foreach (var generation in Manifest.Generations(directory))
        {
            // Held, so that no writer takes its files away meanwhile; one that is gone since it was listed is no damage.
            using var hold = directory.TryHold(Manifest.NameOf(generation));
            if (hold is null)
            {
                continue;
            }

            generations.Add(generation);
            try
            {
                var manifest = Manifest.Read(directory, generation);
                files++;
                bytes += Measure(directory.Open(manifest.FileName));
                foreach (var entry in manifest.Segments)
                {
                    if (!segments.ContainsKey(entry.FileName))
                    {
                        segments[entry.FileName] = SegmentCheck.Run(directory, entry.FileName, manifest.Schema, findings, cancellationToken);
                    }
                }

                if (generations.Count == 1)
                {
                    documents = manifest.Segments.Sum(entry => segments[entry.FileName].Documents - entry.Deleted.Length);
                }
            }
            catch (Exception e) when (e is CorruptIndexException or IndexFormatException)
            {
                findings.Add(e.Message);
            }
        }

        return new CheckReport(
            generations.ToImmutable(),
            files + segments.Count,
            bytes + segments.Values.Sum(segment => segment.Bytes),
            documents,
            segments.Values.Sum(segment => segment.Postings),
            [.. findings.Distinct()]);
    }

    private static long Measure(IndexFile file)
    {
        using (file)
        {
            return file.Length;
        }
    }
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
