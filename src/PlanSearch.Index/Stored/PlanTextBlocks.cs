using PlanSearch.Plans;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Stored;

/// <summary>A plan as a text that queries are decided in, under the levels and columns of <see cref="PlanRanks"/>.</summary>
public static class PlanTextBlocks
{
    /// <param name="plan">The plan.</param>
    /// <param name="texts">The logical texts of its blocks; cells separated by TAB.</param>
    /// <exception cref="ArgumentException">
    /// There are more or fewer texts than blocks, or one holds <see cref="Fold.Separator"/>.
    /// </exception>
    public static TextBlocks Of(StoredPlan plan, IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(texts);
        if (texts.Count != plan.Blocks.Length)
        {
            throw new ArgumentException($"{plan.Blocks.Length} blocks and {texts.Count} texts.", nameof(texts));
        }

        var contexts = ContextRules.Of(plan, texts);
        return new TextBlocks
        {
            Blocks = [.. plan.Blocks.Select((block, at) => BlockTexts.ToIndex(block, texts[at]))],
            Levels = [Column(plan, block => block.Record), Column(plan, block => block.Node), Column(plan, block => block.Box)],
            Columns =
            [
                Column(plan, block => (byte)block.Kind),
                Column(plan, block => (byte)PlanParts.PartOf(block.Kind, block.Box >= 0)),
                Column(plan, block => (byte)block.Section),
                [.. contexts.Select(context => (byte)context)],
            ],
            Spans = [.. Enumerable.Range(0, texts.Count)
                .SelectMany(block => ContextRules.BookTitles(contexts[block], texts[block]).Select(title => SpanOf(block, title)))],
        };
    }

    private static ColumnSpan SpanOf(int block, TextRange title) =>
        new(block, title.Start, title.Length, PlanRanks.ContextColumn, (byte)PlanContext.BookTitle);

    private static T[] Column<T>(StoredPlan plan, Func<StoredBlock, T> value) => [.. plan.Blocks.Select(value)];
}
