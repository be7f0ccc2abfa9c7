using System.Collections.Immutable;
using PlanSearch.Index.Codec;
using PlanSearch.Index.Format;
using PlanSearch.Index.Storage;

namespace PlanSearch.Index.Checking;

/// <summary>Reads every byte of every kept generation and checks that all of it fits together.</summary>
public sealed class IndexChecker
{
    private readonly IndexDirectory _directory;
    private readonly CancellationToken _cancellationToken;
    private readonly ImmutableArray<string>.Builder _findings = ImmutableArray.CreateBuilder<string>();
    private readonly List<long> _generations = [];

    // Whether each file is whole, and how many postings each segment has: generations share them, and each is read once.
    private readonly Dictionary<CommitFile, bool> _files = [];
    private readonly Dictionary<CommitFile, long> _segments = [];
    private long _bytes;
    private int _documents;

    private IndexChecker(IndexDirectory directory, CancellationToken cancellationToken) =>
        (_directory, _cancellationToken) = (directory, cancellationToken);

    /// <summary>
    /// Checks the sums of all files, and every list and table, of every kept generation; and lets Lucene check the newest.
    /// </summary>
    /// <remarks>
    /// Damage is a finding, not an exception; an unreadable directory is. Writers and readers work on meanwhile: a generation cannot be
    /// removed while it is checked, and one that was removed before its turn is left out.
    /// </remarks>
    public static IndexFindings Check(IndexDirectory directory, CancellationToken cancellationToken) =>
        new IndexChecker(directory, cancellationToken).Check();

    private IndexFindings Check()
    {
        foreach (var number in GenerationFile.Numbers(_directory).Where(number => number > 0))
        {
            // Held, so that no writer takes its files away meanwhile; one that is gone since it was listed is no damage.
            using var hold = _directory.TryHold(GenerationFile.NameOf(number));
            if (hold is not null)
            {
                _generations.Add(number);
                Check(number);
            }
        }

        if (_generations.Count == 0 && FormerContainer.NewestGeneration(_directory) is > 0 and var former)
        {
            _findings.Add(FormerContainer.Refusal(_directory, former).Message);
        }
        else if (GenerationFile.Numbers(_directory).IsEmpty && CommitStart.ForeignIn(_directory) is { } foreign)
        {
            _findings.Add(foreign.Message);
        }

        return new IndexFindings(
            [.. _generations],
            _files.Count + _generations.Count,
            _bytes + _files.Keys.Sum(file => file.Length),
            _documents,
            _segments.Values.Sum(),
            [.. _findings.Distinct()]);
    }

    private void Check(long number)
    {
        try
        {
            var generation = GenerationFile.Read(_directory, number);
            _bytes += _directory.Length(generation.FileName);
            foreach (var file in generation.Files.Where(file => !_files.ContainsKey(file)))
            {
                _files[file] = IsWhole(file);
            }

            foreach (var file in generation.Files.Where(IsUncheckedSegment))
            {
                _segments[file] = SegmentCheck.Run(_directory, file.Name, generation.Schema, _findings, _cancellationToken);
            }

            if (_generations.Count == 1 && generation.Files.All(file => _files[file]))
            {
                _documents = LuceneCheck.Run(_directory, generation, _findings);
            }
        }
        catch (Exception e) when (e is CorruptIndexException or IndexFormatException)
        {
            _findings.Add(e.Message);
        }
    }

    private bool IsUncheckedSegment(CommitFile file) =>
        file.Name.EndsWith(SegmentFormat.Ending, StringComparison.Ordinal) && _files[file] && !_segments.ContainsKey(file);

    private bool IsWhole(CommitFile file)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        try
        {
            CommitFiles.Compare(_directory, file);
            return true;
        }
        catch (CorruptIndexException e)
        {
            _findings.Add(e.Message);
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
