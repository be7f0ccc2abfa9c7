using System.Collections.Immutable;
using PlanSearch.Index.Codec;
using PlanSearch.Index.Format;
using PlanSearch.Index.Storage;

namespace PlanSearch.Index.Checking;

/// <summary>Reads every byte of every kept generation and checks that all of it fits together.</summary>
public static class IndexChecker
{
    /// <summary>
    /// Checks the sums of all files, and every list and table, of every kept generation; and lets Lucene check the newest.
    /// </summary>
    /// <remarks>
    /// Damage is a finding, not an exception; an unreadable directory is. Writers and readers work on meanwhile: a generation cannot be
    /// removed while it is checked, and one that was removed before its turn is left out.
    /// </remarks>
    public static IndexFindings Check(IndexDirectory directory, CancellationToken cancellationToken)
    {
        var findings = ImmutableArray.CreateBuilder<string>();
        var files = new Dictionary<CommitFile, bool>();
        var segments = new Dictionary<CommitFile, long>();
        var (bytes, documents) = (0L, 0);
        var generations = ImmutableArray.CreateBuilder<long>();
        foreach (var number in GenerationFile.Numbers(directory).Where(number => number > 0))
        {
            // Held, so that no writer takes its files away meanwhile; one that is gone since it was listed is no damage.
            using var hold = directory.TryHold(GenerationFile.NameOf(number));
            if (hold is null)
            {
                continue;
            }

            generations.Add(number);
            try
            {
                var generation = GenerationFile.Read(directory, number);
                bytes += directory.Length(generation.FileName);
                foreach (var file in generation.Files.Where(file => !files.ContainsKey(file)))
                {
                    files[file] = IsWhole(directory, file, findings, cancellationToken);
                }

                foreach (var file in generation.Files.Where(
                    file => file.Name.EndsWith(SegmentFormat.Ending, StringComparison.Ordinal)
                        && files[file]
                        && !segments.ContainsKey(file)))
                {
                    segments[file] = SegmentCheck.Run(directory, file.Name, generation.Schema, findings, cancellationToken);
                }

                if (generations.Count == 1 && generation.Files.All(file => files[file]))
                {
                    documents = LuceneCheck.Run(directory, generation, findings);
                }
            }
            catch (Exception e) when (e is CorruptIndexException or IndexFormatException)
            {
                findings.Add(e.Message);
            }
        }

        if (generations.Count == 0 && FormerContainer.NewestGeneration(directory) is > 0 and var former)
        {
            findings.Add(FormerContainer.Refusal(directory, former).Message);
        }
        else if (GenerationFile.Numbers(directory).IsEmpty && CommitStart.ForeignIn(directory) is { } foreign)
        {
            findings.Add(foreign.Message);
        }

        return new IndexFindings(
            generations.ToImmutable(),
            files.Count + generations.Count,
            bytes + files.Keys.Sum(file => file.Length),
            documents,
            segments.Values.Sum(),
            [.. findings.Distinct()]);
    }

    private static bool IsWhole(
        IndexDirectory directory, CommitFile file, ImmutableArray<string>.Builder findings, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            CommitFiles.Compare(directory, file);
            return true;
        }
        catch (CorruptIndexException e)
        {
            findings.Add(e.Message);
            return false;
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
public sealed record IndexFindings(
    ImmutableArray<long> Generations, int Files, long Bytes, int Documents, long Postings, ImmutableArray<string> Findings);
