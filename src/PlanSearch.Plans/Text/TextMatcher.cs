namespace PlanSearch.Plans.Text;

/// <summary>
/// Where a query occurs in a text, by reading it: the definition that the index is held against, and what looks at text where there is no
/// index.
/// </summary>
/// <remarks>
/// A part of a query matches within a block and a cell, compared folded (<see cref="Fold"/>), in exact mode unit by unit. The whole query
/// is decided in records, a scope within it in groups of its own. Mentions are what the positive parts match in the records that satisfy
/// the query; where two overlap the leftmost wins, then the longest, then the first in the query. A filter on blocks then keeps those in
/// such blocks. What is set aside is a text of its own for each kind of block: a cover, a contents page and the marks of the pages are
/// decided as one record each, by the same query, and no filter on blocks applies. Safe for any number of threads.
/// </remarks>
/// <param name="query">The query.</param>
public sealed class TextMatcher(Query query)
{
    private readonly Query? _opened = RunRule.Opened(query);

    /// <summary>What the query has in a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="filter">Which blocks mentions are wanted of.</param>
    public TextMatches In(TextBlocks text, BlockFilter filter)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new FoldedBlocks(text);
        var found = Apart(TextDecision.Satisfying(query, folded));
        var longerRuns = _opened is null ? 0 : Math.Max(0, Apart(TextDecision.Satisfying(_opened, folded)).Count - found.Count);
        return new TextMatches(
            [.. found.Where(match => !text.IsAside(match.Block) && text.IsAllowed(match, filter))],
            [.. found.Where(match => text.IsAside(match.Block))],
            longerRuns);
    }

    private static List<TextMatch> Apart(List<TextMatch> found)
    {
        found.Sort(TextMatch.Compare);
        var kept = new List<TextMatch>(found.Count);
        foreach (var match in found)
        {
            if (kept.Count == 0 || kept[^1].Block != match.Block || kept[^1].End <= match.Start)
            {
                kept.Add(match);
            }
        }

        return kept;
    }
}
