using PlanSearch.Index.Indexing;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;
using PlanSearch.Index.Stored.Bytes;

namespace PlanSearch.Index.Embedded;

/// <summary>Plans -> documents of the embedded engine.</summary>
internal sealed class EmbeddedPlanIndexWriter(IndexWriter writer) : IPlanIndexWriter
{
    /// <inheritdoc/>
    public void Put(StoredPlan plan, IReadOnlyList<string> texts)
    {
        var text = PlanTextBlocks.Of(plan, texts);
        var document = new IndexDocument
        {
            Key = plan.Id,
            Blocks = text.Blocks,
            Levels = text.Levels,
            Columns = text.Columns,
            Spans = text.Spans,
            Stored = PlanCodec.Encode(plan, texts),
        };
        EngineFaults.Translated(() => writer.Add(document));
    }

    /// <inheritdoc/>
    public bool Remove(string planId) => EngineFaults.Translated(() => writer.Delete(planId));

    /// <inheritdoc/>
    public long Keep(string name, StoredPlan plan, IReadOnlyList<string> texts)
    {
        var document = new IndexDocument
        {
            Key = plan.Id,
            KeptAs = name,
            Blocks = [],
            Levels = [.. PlanSchema.Schema.Levels.Select(_ => Array.Empty<int>())],
            Columns = [.. PlanSchema.Schema.Columns.Select(_ => Array.Empty<byte>())],
            Stored = KeptPlanCodec.Encode(plan, texts),
        };
        EngineFaults.Translated(() => writer.Add(document));
        return document.Stored.Length;
    }

    /// <inheritdoc/>
    public void LetGo(string name) => EngineFaults.Translated(() => writer.DeleteKept(name));

    /// <inheritdoc/>
    public long Commit(CorpusManifest manifest) => EngineFaults.Translated(() => writer.Commit(ManifestCodec.Encode(manifest)));

    /// <inheritdoc/>
    public void Dispose() => EngineFaults.Translated(writer.Dispose);
}
