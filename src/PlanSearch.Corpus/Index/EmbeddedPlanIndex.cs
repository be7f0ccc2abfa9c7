using PlanSearch.Engine.Indexing;
using PlanSearch.Engine.Search;
using PlanSearch.Engine.Storage;

namespace PlanSearch.Corpus.Index;

/// <summary>The index of plans over the embedded engine.</summary>
/// <param name="directory">Where its files lie.</param>
public sealed class EmbeddedPlanIndex(IndexDirectory directory) : IPlanIndex
{
    /// <summary>An index in a folder of the file system; it need not exist yet.</summary>
    public EmbeddedPlanIndex(string directory)
        : this(new FileIndexDirectory(directory))
    {
    }

    /// <inheritdoc/>
    public long NewestGeneration => IndexReader.NewestGeneration(directory);

    /// <inheritdoc/>
    public IPlanSnapshot? OpenNewest()
    {
        if (IndexReader.Open(directory) is not { } reader)
        {
            return null;
        }

        try
        {
            return new EmbeddedPlanSnapshot(reader);
        }
        catch (CorruptIndexException)
        {
            reader.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public IPlanIndexWriter OpenWriter() =>
        new EmbeddedPlanIndexWriter(IndexWriter.Open(directory, PlanSchema.Schema, new IndexWriterOptions()));

    /// <summary>Nothing is held between snapshots; those that are open stay open.</summary>
    public void Dispose()
    {
    }
}
