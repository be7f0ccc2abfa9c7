using System.Collections.Immutable;
using Lucene.Net.Index;
using PlanSearch.Index.Codec;
using PlanSearch.Index.Format;
using PlanSearch.Index.Storage;
using IndexWriter = PlanSearch.Index.Indexing.IndexWriter;
using LuceneSearcher = Lucene.Net.Search.IndexSearcher;

namespace PlanSearch.Index.Checking;

/// <summary>Lucene's own check of the commit of a generation; through it, it reads our files too.</summary>
internal static class LuceneCheck
{
    /// <summary>Checks a commit whose files are as they were written, and adds what is wrong to the findings.</summary>
    /// <returns>Documents that are searched.</returns>
    public static int Run(IndexDirectory directory, GenerationFile generation, ImmutableArray<string>.Builder findings)
    {
        using var said = new StringWriter();
        var files = new CommitDirectory(directory, generation);
        var status = CommitFiles.Read(directory, generation.SegmentsFile, () => new CheckIndex(files) { InfoStream = said }.DoCheckIndex());
        if (!status.Clean)
        {
            findings.Add($"{directory.Describe(generation.SegmentsFile)}: Lucene finds it damaged:{Environment.NewLine}{said}");
            return 0;
        }

        using var reader = DirectoryReader.Open(new GenerationCommit(files, generation));
        return reader.NumDocs - new LuceneSearcher(reader).Search(IndexWriter.EveryKept, 1).TotalHits;
    }
}
