using PlanSearch.Index.Indexing;
using PlanSearch.Index.Port;
using PlanSearch.Index.Search;
using PlanSearch.Index.Storage;

namespace PlanSearch.Index.Embedded;

/// <summary>The index of plans over the embedded engine.</summary>
/// <param name="directory">Where its files lie.</param>
/// <param name="options">How it is written, and how long its older generations stay.</param>
public sealed class EmbeddedPlanIndex(IndexDirectory directory, IndexWriterOptions options) : IPlanIndex
{
    /// <summary>An index that is written as usual.</summary>
    public EmbeddedPlanIndex(IndexDirectory directory)
        : this(directory, new IndexWriterOptions())
    {
    }

    /// <inheritdoc/>
    public long NewestGeneration => EngineFaults.Translated(() => IndexReader.NewestGeneration(directory));

    /// <inheritdoc/>
    public IPlanSnapshot? OpenNewest() => EngineFaults.Translated(() => Snapshot(IndexReader.Open(directory)));

    /// <inheritdoc/>
    public IPlanSnapshot? Open(long generation) => EngineFaults.Translated(() => Snapshot(IndexReader.Open(directory, generation)));

    /// <inheritdoc/>
    public IPlanIndexWriter OpenWriter() =>
        EngineFaults.Translated(() => new EmbeddedPlanIndexWriter(IndexWriter.Open(directory, PlanSchema.Schema, options)));

    /// <summary>Nothing is held between snapshots; those that are open stay open.</summary>
    public void Dispose()
    {
    }

    private EmbeddedPlanSnapshot? Snapshot(IndexReader? reader)
    {
        if (reader is null)
        {
            return null;
        }

        try
        {
            return reader.Schema.Matches(PlanSchema.Schema)
                ? new EmbeddedPlanSnapshot(reader)
                : throw new IndexSchemaException(directory.Describe($"generation {reader.Generation}"), reader.Schema, PlanSchema.Schema);
        }
        catch (IOException fault) when (fault is IndexException or PlanIndexException)
        {
            reader.Dispose();
            throw;
        }
    }
}
