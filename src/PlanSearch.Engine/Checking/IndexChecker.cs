using System.Collections.Immutable;
using PlanSearch.Engine.Format;
using PlanSearch.Engine.Storage;

namespace PlanSearch.Engine.Checking;

/// <summary>Reads every byte of every kept generation and checks that all of it fits together.</summary>
public static class IndexChecker
{
    /// <summary>Checks headers, footers, checksums, and every list and table of every kept generation.</summary>
    /// <remarks>Damage is a finding, not an exception; an unreadable directory is.</remarks>
    public static CheckReport Check(IndexDirectory directory, CancellationToken cancellationToken)
    {
        var generations = Manifest.Generations(directory);
        var findings = ImmutableArray.CreateBuilder<string>();
        var segments = new Dictionary<string, SegmentCheck>();
        var (files, bytes, documents) = (0, 0L, 0);
        foreach (var generation in generations)
        {
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

                if (generation == generations[0])
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
            generations,
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
