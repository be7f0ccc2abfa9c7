using System.Collections.Immutable;
using Lucene.Net.Index;
using PlanSearch.Index.Format;
using PlanSearch.Index.Storage;
using CorruptIndexException = PlanSearch.Index.Storage.CorruptIndexException;

namespace PlanSearch.Index.Codec;

/// <summary>
/// What a writer finds, under its lock and before Lucene may write: proved ours and whole, or refused with nothing changed.
/// </summary>
/// <remarks>
/// Lucene itself would open an older commit without a word where the newest is damaged, and then delete the newest, and every file that no
/// commit names. So none of that is left for it to find.
/// </remarks>
internal static class CommitStart
{
    /// <summary>The key of what a generation says of itself in Lucene's commit data.</summary>
    public const string DataKey = "plansearch";

    /// <summary>
    /// The generations that a writer continues from, newest first; the newest has the number 0 in an index that has none yet.
    /// </summary>
    /// <remarks>
    /// A commit of ours that is whole, and that only its own name is missing for, gets it now; what is no whole commit never was one and is
    /// removed. An older generation that is damaged is let go: nobody can open it.
    /// </remarks>
    /// <param name="directory">Where they lie.</param>
    /// <param name="schema">What they must have.</param>
    /// <param name="identity">Of an index that is begun now; a new one where it is null.</param>
    /// <exception cref="CorruptIndexException">The newest generation is damaged.</exception>
    /// <exception cref="IndexFormatException">It was written by another version, or has another schema.</exception>
    /// <exception cref="ForeignIndexException">Another program's index lies there.</exception>
    /// <exception cref="IndexWriteException">The directory may not be written to.</exception>
    public static ImmutableArray<GenerationFile> Of(IndexDirectory directory, IndexSchema schema, Guid? identity)
    {
        var numbers = GenerationFile.Numbers(directory);
        var newest = numbers.IsEmpty ? Begun(directory, schema, identity ?? Guid.NewGuid()) : Proved(directory, numbers[0]);
        if (!newest.Schema.Matches(schema))
        {
            throw new IndexSchemaException(directory.Describe(newest.FileName), newest.Schema, schema);
        }

        List<GenerationFile> all = [newest];
        while (FinishUnnamed(directory, all[0]) is { } finished)
        {
            all.Insert(0, finished);
        }

        all.AddRange(
            numbers.Where(number => number < newest.Number).Select(number => ProvedOrLetGo(directory, number)).OfType<GenerationFile>());
        RemoveUnnamed(directory, all);
        return [.. all];
    }

    /// <summary>Files of a Lucene index that no generation names: another program's, or ours without its generations.</summary>
    public static ForeignIndexException? ForeignIn(IndexDirectory directory) =>
        directory.List().Where(CommitFiles.IsLucenes).Order(StringComparer.Ordinal).LastOrDefault() is { } file
            ? new ForeignIndexException(directory.Describe(file))
            : null;

    private static GenerationFile Begun(IndexDirectory directory, IndexSchema schema, Guid identity)
    {
        if (FormerContainer.NewestGeneration(directory) is > 0 and var former)
        {
            throw FormerContainer.Refusal(directory, former);
        }

        // The files of the generations may have been lost: then the newest commit says that it is ours.
        if (UnnamedBehind(directory, "").Select(name => Unnamed(directory, name, schema)).FirstOrDefault() is { } commit)
        {
            return Finish(directory, commit);
        }

        if (ForeignIn(directory) is { } foreign)
        {
            throw foreign;
        }

        // From here on whatever Lucene leaves here is ours, also where the first commit does not come to its end.
        var begun = new GenerationFile(0, identity, schema, [], default);
        begun.Publish(directory);
        return begun;
    }

    private static GenerationFile Proved(IndexDirectory directory, long number)
    {
        var generation = GenerationFile.Read(directory, number);
        CommitFiles.Verify(directory, generation);
        return generation;
    }

    private static GenerationFile? ProvedOrLetGo(IndexDirectory directory, long number)
    {
        try
        {
            return Proved(directory, number);
        }
        catch (Exception e) when (e is CorruptIndexException or IndexFormatException)
        {
            if (!directory.TryDelete(GenerationFile.NameOf(number)))
            {
                // Somebody reads what can be read of it, and Lucene would stop at it, or take its files away.
                throw;
            }

            return null;
        }
    }

    private static GenerationFile? FinishUnnamed(IndexDirectory directory, GenerationFile newest)
    {
        foreach (var name in UnnamedBehind(directory, newest.Number == 0 ? "" : newest.SegmentsFile))
        {
            if (Unnamed(directory, name, newest.Schema) is { } commit
                && commit.Identity == newest.Identity
                && commit.Number > newest.Number)
            {
                return Finish(directory, commit);
            }

            directory.Change(name, directory.Delete);
        }

        return null;
    }

    private static GenerationFile Finish(IndexDirectory directory, GenerationFile commit)
    {
        // Its name may be in the system's memory alone.
        directory.Change(commit.SegmentsFile, directory.Sync);
        directory.SyncDirectory();
        commit.Publish(directory);
        CommitFiles.Verify(directory, commit);
        return commit;
    }

    /// <summary>The commits of Lucene newer than one, newest first.</summary>
    private static List<string> UnnamedBehind(IndexDirectory directory, string segmentsFile)
    {
        var last = NumberOf(segmentsFile);
        return [.. directory.List().Where(name => NumberOf(name) > last).OrderByDescending(NumberOf)];
    }

    private static long NumberOf(string segmentsFile)
    {
        try
        {
            return segmentsFile.StartsWith(IndexFileNames.SEGMENTS + "_", StringComparison.Ordinal)
                ? SegmentInfos.GenerationFromSegmentsFileName(segmentsFile)
                : 0;
        }
        catch (FormatException)
        {
            // A name of somebody else's.
            return 0;
        }
    }

    /// <summary>A commit that no generation names, if it is ours and whole.</summary>
    private static GenerationFile? Unnamed(IndexDirectory directory, string name, IndexSchema schema)
    {
        var lucene = new CommitDirectory(directory, schema);
        try
        {
            return CommitFiles.Read(directory, name, () => ReadUnnamed(lucene, name));
        }
        catch (Exception e) when (e is CorruptIndexException or IndexFormatException)
        {
            return null;
        }
    }

    private static GenerationFile? ReadUnnamed(CommitDirectory lucene, string name)
    {
        var infos = new SegmentInfos();
        infos.Read(lucene, name);
        if (!infos.UserData.TryGetValue(DataKey, out var data))
        {
            return null;
        }

        var files = infos.GetFiles(lucene, includeSegmentsFile: false);
        using var reader = DirectoryReader.Open(new GenerationCommit(lucene, name, [name, .. files]));
        foreach (var leaf in reader.Leaves)
        {
            ((SegmentReader)leaf.AtomicReader).CheckIntegrity();
        }

        return GenerationFile.Decode(Convert.FromBase64String(data), name) with
        {
            Files = lucene.Sums(name, files),
        };
    }

    /// <summary>Removes the commits that no generation names any more: Lucene would stop at one that it cannot read.</summary>
    /// <remarks>A writer before this one may have removed generations and not come to the sync: nothing of theirs goes before it.</remarks>
    private static void RemoveUnnamed(IndexDirectory directory, List<GenerationFile> all)
    {
        var unnamed = CommitFiles.Unnamed(directory, all);
        if (unnamed.Count == 0)
        {
            return;
        }

        directory.SyncDirectory();
        unnamed.ForEach(name => directory.Change(name, directory.Delete));
    }
}
