using PlanSearch.Corpus.Index;
using PlanSearch.Engine.Search;

namespace PlanSearch.TestSupport.Scan;

/// <summary>A plan in the memory of a scan.</summary>
/// <param name="Stored">Its structure.</param>
/// <param name="Texts">The texts of its blocks.</param>
internal sealed record ScanPlan(StoredPlan Stored, IReadOnlyList<string> Texts)
{
    private readonly IReadOnlyList<(int Start, string Text)>[] _cells = [.. Texts.Select((text, block) => CellsOf(Stored.Blocks[block], text))];

    private readonly IReadOnlyList<PlanContext> _contexts = ContextRules.Of(Stored, Texts);

    /// <summary>The cells of a block with their starts; the whole text where it has none.</summary>
    public IReadOnlyList<(int Start, string Text)> Cells(int block) => _cells[block];

    /// <summary>What a place has in a column of <see cref="PlanSchema"/>.</summary>
    public int Value(ScanHit hit, int column)
    {
        var stored = Stored.Blocks[hit.Block];
        return column switch
        {
            PlanSchema.KindColumn => (int)stored.Kind,
            PlanSchema.PartColumn => (int)PlanSchema.PartOf(stored.Kind, stored.Box >= 0),
            PlanSchema.SectionColumn => (int)stored.Section,
            PlanSchema.ContextColumn => (int)ContextOf(hit),
            _ => throw new ArgumentOutOfRangeException(nameof(column), column, "There are four columns."),
        };
    }

    private PlanContext ContextOf(ScanHit hit) =>
        ContextRules.BookTitles(_contexts[hit.Block], Texts[hit.Block]).Any(title => title.Start <= hit.Start && title.End >= hit.End)
            ? PlanContext.BookTitle
            : _contexts[hit.Block];

    private static List<(int Start, string Text)> CellsOf(StoredBlock block, string text)
    {
        if (block.Cells.IsEmpty)
        {
            return [(0, text)];
        }

        var cells = text.Split('\t');
        return [.. cells.Select((cell, at) => (cells.Take(at).Sum(before => before.Length + 1), cell))];
    }

    /// <summary>Whether a filter allows a place.</summary>
    public bool IsAllowed(ScanHit hit, BlockFilter filter) =>
        filter.IsAll || Enumerable.Range(0, filter.Allowed.Length).All(column => (filter.Allowed[column] >> Value(hit, column) & 1) == 1);
}
