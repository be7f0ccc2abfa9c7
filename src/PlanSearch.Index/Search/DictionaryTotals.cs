using PlanSearch.Index.Format;
using PlanSearch.Index.Segments;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Search;

/// <summary>Answers totals from what the dictionary states alone, where it does: one or two Han characters, and nothing deleted.</summary>
internal static class DictionaryTotals
{
    /// <summary>The totals, or null when the lists must be read.</summary>
    public static QueryTotals? Of(IndexReader reader, Query query)
    {
        if (TermOf(query) is not { } term)
        {
            return null;
        }

        var totals = default(QueryTotals);
        foreach (var view in reader.Segments)
        {
            if (view.Live < view.Segment.DocumentCount || Of(view.Segment, term) is not { } part)
            {
                return null;
            }

            totals = new QueryTotals(totals.Mentions + part.Mentions, totals.Records + part.Records, totals.Documents + part.Documents);
        }

        return totals;
    }

    /// <summary>
    /// The folded term, of one or two Han characters, that a query asks for and nothing else; null when it asks for more.
    /// </summary>
    /// <remarks>
    /// Folding takes no sides between Han characters of the same fold, and the whole-run rule says nothing about Han. 〇 is Han and begins
    /// no list.
    /// </remarks>
    public static string? TermOf(Query query) =>
        query is LiteralQuery { IsExact: false, Text.Length: 1 or 2 } literal && literal.Text.All(StatedUnits.IsStated)
            ? Fold.Of(literal.Text)
            : null;

    private static PostingsStatistics? Of(SegmentReader segment, string folded)
    {
        var dictionary = segment.Dictionary;
        var first = dictionary.Rank(folded[0]);
        if (first < 0 || folded.Length == 1)
        {
            return first < 0 ? default(PostingsStatistics) : dictionary.Unit(first).Statistics;
        }

        var second = dictionary.Rank(folded[1]);
        var list = second < 0 ? -1 : dictionary.Find(first, second);
        if (list < 0)
        {
            return default(PostingsStatistics);
        }

        var postings = new PostingsReader(dictionary.Postings, list, first == second, stackalloc int[GapBlock.Length]);
        return postings.Count >= PostingsWriter.CountedLength ? postings.Statistics : null;
    }
}
