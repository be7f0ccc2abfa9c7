using PlanSearch.Engine;
using PlanSearch.Engine.Indexing;
using PlanSearch.Plans;

namespace PlanSearch.Corpus.Index;

/// <summary>Plans -> documents of the embedded engine.</summary>
internal sealed class EmbeddedPlanIndexWriter(IndexWriter writer) : IPlanIndexWriter
{
    /// <inheritdoc/>
    public void Put(StoredPlan plan, IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(texts);
        if (texts.Count != plan.Blocks.Length)
        {
            throw new ArgumentException($"{plan.Blocks.Length} blocks and {texts.Count} texts.", nameof(texts));
        }

        var contexts = ContextRules.Of(plan, texts);
        writer.Add(new IndexDocument
        {
            Key = plan.Id,
            Blocks = [.. plan.Blocks.Select((block, at) => BlockTexts.ToIndex(block, texts[at]))],
            Levels = [Column(plan, block => block.Record), Column(plan, block => block.Node), Column(plan, block => block.Box)],
            Columns =
            [
                Column(plan, block => (byte)block.Kind),
                Column(plan, block => (byte)PlanSchema.PartOf(block.Kind, block.Box >= 0)),
                Column(plan, block => (byte)block.Section),
                [.. contexts.Select(context => (byte)context)],
            ],
            Spans = [.. Enumerable.Range(0, texts.Count).SelectMany(block => ContextRules.BookTitles(contexts[block], texts[block]).Select(title => SpanOf(block, title)))],
            Stored = PlanCodec.Encode(plan, texts),
        });
    }

    /// <inheritdoc/>
    public bool Remove(string planId) => writer.Delete(planId);

    /// <inheritdoc/>
    public long Commit(CorpusManifest manifest) => writer.Commit(ManifestCodec.Encode(manifest));

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();

    private static ColumnSpan SpanOf(int block, TextRange title) =>
        new(block, title.Start, title.Length, PlanSchema.ContextColumn, (byte)PlanContext.BookTitle);

    private static T[] Column<T>(StoredPlan plan, Func<StoredBlock, T> value) => [.. plan.Blocks.Select(value)];
}
